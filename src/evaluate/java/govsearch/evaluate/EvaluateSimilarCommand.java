package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.UserMistakeException;
import govsearch.evaluate.SimilarQuestion.Answer;
import govsearch.evaluate.SimilarTrial.Ranking;
import govsearch.model.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate similar}: judges similar problems by graded ones, beside plain Lucene's. */
@Command(
    name = "similar",
    description = "用带评分的问题评测“相似问题”，与 MoreLikeThis、双字 BM25 并列",
    mixinStandardHelpOptions = true)
final class EvaluateSimilarCommand implements Callable<Integer> {

  /** Its near and middle answers resemble examples that were known when they were written. */
  private static final String KNOWN_BEFORE = "professionals";

  private final Commands.Places places;

  @Option(
      names = "--questions",
      paramLabel = "目录",
      description = "judgements.jsonl 和 reports 所在的目录（默认：src/test/resources/similar）")
  private Path folder = Path.of("src/test/resources/similar");

  @Option(names = "--others", paramLabel = "目录", description = "另外收录的报告，其中没有答案，用来增加难度；可以给多次")
  private List<Path> others = List.of();

  @Option(names = "--model", paramLabel = "目录", description = "另与这个语义模型并列：单用它，和本程序加上它")
  private @Nullable Path model;

  @Option(names = "--tuning", description = "只列调参用的一半，另一半不看")
  private boolean tuning;

  EvaluateSimilarCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path where = folder.isAbsolute() ? folder : places.home().resolve(folder);
    if (!Files.isRegularFile(where.resolve("judgements.jsonl"))) {
      throw new UserMistakeException("找不到问题集：" + where.resolve("judgements.jsonl"));
    }
    List<SimilarQuestion> questions = SimilarQuestion.read(where.resolve("judgements.jsonl"));
    List<String> themes = questions.stream().map(SimilarQuestion::theme).distinct().toList();
    Map<String, List<Ranking>> rankings =
        SimilarTrial.run(
            questions.stream().filter(q -> !tuning || isForTuning(q, themes)).toList(),
            where.resolve("reports"),
            others,
            model == null ? null : OnnxEmbedder.open(model),
            places.searchTimeLimit());
    System.out.println(
        "| Recall@10 / nDCG@10 | 答案 | " + String.join(" | ", rankings.keySet()) + " |");
    System.out.println("| --- | --- |" + " --- |".repeat(rankings.size()));
    Predicate<SimilarQuestion> all = question -> true;
    print("全部", rankings, all, answer -> true);
    for (String distance : List.of("near", "middle", "far")) {
      print(label(distance), rankings, all, answer -> answer.distance().equals(distance));
    }
    printUnanswered(rankings);
    print("不含 " + KNOWN_BEFORE, rankings, q -> !q.theme().equals(KNOWN_BEFORE), a -> true);
    Map<String, Integer> halves = Map.of("调参用（单号主题）", 0, "留作检验（双号主题）", 1);
    for (var half : new java.util.TreeMap<>(halves).descendingMap().entrySet()) {
      Predicate<SimilarQuestion> in = q -> themes.indexOf(q.theme()) % 2 == half.getValue();
      print(half.getKey(), rankings, in, answer -> true);
      print(half.getKey() + "，远", rankings, in, answer -> answer.distance().equals("far"));
    }
    return Commands.OK;
  }

  /** Of texts that nothing is like: for how many nothing is claimed. */
  private static void printUnanswered(Map<String, List<Ranking>> rankings) {
    long texts =
        rankings.values().iterator().next().stream()
            .filter(ranking -> ranking.question().answers().isEmpty())
            .count();
    if (texts > 0) {
      List<String> cells = new ArrayList<>();
      for (List<Ranking> ranker : rankings.values()) {
        long silent =
            ranker.stream()
                .filter(one -> one.question().answers().isEmpty() && one.places().isEmpty())
                .count();
        cells.add(String.valueOf(silent));
      }
      System.out.println("| 无关的，一条也不给 | " + texts + " 题 | " + String.join(" | ", cells) + " |");
    }
  }

  private static boolean isForTuning(SimilarQuestion question, List<String> themes) {
    return themes.indexOf(question.theme()) % 2 == 0;
  }

  private static String label(String distance) {
    return switch (distance) {
      case "near" -> "近";
      case "middle" -> "中";
      default -> "远";
    };
  }

  private static void print(
      String label,
      Map<String, List<Ranking>> rankings,
      Predicate<SimilarQuestion> of,
      Predicate<Answer> which) {
    Map<String, String> cells = new LinkedHashMap<>();
    long answers = 0;
    for (var ranker : rankings.entrySet()) {
      List<SimilarScore> scores = new ArrayList<>();
      answers = 0;
      for (Ranking ranking : ranker.getValue()) {
        List<Answer> all = ranking.question().answers();
        SimilarScore score = SimilarScore.of(all, ranking.places(), which);
        if (score != null && of.test(ranking.question())) {
          scores.add(score);
          answers += all.stream().filter(which).count();
        }
      }
      double recall = scores.stream().mapToDouble(SimilarScore::recall).average().orElse(0);
      double ndcg = scores.stream().mapToDouble(SimilarScore::ndcg).average().orElse(0);
      cells.put(ranker.getKey(), String.format(Locale.ROOT, "%.3f / %.3f", recall, ndcg));
    }
    System.out.println(
        "| " + label + " | " + answers + " | " + String.join(" | ", cells.values()) + " |");
  }
}
