package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: what it finds, how it says so, and that it changes nothing. */
class CheckCommandTest {

  private static final Path TABLES = Path.of("src", "test", "resources", "divisions");

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void makeFolders() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectory(folder.resolve("reports"));
    report("好.txt", "临溪县柳湾镇2024年法治政府建设情况报告\n", sentences("好"));
  }

  private void report(String path, String title, String text) throws IOException {
    Files.writeString(reports.resolve(path), title + "一、主要做法\n" + text + "\n");
  }

  private static String sentences(String topic) {
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                topic
                    + "事项第"
                    + "甲乙丙丁戊己庚辛壬癸".charAt(i / 10)
                    + "子丑寅卯辰巳午未申酉".charAt(i % 10)
                    + "号办结归档。")
        .collect(Collectors.joining());
  }

  private CommandRun check(String... options) {
    String[] line = new String[options.length + 2];
    line[0] = "check";
    line[1] = reports.toString();
    System.arraycopy(options, 0, line, 2, options.length);
    return CommandRun.of(index, line);
  }

  @Test
  void whereAllIsWellItSaysSo() {
    CommandRun run = check();

    assertThat(run.out()).isEqualTo("检查了 1 份报告，没有发现问题\n");
    assertThat(run.exit()).isZero();
    assertThat(index).doesNotExist();
  }

  @Test
  void findsWhatAPersonShouldLookAt() throws IOException {
    report("1.txt", "法治政府建设情况报告\n", sentences("无名"));
    Files.writeString(reports.resolve("2.txt"), "青崖乡2024年法治政府建设情况报告\n只有一句。\n");
    report("3.txt", "青崖乡2023年法治政府建设情况报告\n", sentences("乱码") + "\uFFFD\n正文里&nbsp;还有网页代码。");
    report("4.txt", "石鼓滩镇2024年法治政府建设情况报告\n", sentences("好"));
    Files.writeString(reports.resolve("5.bin"), "\0\1\2");
    Files.writeString(reports.resolve("reports.csv"), "path,year\n没有.txt,2024\n");
    CommandRun run = check();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "未收录（1）",
            "/5.bin：",
            "清单有误（1）",
            "reports.csv 第 2 行：找不到文件 没有.txt",
            "没有乡镇（1）：在 reports.csv 的 town 列填写\n  1.txt：",
            "没有年度（1）：在 reports.csv 的 year 列填写\n  1.txt：",
            "分不出章节（1）",
            "篇幅异常（1）",
            "  2.txt：全文 ",
            "乱码（1）",
            "  3.txt：有 1 处乱码，占全文 0.",
            "夹带网页内容（1）",
            "“正文里&nbsp;还有网页代码。”",
            "与另一份大半相同（2）",
            "  4.txt：97% 的文字与 好.txt（柳湾镇，2024年）相同")
        .containsPattern("检查了 5 份报告，发现 10 处，涉及 7 个文件\n$");
  }

  @Test
  void placesAreHeldAgainstTheTables() throws IOException {
    report("a.txt", "城关镇2024年法治政府建设情况报告\n", sentences("甲"));
    report("b.txt", "古塘县柳湾镇2024年法治政府建设情况报告\n", sentences("乙"));

    assertThat(check("--divisions=" + TABLES).out())
        .contains(
            "地区存疑（2）",
            "  a.txt：有几个地方叫城关镇，不能断定是哪一个",
            "  b.txt：行政区划表里云泽省南苍苗族自治州古塘县没有柳湾镇，只有云泽省云泽市临溪县有；请核对");
  }

  @Test
  void machinesGetJson() throws IOException {
    report("1.txt", "法治政府建设情况报告\n", sentences("无名"));
    CommandRun run = check("--json");
    JsonNode answer = JsonMapper.builder().build().readTree(run.out());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(answer.get("reports").intValue()).isEqualTo(2);
    assertThat(answer.get("findings").valueStream().map(f -> f.get("problem").asString()))
        .containsExactly("no_town", "no_year");
    assertThat(answer.at("/findings/0").propertyNames())
        .containsExactlyInAnyOrder("problem", "label", "file", "reportId", "what", "advice");
    assertThat(answer.at("/findings/0/file").asString()).isEqualTo("1.txt");
  }

  @Test
  void withoutAFolderItChecksTheIndex() throws IOException {
    assertThat(CommandRun.of(index, "check").exit()).isEqualTo(2);
    report("1.txt", "法治政府建设情况报告\n", sentences("无名"));
    CommandRun.of(index, "index", reports.toString());
    CommandRun run = CommandRun.of(index, "check");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("没有乡镇（1）", "检查了 2 份报告，发现 2 处");
  }

  @Test
  void folderAndIndexAtOnceIsAMistake() {
    CommandRun run = check("--index=" + index);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).contains("--index");
  }
}
