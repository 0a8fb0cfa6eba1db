package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.model.OnnxEmbedder;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code evaluate pool}: makes a sheet for graders of what all rankings find for new questions, by
 * which nobody can tell whose anything is.
 */
@Command(
    name = "pool",
    description = "为还没有评分的新题做一张评分表：各种排序的前十段并成一池，打乱，不注明是谁列出的",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "题目文件一行一题：题型、题目、想要什么，用制表符隔开。写出 sheet.tsv（给评分的人）和 key.jsonl（不给）。",
      "评分的人交回：题号、项、分（0 到 3），用制表符隔开；evaluate grades 把它们合成问题集。"
    })
final class EvaluatePoolCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Option(names = "--questions", paramLabel = "文件", required = true, description = "题目，可以给多次")
  private List<Path> questions = List.of();

  @Option(names = "--collection", paramLabel = "名称=目录", required = true, description = "报告目录，可以给多次")
  private Map<String, Path> collections = new LinkedHashMap<>();

  @Option(names = "--prefix", paramLabel = "字母", description = "题号的开头（默认：${DEFAULT-VALUE}）")
  private String prefix = "h";

  @Option(names = "--model", paramLabel = "目录", description = "只用这个语义模型的、本程序加上它的也并进来")
  private @Nullable Path model;

  @Option(names = "--out", paramLabel = "目录", required = true, description = "写到哪里")
  private Path out = Path.of("");

  EvaluatePoolCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    List<GoldenQuestion> asked = GradingPool.questions(questions, prefix);
    RankingTrial.Terms terms =
        new RankingTrial.Terms(
            places.searchTimeLimit(), true, model == null ? null : OnnxEmbedder.open(model));
    Files.createDirectories(out);
    List<GradingPool.Pooled> pool = RankingTrial.run(asked, collections, terms, this::pool);
    System.out.printf(
        Locale.ROOT,
        "%d 题，%d 项，写在 %s%n",
        pool.size(),
        pool.stream().mapToInt(one -> one.items().size()).sum(),
        out);
    return Commands.OK;
  }

  private List<GradingPool.Pooled> pool(LuceneEngine engine, RankingTrial.Outcome outcome)
      throws IOException {
    SameParagraphs same = new SameParagraphs(engine);
    List<GradingPool.Pooled> pool = new ArrayList<>();
    List<String> sheet = new ArrayList<>();
    sheet.add(String.join("\t", "题号", "项", "题目", "想要什么", "出处", "文字", "分"));
    for (int i = 0; i < outcome.questions().size(); i++) {
      GoldenQuestion question = outcome.questions().get(i);
      TreeSet<String> keys = new TreeSet<>();
      for (List<List<String>> rankings : outcome.rankings().values()) {
        keys.addAll(rankings.get(i));
      }
      List<String> shuffled = new ArrayList<>(keys);
      Collections.shuffle(shuffled, new Random(question.q().hashCode()));
      Map<String, List<GradingPool.Place>> items = new TreeMap<>();
      for (String key : shuffled) {
        String number = String.format(Locale.ROOT, "%02d", items.size() + 1);
        items.put(number, same.all(key).stream().map(one -> place(engine, one)).toList());
        sheet.add(line(engine, question, number, key));
      }
      pool.add(
          new GradingPool.Pooled(
              question.id(), question.kind(), question.q(), question.reason(), items));
    }
    Files.write(out.resolve(GradingPool.SHEET), sheet);
    GradingPool.writeKey(out, pool);
    return pool;
  }

  private static Report report(LuceneEngine engine, String key) {
    return engine.report(key.substring(0, key.indexOf('.'))).orElseThrow();
  }

  private static Paragraph paragraph(Report report, String key) {
    return report.paragraphs().stream()
        .filter(one -> Ids.key(report.id(), one.id()).equals(key))
        .findFirst()
        .orElseThrow();
  }

  private GradingPool.Place place(LuceneEngine engine, String key) {
    Report report = report(engine, key);
    String path = report.head().source().path();
    String collection =
        collections.entrySet().stream()
            .filter(one -> Files.exists(one.getValue().resolve(path)))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("in no collection: " + path));
    return new GradingPool.Place(collection, path, paragraph(report, key).id());
  }

  private static String line(
      LuceneEngine engine, GoldenQuestion question, String number, String key) {
    Report report = report(engine, key);
    Paragraph paragraph = paragraph(report, key);
    List<String> where = new ArrayList<>();
    where.add(Objects.requireNonNullElse(report.head().title(), report.head().source().path()));
    if (report.head().year() != null) {
      where.add(report.head().year() + " 年度");
    }
    where.addAll(report.head().placeNames());
    where.addAll(paragraph.headingPath());
    return String.join(
        "\t",
        question.id(),
        number,
        question.q(),
        question.reason(),
        flat(String.join(" › ", where)),
        flat(paragraph.text()),
        "");
  }

  private static String flat(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }
}
