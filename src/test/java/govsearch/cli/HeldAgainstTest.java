package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.insight.collocation.Collocates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code selfcheck}, {@code quotes}, {@code collocates} and {@code overlap}: texts held against the
 * collection.
 */
class HeldAgainstTest {

  private static final Pattern REPORTS = Pattern.compile("([0-9]+) 份报告，");

  @TempDir private static Path folder;

  private static Path index;

  @BeforeAll
  static void makeIndex() {
    index = folder.resolve("index");
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aDraftIsCheckedAndNothingOfItIsLeft() throws IOException {
    String draft = file("draft.txt", "临溪县柳湾镇2026年法治政府建设情况报告\n一、主要做法\n学习枣河镇的经验，受理纠纷10件，其中邻里12件。\n");
    CommandRun run = CommandRun.of(index, "selfcheck", draft);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("柳湾镇，2026 年度；对照 柳湾镇 2025", "枣河镇", "其中的 12件", "没有的章节");
    CommandRun json =
        CommandRun.of(index, "selfcheck", "--json", "--town=枣河镇", "--year=2026", draft);
    assertThat(JsonMapper.builder().build().readTree(json.out()).at("/own/town").asString())
        .isEqualTo("枣河镇");
    assertThat(CommandRun.of(index, "selfcheck", "没有这个文件.docx").exit()).isEqualTo(Commands.MISUSE);
  }

  @Test
  void quotationsTellByTheExitCodeWhetherAllStandWordForWord() throws IOException {
    CommandRun right = CommandRun.of(index, "quotes", file("a.txt", "写道：“执法人员上门检查一律亮证”。"));
    assertThat(right.exit()).isZero();
    assertThat(right.out()).contains("[一字不差]");
    CommandRun wrong = CommandRun.of(index, "quotes", file("b.txt", "写道：“执法人员上门巡查一律亮证、一律告知”。"));
    assertThat(wrong.exit()).isEqualTo(Commands.PARTLY);
    assertThat(wrong.out()).contains("[有改动]");
    CommandRun many = CommandRun.of(index, "quotes", file("c.txt", "“执法人员上门检查一律亮证”。".repeat(201)));
    assertThat(many.exit()).isEqualTo(Commands.PARTLY);
    assertThat(many.out()).contains("共 201 处引文，只核对了前 200 处");
  }

  @Test
  void wordsThatGoTogetherAreATable() {
    CommandRun run = CommandRun.of(index, "collocates", "“执法”");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("\uFEFF\"词\"").hasLineCount(run.out().split("\r\n").length);
    assertThat(run.err()).contains("份报告");
    assertThat(CommandRun.of(index, "collocates", "--section=问题", "--by=section").exit()).isZero();
    assertThat(CommandRun.of(index, "collocates", "--by=year").exit()).isEqualTo(Commands.MISUSE);
    assertThat(CommandRun.of(index, "collocates").exit()).isEqualTo(Commands.MISUSE);
  }

  @Test
  void wordsThatNoRoomWasLeftForAreToldOf() {
    Collocates.Part whole = new Collocates.Part(9, 9, 3, true);
    Collocates.Part part = new Collocates.Part(9, 9, 3, false);
    assertThat(CollocatesCommand.remarks(new Collocates(whole, whole, List.of())))
        .containsExactly("读了 9/9 段，3 份报告");
    assertThat(CollocatesCommand.remarks(new Collocates(part, whole, List.of())))
        .hasSize(2)
        .last()
        .asString()
        .contains("超过 300,000 个", "没有计入");
  }

  @Test
  void overlapsAreATable() {
    CommandRun run = CommandRun.of(index, "overlap", "--format=csv");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("\uFEFF\"较早的报告\"");
    assertThat(run.err()).contains("份报告");
    assertThat(CommandRun.of(index, "overlap", "--formula=1").exit()).isEqualTo(Commands.MISUSE);
  }

  @Test
  void aTableIsThereWholeOrNotAtAllAndItsPlaceIsLookedAtBeforeAnythingIsDone() throws IOException {
    Path table = folder.resolve("重合.csv");
    Files.writeString(table, "旧");
    CommandRun refused = CommandRun.of(index, "overlap", "--format=pdf", "--output=" + table);
    CommandRun nowhere =
        CommandRun.of(index, "overlap", "--output=" + folder.resolve("没有").resolve("重合.csv"));

    assertThat(refused.exit()).isEqualTo(Commands.MISUSE);
    assertThat(table).hasContent("旧");
    assertThat(nowhere.exit()).isEqualTo(Commands.MISUSE);
    assertThat(nowhere.complaint()).contains("找不到目录");
    assertThat(nowhere.err()).doesNotContain("已看");

    assertThat(CommandRun.of(index, "overlap", "--output=" + table).exit()).isZero();
    assertThat(table).content().startsWith("\uFEFF\"较早的报告\"");
  }

  @Test
  void aRegionBehindAMinusIsLeftOutOfWhatIsLookedAt() {
    assertThat(reports("--region=-临溪县"))
        .isPositive()
        .isEqualTo(reports() - reports("--region=临溪县"));
  }

  private static int reports(String... scope) {
    List<String> command = new ArrayList<>(List.of("overlap"));
    command.addAll(List.of(scope));
    String told = CommandRun.of(index, command.toArray(String[]::new)).err();
    Matcher reports = REPORTS.matcher(told);
    assertThat(reports.find()).as(told).isTrue();
    return Integer.parseInt(reports.group(1));
  }
}
