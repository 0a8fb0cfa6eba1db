package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.CollectingSink;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that change: what is done again, what stays, and what goes. */
class SyncTest {

  @TempDir private Path folder;
  private Path reports;
  private final CollectingSink sink = new CollectingSink();

  @BeforeEach
  void threeReports() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    write("青石镇.txt", "青石镇", "开展宣讲3场");
    write("柳湾镇.txt", "柳湾镇", "开展宣讲4场");
    write("枣河镇.txt", "枣河镇", "开展宣讲5场");
    sync();
  }

  @Test
  void anUnchangedFolderIsNotAnalysedAgain() {
    int puts = sink.puts();
    IngestSummary summary = sync();

    assertThat(summary.changes()).isEqualTo(new IngestSummary.Changes(0, 0, 0, 3));
    assertThat(summary.reports()).isEqualTo(3);
    assertThat(summary.paragraphs()).isEqualTo(9);
    assertThat(sink.puts()).isEqualTo(puts).isEqualTo(3);
  }

  @Test
  void aFileOfTheSameStampIsNotEvenRead() throws IOException {
    for (FileRecord file : sink.files()) {
      Stamp stamp = Stamp.of(reports.resolve(file.path()));
      sink.record(
          new FileRecord(
              file.root(),
              file.order(),
              file.path(),
              "0".repeat(64), // were it read, it would be another
              file.bytes(),
              stamp.text(),
              file.version(),
              file.reports(),
              file.skipped(),
              file.notes()));
    }
    int writes = sink.writes();

    assertThat(sync().changes().unchanged()).isEqualTo(3);
    assertThat(sink.writes()).isEqualTo(writes);
    sync(IngestOptions.sync(null, false, true), reports);
    assertThat(sink.writes()).as("unless all are to be compared").isGreaterThan(writes);
  }

  @Test
  void aStampOfAFileThatWasWrittenJustNowProvesNothing() throws IOException {
    Stamp stamp = Stamp.of(reports.resolve("青石镇.txt"));

    assertThat(stamp.kept(stamp.changedAt())).isEmpty();
    assertThat(stamp.kept(stamp.changedAt() + 2_000)).isEmpty();
    assertThat(stamp.kept(stamp.changedAt() + 2_001)).isEqualTo(stamp.text());
  }

  @Test
  void whatIsNewComesWhatChangedIsReplacedWhatIsGoneGoes() throws IOException {
    write("双桐镇.txt", "双桐镇", "开展宣讲6场");
    write("柳湾镇.txt", "柳湾镇", "开展宣讲40场");
    Files.delete(reports.resolve("枣河镇.txt"));
    int puts = sink.puts();
    IngestSummary summary = sync();

    assertThat(summary.changes()).isEqualTo(new IngestSummary.Changes(1, 1, 1, 1));
    assertThat(sink.puts() - puts).isEqualTo(2);
    assertThat(towns()).containsExactly("双桐镇", "柳湾镇", "青石镇");
    assertThat(report("柳湾镇.txt").paragraphs().getLast().text()).contains("40场");
    assertEqualsFresh(reports);
  }

  @Test
  void theSameTextInTwoFilesIsOneReportWithTwoSources() throws IOException {
    write("副本/柳湾镇.txt", "柳湾镇", "开展宣讲4场");
    sync();

    assertThat(sink.reports()).hasSize(3);
    Report report = report("副本/柳湾镇.txt");
    assertThat(report.head().sources())
        .extracting(Source::path)
        .containsExactly("副本/柳湾镇.txt", "柳湾镇.txt");
    Files.delete(reports.resolve("副本/柳湾镇.txt"));
    sync();
    assertThat(report("柳湾镇.txt").head().sources())
        .extracting(Source::path)
        .containsExactly("柳湾镇.txt");
    assertEqualsFresh(reports);
  }

  @Test
  void theSameTextOfTwoTownsIsTwoReports() throws IOException {
    String text = "法治政府建设情况报告\n一年来有进步。\n";
    Files.writeString(reports.resolve("云台镇2024年.txt"), text);
    Files.writeString(reports.resolve("石桥镇2024年.txt"), text);
    sync();

    assertThat(towns()).contains("云台镇", "石桥镇");
  }

  @Test
  void aFileThatMovesIsAnalysedOnceAndIsNeverMissing() throws IOException {
    Files.createDirectories(reports.resolve("临溪县"));
    Files.move(reports.resolve("柳湾镇.txt"), reports.resolve("a柳湾镇.txt"));
    int puts = sink.puts();
    IngestSummary summary = sync();

    assertThat(summary.changes()).isEqualTo(new IngestSummary.Changes(1, 0, 1, 2));
    assertThat(sink.puts() - puts).isEqualTo(1);
    assertEqualsFresh(reports);
  }

  @Test
  void aSkippedFileIsRememberedAndTriedAgainWhenItChanges() throws IOException {
    Path file = Files.writeString(reports.resolve("空.txt"), "");
    assertThat(sync().skipped()).singleElement().asString().contains("空文件");
    IngestSummary second = sync();
    assertThat(second.skipped()).isEmpty();
    assertThat(second.skippedBefore()).isEqualTo(1);
    assertThat(sink.files())
        .filteredOn(record -> !record.skipped().isEmpty())
        .singleElement()
        .satisfies(record -> assertThat(record.path()).isEqualTo("空.txt"));
    Files.writeString(file, "云台镇2024年法治政府建设情况报告\n一年来有进步。\n");
    assertThat(sync().changes().added()).isEqualTo(1);
    assertThat(sink.files()).allMatch(record -> record.skipped().isEmpty());
  }

  @Test
  void whatAnotherVersionHasReadIsReadAgain() throws IOException {
    Files.writeString(reports.resolve("空.txt"), "");
    sync();
    for (FileRecord file : sink.files()) {
      sink.record(file.toReadAgain("an older version"));
    }
    int puts = sink.puts();
    IngestSummary summary = sync();

    assertThat(summary.skipped()).hasSize(1);
    assertThat(summary.changes().replaced()).isEqualTo(3);
    assertThat(sink.puts()).as("the same reports came of it").isEqualTo(puts);
    assertThat(sync().changes().unchanged()).isEqualTo(4);
  }

  @Test
  void aFolderThatIsNotThereKeepsItsReports() throws IOException {
    Path away = Files.move(reports, folder.resolve("away"));
    IngestSummary summary = sync();

    assertThat(summary.skipped()).singleElement().asString().contains("没有挂载", "3 个文件保持不变");
    assertThat(sink.reports()).hasSize(3);
    Files.move(away, reports);
    IngestSummary again = sync();
    assertThat(again.skipped()).isEmpty();
    assertThat(again.changes().unchanged()).isEqualTo(3);
    assertThat(sink.files()).hasSize(3);
  }

  @Test
  void anEmptyFolderKeepsItsReportsUnlessItIsMeant() throws IOException {
    for (FileRecord file : sink.files()) {
      Files.delete(reports.resolve(file.path()));
    }
    IngestSummary summary = sync();
    assertThat(summary.skipped()).singleElement().asString().contains("--allow-empty");
    assertThat(sink.reports()).hasSize(3);

    sync(IngestOptions.sync(null, true, false), reports);
    assertThat(sink.reports()).isEmpty();
    assertThat(sink.files()).isEmpty();
  }

  @Test
  void otherFoldersAreLeftAloneUntilTheyAreForgotten() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    write(other, "白鹭镇.txt", "白鹭镇", "开展宣讲7场");
    sync(options(), other);
    assertThat(sink.reports()).hasSize(4);
    sync();
    assertThat(sink.reports()).hasSize(4);

    sync(options().forgetting(List.of(reports)), other);
    assertThat(towns()).containsExactly("白鹭镇");
  }

  @Test
  void aFolderThatComesLaterTakesNoId() throws IOException {
    Path earlierByName = Files.createDirectories(folder.resolve("a-folder"));
    write(earlierByName, "柳湾镇.txt", "柳湾镇", "另一份报告");
    String before = report("柳湾镇.txt").paragraphs().getLast().text();
    sync(options(), earlierByName);

    assertThat(sink.reports()).hasSize(4);
    assertThat(report("柳湾镇.txt").paragraphs().getLast().text()).isEqualTo(before);
    sync(options(), reports, earlierByName);
    assertThat(report("柳湾镇.txt").paragraphs().getLast().text()).isEqualTo(before);
  }

  @Test
  void foldersWithinEachOtherAreRefused() throws IOException {
    Path below = Files.createDirectories(reports.resolve("临溪县"));

    assertThatThrownBy(() -> sync(options(), below))
        .isInstanceOf(FolderMistakeException.class)
        .hasMessageContaining("之内");
    assertThatThrownBy(() -> sync(options(), folder)).isInstanceOf(FolderMistakeException.class);
    assertThat(sync(options(), reports, reports).reports()).isEqualTo(3);
  }

  @Test
  void aFileThatIsBeingWrittenIsLeftForLater() throws IOException {
    Path file = reports.resolve("双桐镇.txt");
    write("双桐镇.txt", "双桐镇", "开展宣讲6场");
    IngestSummary summary = sync(IngestOptions.watch(null, java.time.Duration.ofHours(1)), reports);
    assertThat(summary.unsettled()).isPositive();
    assertThat(towns()).doesNotContain("双桐镇").hasSize(3);
    assertThat(file).exists();
    sync();
    assertThat(towns()).contains("双桐镇");
  }

  @Test
  void sourcesThatNoReportNeedsAreDropped() throws IOException {
    String lost = report("柳湾镇.txt").head().source().sha256();
    String kept = report("青石镇.txt").head().source().sha256();
    Files.delete(reports.resolve("柳湾镇.txt"));
    write("副本.txt", "青石镇", "开展宣讲3场");
    Files.delete(reports.resolve("青石镇.txt"));
    sync();

    assertThat(store().open(lost)).isEmpty();
    try (var in = store().open(kept).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(reports.resolve("副本.txt")));
    }
  }

  @Test
  void skippedFilesAreCountedByReason() throws IOException {
    Files.writeString(reports.resolve("a.xyz"), "x");
    Files.writeString(reports.resolve("b.xyz"), "x");
    Files.writeString(reports.resolve("空.txt"), "");

    assertThat(sync().skippedByReason().entrySet())
        .extracting(entry -> entry.getValue())
        .containsExactly(2, 1);
  }

  private void write(String path, String town, String done) throws IOException {
    write(reports, path, town, done);
  }

  private static void write(Path root, String path, String town, String done) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, town + "2024年法治政府建设情况报告\n一、主要做法\n全镇" + done + "。\n");
  }

  private IngestSummary sync() {
    return sync(options(), reports);
  }

  private static IngestOptions options() {
    return IngestOptions.sync(null, false, false);
  }

  private IngestSummary sync(IngestOptions options, Path... roots) {
    return new Ingest(sink, store(), Ingest.Progress.SILENT, options).run(List.of(roots));
  }

  private SourceStore store() {
    return new SourceStore(folder.resolve("index"));
  }

  private Report report(String path) {
    return sink.report(Ids.reportId(path)).orElseThrow();
  }

  private Set<String> towns() {
    return sink.reports().stream()
        .map(report -> report.head().town())
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }

  private void assertEqualsFresh(Path... roots) {
    CollectingSink fresh = new CollectingSink();
    new Ingest(fresh, new SourceStore(folder.resolve("fresh")), Ingest.Progress.SILENT)
        .run(List.of(roots));
    assertThat(sink.reports()).isEqualTo(fresh.reports());
  }
}
