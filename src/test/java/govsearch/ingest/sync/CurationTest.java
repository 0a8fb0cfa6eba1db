package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.manifest.Manifest;
import govsearch.ingest.places.Gazetteer;
import govsearch.report.Ids;
import govsearch.report.Provenance;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifest over extraction, gazetteer behind both. */
class CurationTest {

  private static final Gazetteer GAZETTEER =
      Gazetteer.load(Path.of("src", "test", "resources", "divisions"));

  @TempDir private Path folder;
  private String root;

  @BeforeEach
  void root() throws IOException {
    root = folder.toRealPath().toString();
  }

  private Curation curation(@Nullable Gazetteer gazetteer, String... rows) throws IOException {
    Files.writeString(
        folder.resolve(Manifest.FILE),
        "path,id,province,city,county,town,year\n" + String.join("\n", rows));
    return Curation.of(List.of(folder), gazetteer);
  }

  private Report correct(Curation curation, String path, String town) throws RejectedFileException {
    String text = town + "2024年法治政府建设情况报告\n一、主要做法\n全年宣讲28场次。\n";
    Report extracted = ReportFactory.fromText(path, text.getBytes(StandardCharsets.UTF_8)).report();
    return curation.correct(root, path, extracted);
  }

  private static List<String> region(Report report) {
    return report.head().placeNames();
  }

  @Test
  void theGazetteerCompletesWhatTheReportSays() throws Exception {
    Report report = correct(Curation.of(List.of(folder), GAZETTEER), "a.txt", "柳湾镇");

    assertThat(region(report)).containsExactly("云泽省", "云泽市", "临溪县", "柳湾镇");
    assertThat(report.head().metadata().county().from()).isEqualTo(Provenance.GAZETTEER);
    assertThat(report.head().metadata().town().from()).isEqualTo(Provenance.TITLE);
    assertThat(report.head().metadata().ambiguous()).isFalse();
  }

  @Test
  void aNameOfSeveralCountiesIsAmbiguousUntilTheManifestSaysWhich() throws Exception {
    assertThat(
            correct(Curation.of(List.of(folder), GAZETTEER), "a.txt", "城关镇")
                .head()
                .metadata()
                .ambiguous())
        .isTrue();
    Report told = correct(curation(GAZETTEER, "a.txt,,,,临溪县,,"), "a.txt", "城关镇");

    assertThat(region(told)).containsExactly("云泽省", "云泽市", "临溪县", "城关镇");
    assertThat(told.head().metadata().county().from()).isEqualTo(Provenance.MANIFEST);
    assertThat(told.head().metadata().city().from()).isEqualTo(Provenance.GAZETTEER);
    assertThat(told.head().metadata().ambiguous()).isFalse();
  }

  @Test
  void whatTheManifestSaysIsNotThereStaysAway() throws Exception {
    Report report = correct(curation(GAZETTEER, "a.txt,,,-,,,"), "a.txt", "柳湾镇");

    assertThat(region(report)).containsExactly("云泽省", "临溪县", "柳湾镇");
  }

  @Test
  void anOlderNameStandsUnderTheNewerUnlessTheManifestSaysOtherwise() throws Exception {
    String path = "新桥县/双桐街道.txt";
    Curation untold = Curation.of(List.of(folder), GAZETTEER);
    assertThat(region(correct(untold, path, "双桐街道"))).contains("新桥区");
    assertThat(untold.remarks()).isEmpty();
    Curation told = curation(GAZETTEER, path + ",,,,新桥县,,");

    assertThat(region(correct(told, path, "双桐街道"))).containsExactly("沧宁省", "沧原市", "新桥县", "双桐街道");
    assertThat(told.remarks()).isEmpty();
  }

  @Test
  void anIdOfTheManifestIsNoOtherFiles() throws Exception {
    String id = Ids.reportId("旧.txt");
    Curation curation = curation(null, "新.txt," + id + ",,,,,");

    assertThat(correct(curation, "新.txt", "柳湾镇").id()).as("moved").isEqualTo(id);
    Report other = correct(curation, "旧.txt", "青崖乡");
    assertThat(other.id()).as("came to the old place").isNotEqualTo(id);
    assertThat(Ids.isReportId(other.id())).isTrue();
    assertThat(curation.version(root, "旧.txt")).isNotEmpty();
  }

  @Test
  void twoFoldersManifestsGiveAnIdOnce(@TempDir Path second) throws Exception {
    curation(null, "a.txt,same,,,,,");
    Files.writeString(second.resolve(Manifest.FILE), "path,id\nb.txt,same\n");
    Curation curation = Curation.of(List.of(folder, second), null);
    Report extracted =
        ReportFactory.fromText("b.txt", "柳湾镇总结".getBytes(StandardCharsets.UTF_8)).report();
    Report b = curation.correct(second.toRealPath().toString(), "b.txt", extracted);

    assertThat(b.id()).isEqualTo(Ids.reportId("b.txt"));
    assertThat(correct(curation, "a.txt", "柳湾镇").id()).isEqualTo("same");
    assertThat(curation.remarks().getFirst().file()).contains(second.toString(), "第 2 行");
  }

  @Test
  void theVersionChangesWithWhatIsSaidOfTheFileAndItsMembers() throws Exception {
    assertThat(Curation.of(List.of(folder), null).version(root, "a.txt")).isEmpty();
    List<String> versions = new ArrayList<>();
    for (String row : List.of("a.zip,,,,,,", "a.zip/b.txt,,,,,,2020", "a.zip/b.txt,,,,,,2021")) {
      versions.add(curation(null, row).version(root, "a.zip"));
    }
    versions.add(curation(GAZETTEER, "a.zip/b.txt,,,,,,2021").version(root, "a.zip"));
    assertThat(versions).doesNotHaveDuplicates();
    assertThat(curation(null, "c.txt,,,,,,2021").version(root, "a.zip")).isEmpty();
  }

  @Test
  void rowsWithoutFilesAreNamedOnceAllFilesWereMet() throws Exception {
    Curation curation = curation(null, "a.txt,,,,,,24", "b.txt,,,,,,", "gone.txt,,,,,,");
    correct(curation, "a.txt", "柳湾镇");
    curation.version(root, "b.txt");

    assertThat(curation.remarks().stream().map(r -> r.file() + "：" + r.reason()))
        .containsExactly(
            folder + "/reports.csv 第 2 行：year 列“24”没有使用：年度应是 1990 到 2099 的四位年份",
            folder + "/reports.csv 第 4 行：找不到文件 gone.txt");
  }
}
