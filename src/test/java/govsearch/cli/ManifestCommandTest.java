package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.query.Filters;
import govsearch.report.Ids;
import govsearch.report.Provenance;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code manifest}, and what {@code index} makes of the manifest and the division tables. */
class ManifestCommandTest {

  private static final Path TABLES = Path.of("src", "test", "resources", "divisions");
  private static final String HEADER =
      "path,id,title,province,city,county,town,year,source_url,published\r\n";

  @TempDir private Path folder;
  private Path index;
  private Path reports;
  private Path manifest;

  @BeforeEach
  void makeFolders() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectory(folder.resolve("reports"));
    manifest = reports.resolve("reports.csv");
    report("柳湾镇.txt", "柳湾镇2024年法治政府建设情况报告");
    report("b/城关镇.txt", "=城关镇\n2023年法治政府建设情况报告");
  }

  private void report(String path, String title) throws IOException {
    Path file = reports.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, title + "\n一、主要做法\n全年宣讲28场次。\n");
  }

  private CommandRun manifest(String... options) {
    List<String> line = new java.util.ArrayList<>(List.of("manifest", reports.toString()));
    line.addAll(List.of(options));
    return CommandRun.of(index, line.toArray(String[]::new));
  }

  private List<ReportHead> indexed(String... options) {
    List<String> line = new java.util.ArrayList<>(List.of("index", reports.toString()));
    line.addAll(List.of(options));
    CommandRun run = CommandRun.of(index, line.toArray(String[]::new));
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(5))) {
      return engine.reports(Filters.NONE, 10, null).reports();
    }
  }

  @Test
  void writesWhatWasExtractedForASpreadsheet() throws IOException {
    CommandRun run = manifest("--divisions=" + TABLES);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("清单写在 " + manifest + "：2 行，其中新增 2 行\n");
    assertThat(Files.readString(manifest, StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF"
                + HEADER
                + "b/城关镇.txt,"
                + Ids.reportId("b/城关镇.txt")
                + ",\"'=城关镇2023年法治政府建设情况报告\",,,,城关镇,2023,,\r\n"
                + "柳湾镇.txt,"
                + Ids.reportId("柳湾镇.txt")
                + ",柳湾镇2024年法治政府建设情况报告,云泽省,云泽市,临溪县,柳湾镇,2024,,\r\n");
    assertThat(reports).isDirectoryContaining(path -> path.equals(manifest));
    try (var files = Files.list(reports)) {
      assertThat(files).as("nothing else is left").hasSize(3);
    }
  }

  @Test
  void whatWasWrittenChangesNothingUntilItIsCorrected() {
    List<ReportHead> before = indexed();
    manifest();

    assertThat(indexed()).isEqualTo(before);
  }

  @Test
  void correctionsCountAndKeepTheIdOfAMovedFile() throws IOException {
    manifest();
    String id = Ids.reportId("柳湾镇.txt");
    Files.move(reports.resolve("柳湾镇.txt"), reports.resolve("b/新名.txt"));
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("柳湾镇.txt", "b/新名.txt")
            .replace("柳湾镇,2024,,", "柳湾镇,2022,https://example.org/1,2023-01-08"));

    ReportHead moved =
        indexed().stream().filter(head -> head.id().equals(id)).findFirst().orElseThrow();
    assertThat(moved.year()).isEqualTo(2022);
    assertThat(moved.metadata().year().from()).isEqualTo(Provenance.MANIFEST);
    assertThat(moved.metadata().town().from()).isEqualTo(Provenance.TITLE);
    assertThat(moved.source().url()).isEqualTo("https://example.org/1");
    assertThat(moved.metadata().published().value()).isEqualTo("2023-01-08");
  }

  @Test
  void anEarlierOneIsOnlyUpdatedWhenAskedForAndKeepsWhatPeopleWrote() throws IOException {
    Files.writeString(manifest, "path,town,year,published\n柳湾镇.txt,新柳镇,-,\n已删.txt,石鼓滩镇,,\n");
    String before = Files.readString(manifest);
    CommandRun refused = manifest();

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.complaint()).contains("--force");
    assertThat(Files.readString(manifest)).isEqualTo(before);
    CommandRun updated = manifest("--force");
    assertThat(updated.exit()).as("a row without file").isEqualTo(1);
    assertThat(updated.out()).contains("找不到文件 已删.txt", "3 行，其中新增 1 行，1 行找不到文件（保留）");
    assertThat(Files.readString(manifest))
        .contains(
            "b/城关镇.txt," + Ids.reportId("b/城关镇.txt"),
            "已删.txt,,,,,,石鼓滩镇,,,\r\n",
            "柳湾镇.txt," + Ids.reportId("柳湾镇.txt") + ",柳湾镇2024年法治政府建设情况报告,,,,新柳镇,-,,\r\n");
    String once = Files.readString(manifest);
    manifest("--force");
    assertThat(Files.readString(manifest)).as("again, the same").isEqualTo(once);
  }

  @Test
  void mistakesAreNotLostByAnUpdate() throws IOException {
    Files.writeString(manifest, "path,year\n柳湾镇.txt,24\n");
    CommandRun run = manifest("--force");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).contains("请先改正", "第 2 行", "year");
    assertThat(Files.readString(manifest)).isEqualTo("path,year\n柳湾镇.txt,24\n");
  }

  @Test
  void elsewhereItDoesNotTouchTheReports() {
    Path output = folder.resolve("清单.csv");

    assertThat(manifest("--output=" + output).exit()).isZero();
    assertThat(output).exists();
    assertThat(manifest).doesNotExist();
    assertThat(manifest("--output=" + folder.resolve("none/x.csv")).exit()).isEqualTo(2);
  }

  @Test
  void indexNamesMistakesAndTakesTheRest() throws IOException {
    Files.writeString(reports.resolve("空.txt"), "");
    Files.writeString(manifest, "path,town,year\n柳湾镇.txt,新柳镇,24\n没有.txt,,\n空.txt,,\n");
    CommandRun run = CommandRun.of(index, "index", reports.toString());

    assertThat(run.exit()).as("of the empty file").isEqualTo(1);
    assertThat(run.out())
        .contains(
            "注意  " + manifest + " 第 2 行：year 列“24”没有使用",
            "注意  " + manifest + " 第 3 行：找不到文件 没有.txt",
            "跳过  " + reports.resolve("空.txt"),
            "报告 2 份")
        .doesNotContain("找不到文件 空.txt");
  }

  @Test
  void indexCompletesRegionsFromTheTables() {
    List<ReportHead> heads = indexed("--divisions=" + TABLES);

    assertThat(heads.stream().map(head -> String.join("/", head.placeNames())))
        .containsExactlyInAnyOrder("云泽省/云泽市/临溪县/柳湾镇", "城关镇");
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(5))) {
      assertThat(engine.reports(Filters.NONE, true, 10, null).reports())
          .extracting(ReportHead::town)
          .containsExactly("城关镇");
    }
  }

  @Test
  void theProgramsOwnTablesCompleteRegionsUnlessNoneAreWanted() throws IOException {
    Files.writeString(reports.resolve("a.txt"), "西仓镇2024年法治政府建设情况报告\n一、主要做法\n全年宣讲28场次。");

    assertThat(places(indexed())).contains("甘肃省/甘南藏族自治州/碌曲县/西仓镇");
    assertThat(places(indexed("--divisions=none"))).contains("西仓镇");
  }

  private static List<String> places(List<ReportHead> heads) {
    return heads.stream().map(head -> String.join("/", head.placeNames())).toList();
  }

  @Test
  void tablesThatAreNotThereAreSaidAndTheIndexStaysAsItIs() {
    CommandRun run = CommandRun.of(index, "index", "--divisions=nowhere", reports.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).isEqualTo("找不到行政区划表的目录：nowhere");
    CommandRun empty = CommandRun.of(index, "index", "--divisions=" + reports, reports.toString());
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.complaint()).contains("provinces.csv");
    assertThat(index).doesNotExist();
  }
}
