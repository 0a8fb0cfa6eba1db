package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.UserMistakeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate grades}: makes golden questions of a pool that two have graded. */
@Command(
    name = "grades",
    description = "把两个人对 evaluate pool 那张表的评分合成问题集，并列出两人有多一致",
    mixinStandardHelpOptions = true,
    footer = {"", "相差 1 的取低的，差得更多的取中间（往下取整）。两人都认为没有答案的题不写。"})
final class EvaluateGradesCommand implements Callable<Integer> {

  private static final String MODE = "words";

  @Option(
      names = "--key",
      paramLabel = "文件",
      required = true,
      description = "evaluate pool 写的 key.jsonl")
  private Path key = Path.of("");

  @Option(
      names = "--grades",
      paramLabel = "文件",
      required = true,
      arity = "1",
      description = "一个人的评分；给两次")
  private List<Path> grades = List.of();

  @Option(names = "--out", paramLabel = "文件", required = true, description = "写成的问题集")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (grades.size() != 2) {
      throw new UserMistakeException("要两个人的评分，给了 " + grades.size() + " 份");
    }
    List<GradingPool.Pooled> pool = GradingPool.readKey(key);
    Map<String, Integer> one = GradingPool.grades(grades.getFirst(), pool);
    Map<String, Integer> other = GradingPool.grades(grades.getLast(), pool);
    print("全部", one, other, pool);
    for (String kind : pool.stream().map(GradingPool.Pooled::kind).distinct().toList()) {
      print(kind, one, other, pool.stream().filter(of -> of.kind().equals(kind)).toList());
    }
    List<GoldenQuestion> questions =
        pool.stream()
            .map(of -> question(of, one, other))
            .filter(EvaluateGradesCommand::hasAnswer)
            .toList();
    GoldenQuestion.write(out, questions);
    System.out.printf(
        Locale.ROOT, "%d 题写在 %s；%d 题没有答案%n", questions.size(), out, pool.size() - questions.size());
    return Commands.OK;
  }

  private static boolean hasAnswer(GoldenQuestion question) {
    return !question.answers().isEmpty();
  }

  private static GoldenQuestion question(
      GradingPool.Pooled pooled, Map<String, Integer> one, Map<String, Integer> other) {
    List<GoldenQuestion.Answer> answers = new ArrayList<>();
    pooled
        .items()
        .forEach(
            (number, places) -> {
              String item = GradingPool.item(pooled.id(), number);
              int grade =
                  GradeAgreement.together(one.getOrDefault(item, 0), other.getOrDefault(item, 0));
              for (GradingPool.Place place : grade > 0 ? places : List.<GradingPool.Place>of()) {
                answers.add(
                    new GoldenQuestion.Answer(
                        place.collection(), place.path(), place.paragraph(), grade));
              }
            });
    return new GoldenQuestion(
        pooled.id(), pooled.q(), MODE, pooled.kind(), pooled.reason(), answers);
  }

  private static void print(
      String name,
      Map<String, Integer> one,
      Map<String, Integer> other,
      List<GradingPool.Pooled> of) {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    for (GradingPool.Pooled pooled : of) {
      for (String number : pooled.items().keySet()) {
        String item = GradingPool.item(pooled.id(), number);
        first.add(one.getOrDefault(item, 0));
        second.add(other.getOrDefault(item, 0));
      }
    }
    GradeAgreement agreement = GradeAgreement.of(first, second);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d 题 | %d 项 | 一致 %.1f%% | κ 线性 %.2f | κ 平方 %.2f | 好与不好 κ %.2f |%n",
        name,
        of.size(),
        agreement.pairs(),
        100 * agreement.same(),
        agreement.linear(),
        agreement.quadratic(),
        agreement.good());
  }
}
