package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From new questions by a blind sheet and two graders to a golden file. */
class GradingPoolTest {

  @TempDir private Path folder;
  private Path reports;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    out = folder.resolve("out");
    report("a.txt", "石桥镇", "夜市摊贩占道经营，群众有意见", "调解员补贴偏低");
    report("b.txt", "杏坪乡", "夜市摊贩占道经营，群众有意见", "网格员流动频繁");
    report("c.txt", "柳塘镇", "夜市噪声扰民", "法律顾问只挂名");
    Files.writeString(folder.resolve("a.tsv"), "topic\t夜市摊贩\t夜市摆摊怎么管\n");
    Files.writeString(folder.resolve("b.tsv"), "rare\t法律顾问挂名\t顾问不做事\n\n");
  }

  private void report(String file, String town, String one, String other) throws IOException {
    Files.writeString(
        reports.resolve(file),
        "松溪县" + town + "2024年法治政府建设情况报告\n一、存在的问题\n（一）" + one + "。\n（二）" + other + "。\n");
  }

  private int pool() {
    Commands.Places places =
        new Commands.Places(folder, folder, folder, folder, folder, Duration.ofMinutes(1));
    return new CommandLine(new EvaluatePoolCommand(places))
        .execute(
            "--questions",
            folder.resolve("a.tsv").toString(),
            "--questions",
            folder.resolve("b.tsv").toString(),
            "--collection",
            "own=" + reports,
            "--out",
            out.toString());
  }

  private List<List<String>> sheet() throws IOException {
    return Files.readAllLines(out.resolve(GradingPool.SHEET)).stream()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** Grades what has a word in its text with 3, all else with 0. */
  private Path graded(String name, String word) throws IOException {
    List<String> lines = new ArrayList<>();
    for (List<String> cells : sheet()) {
      lines.add(cells.get(0) + "\t" + cells.get(1) + "\t" + (cells.get(5).contains(word) ? 3 : 0));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private int grades(Path one, Path other) {
    return new CommandLine(new EvaluateGradesCommand())
        .execute(
            "--key",
            out.resolve(GradingPool.KEY).toString(),
            "--grades",
            one.toString(),
            "--grades",
            other.toString(),
            "--out",
            folder.resolve("golden.jsonl").toString());
  }

  @Test
  void theSheetHasWhatSaysTheSameOnceAndTellsOfNoRanking() throws IOException {
    assertThat(pool()).isZero();
    List<List<String>> sheet = sheet();
    assertThat(sheet).allMatch(cells -> cells.size() == 7 && cells.getLast().isEmpty());
    assertThat(sheet.stream().map(cells -> cells.getFirst()).distinct())
        .containsExactly("h001", "h002");
    assertThat(sheet)
        .filteredOn(cells -> cells.getFirst().equals("h001") && cells.get(5).contains("占道"))
        .hasSize(1);
    String all = Files.readString(out.resolve(GradingPool.SHEET));
    for (String name :
        List.of(RankingTrial.OURS, RankingTrial.BIGRAMS, RankingTrial.SMARTCN, "MoreLikeThis")) {
      assertThat(all).doesNotContain(name);
    }
  }

  @Test
  void whatTwoHaveGradedIsAGoldenFileOfAllThatSaysTheSame() throws IOException {
    assertThat(pool()).isZero();
    assertThat(grades(graded("1.tsv", "占道"), graded("2.tsv", "夜市"))).isZero();
    List<GoldenQuestion> golden = GoldenQuestion.read(folder.resolve("golden.jsonl"));
    assertThat(golden).hasSize(1);
    GoldenQuestion question = golden.getFirst();
    assertThat(question.q()).isEqualTo("夜市摊贩");
    assertThat(question.kind()).isEqualTo("topic");
    assertThat(
            question.answers().stream()
                .filter(answer -> answer.grade() == 3)
                .map(GoldenQuestion.Answer::path))
        .as("both say the very same")
        .containsExactlyInAnyOrder("a.txt", "b.txt");
    assertThat(question.answers())
        .filteredOn(answer -> answer.path().equals("c.txt"))
        .allMatch(answer -> answer.grade() == 1 && answer.collection().equals("own"));
  }

  @Test
  void whatWasNotGradedIsSaid() throws IOException {
    assertThat(pool()).isZero();
    Path whole = graded("1.tsv", "占道");
    Path partly;
    try (Stream<String> lines = Files.lines(whole)) {
      partly = Files.write(folder.resolve("2.tsv"), lines.skip(1).toList());
    }
    List<GradingPool.Pooled> pool = GradingPool.readKey(out.resolve(GradingPool.KEY));
    assertThatThrownBy(() -> GradingPool.grades(partly, pool)).hasMessageContaining("没有评 h001-01");
  }
}
