package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.Baselines;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.ingest.IngestSummary;
import govsearch.query.QueryParser;
import govsearch.query.SearchRequest;
import govsearch.report.Ids;
import govsearch.report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: judges the ranking by the golden questions, beside plain Lucene's. */
@Command(
    name = "evaluate",
    description = "用带评分的问题集评测排序，与普通 SmartCN BM25、双字 BM25 并列",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Option(
      names = "--questions",
      paramLabel = "文件",
      description = "问题集（默认：src/test/resources/golden/questions.jsonl）")
  private Path questions = Path.of("src/test/resources/golden/questions.jsonl");

  @Option(
      names = "--collection",
      paramLabel = "名称=目录",
      description = "问题集所指的报告目录，可以给多次；samples 总是有")
  private Map<String, Path> collections = new LinkedHashMap<>();

  @Option(names = "--each", description = "逐题列出得分")
  private boolean each;

  EvaluateCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path file = questions.isAbsolute() ? questions : places.home().resolve(questions);
    if (!Files.isRegularFile(file)) {
      throw new UserMistakeException("找不到问题集：" + file);
    }
    Map<String, Path> here = new LinkedHashMap<>(collections);
    here.putIfAbsent("samples", places.samples());
    try (TemporaryFolder index = new TemporaryFolder()) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      IngestSummary summary = Indexing.rebuild(index.path(), List.copyOf(here.values()), nowhere);
      try (LuceneEngine engine = LuceneEngine.open(index.path(), places.searchTimeLimit());
          Baselines baselines = new Baselines(index.path())) {
        evaluate(GoldenQuestion.read(file), here, engine, baselines, summary);
      }
    }
    return Commands.OK;
  }

  private void evaluate(
      List<GoldenQuestion> all,
      Map<String, Path> here,
      SearchEngine engine,
      Baselines baselines,
      IngestSummary summary) {
    Map<String, Function<GoldenQuestion, List<String>>> rankers = new LinkedHashMap<>();
    rankers.put(
        "SmartCN BM25", q -> baselines.top(Baselines.Kind.SMARTCN, q.q(), RankingScore.DEPTH));
    rankers.put("双字 BM25", q -> baselines.top(Baselines.Kind.BIGRAMS, q.q(), RankingScore.DEPTH));
    rankers.put("本程序", q -> ours(engine, q));
    List<GoldenQuestion> answerable =
        all.stream().filter(q -> !q.grades(here.keySet()).isEmpty()).toList();
    System.out.printf(
        Locale.ROOT,
        "报告 %d 份（%s），问题 %d 个，其中 %d 个在这些报告里有答案%n",
        summary.reports(),
        String.join("、", here.keySet()),
        all.size(),
        answerable.size());
    Map<String, List<RankingScore>> scores = new LinkedHashMap<>();
    rankers.forEach(
        (name, ranker) -> {
          List<RankingScore> of = new ArrayList<>();
          for (GoldenQuestion question : answerable) {
            of.add(RankingScore.of(ranker.apply(question), question.grades(here.keySet())));
          }
          scores.put(name, of);
        });
    if (each) {
      for (int i = 0; i < answerable.size(); i++) {
        StringBuilder line = new StringBuilder(answerable.get(i).id());
        for (List<RankingScore> of : scores.values()) {
          line.append(String.format(Locale.ROOT, "  %.3f", of.get(i).ndcg()));
        }
        System.out.println(line.append("  ").append(answerable.get(i).q()));
      }
    }
    scores.forEach(
        (name, of) ->
            System.out.printf(
                Locale.ROOT,
                "nDCG@10 %.3f  MRR %.3f  %s%n",
                of.stream().mapToDouble(RankingScore::ndcg).average().orElse(0),
                of.stream().mapToDouble(RankingScore::reciprocalRank).average().orElse(0),
                name));
  }

  private static List<String> ours(SearchEngine engine, GoldenQuestion question) {
    QueryParser parser = new QueryParser(name -> Section.of(name).map(Section::code));
    SearchRequest request =
        SearchRequest.of(
            parser.parse(question.q()).query(), question.matchMode(), RankingScore.DEPTH);
    return engine.search(request).hits().stream()
        .map(hit -> Ids.key(hit.report().id(), hit.paragraph().id()))
        .toList();
  }
}
