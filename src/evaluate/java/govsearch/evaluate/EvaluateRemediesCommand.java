package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Trial;
import govsearch.cli.UserMistakeException;
import govsearch.ingest.sync.Ingest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate remedies}: how often a problem's measure is found, and what came of it. */
@Command(
    name = "remedies",
    description = "用已知对策的问题评测“对策”：报告计划的措施，下一年报告里的成效",
    mixinStandardHelpOptions = true)
final class EvaluateRemediesCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Option(
      names = "--questions",
      paramLabel = "目录",
      description = "judgements.jsonl 和 reports 所在的目录（默认：src/test/resources/similar）")
  private Path folder = Path.of("src/test/resources/similar");

  @Option(names = "--each", description = "列出没有排在第一的")
  private boolean each;

  EvaluateRemediesCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path where = folder.isAbsolute() ? folder : places.home().resolve(folder);
    Path file = where.resolve("judgements.jsonl");
    if (!Files.isRegularFile(file)) {
      throw new UserMistakeException("找不到问题集：" + file);
    }
    List<RemedyTrial.Outcome> outcomes;
    try (Trial trial =
        new Trial(
            List.of(where.resolve("reports")),
            null,
            Ingest.Progress.SILENT,
            places.searchTimeLimit())) {
      RemedyTrial remedies = new RemedyTrial(trial.engine());
      outcomes = RemedyQuestion.read(file).stream().map(remedies::ask).toList();
    }
    System.out.println("| | 题数 | 排在第一 | 前三有 |");
    System.out.println("| --- | --- | --- | --- |");
    print(
        "计划的措施",
        outcomes.stream().filter(outcome -> outcome.question().measure() != null).toList(),
        RemedyTrial.Outcome::measure);
    List<RemedyTrial.Outcome> unplanned =
        outcomes.stream().filter(outcome -> outcome.question().measure() == null).toList();
    if (!unplanned.isEmpty()) {
      long silent = unplanned.stream().filter(outcome -> !outcome.claimed()).count();
      System.out.printf("| 没有计划的，一条也不给 | %d | %d | |%n", unplanned.size(), silent);
    }
    print(
        "下一年的成效",
        outcomes.stream().filter(outcome -> outcome.question().nextYear() != null).toList(),
        RemedyTrial.Outcome::nextYear);
    return Commands.OK;
  }

  private void print(
      String label, List<RemedyTrial.Outcome> outcomes, ToIntFunction<RemedyTrial.Outcome> place) {
    long first = outcomes.stream().filter(outcome -> place.applyAsInt(outcome) == 1).count();
    long found = outcomes.stream().filter(outcome -> place.applyAsInt(outcome) > 0).count();
    System.out.printf("| %s | %d | %d | %d |%n", label, outcomes.size(), first, found);
    if (each) {
      outcomes.stream()
          .filter(outcome -> place.applyAsInt(outcome) != 1)
          .forEach(outcome -> System.out.println(place.applyAsInt(outcome) + " " + outcome));
    }
  }
}
