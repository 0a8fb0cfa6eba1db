package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds out of files that it does not read. */
class SyncLookupTest {

  private static final String PATH = "青石镇.txt";

  @TempDir private Path folder;
  private Path one;
  private Path other;
  private final CollectingSink sink = new CollectingSink();

  @BeforeEach
  void twoFoldersWithTheSamePath() throws IOException {
    one = Files.createDirectories(folder.resolve("one"));
    other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(one.resolve(PATH), text("甲", 1));
    Files.writeString(other.resolve(PATH), text("乙", 2));
    run(options(), one);
    run(options(), other);
    rest();
  }

  /** It was looked for only among the files that a run has in its own folders. */
  @Test
  void theIdOfAPathGoesOverWhenNobodyElseHasThePathAnyMore() {
    assertThat(sink.report(Ids.reportId(PATH)).orElseThrow().paragraphs().getLast().text())
        .contains("甲");
    assertThat(run(options(), one, other).changes().unchanged()).isEqualTo(2);
    run(options().forgetting(List.of(one)));

    IngestSummary summary = run(options(), other);

    assertThat(summary.changes().replaced()).isEqualTo(1);
    assertThat(sink.report(Ids.reportId(PATH)).orElseThrow().paragraphs().getLast().text())
        .contains("乙");
    assertThat(sink.reports()).hasSize(1);
  }

  /** Both in one run: the file is the same, and its id is another. */
  @Test
  void aFileThatNobodyChangedIsTakenAgainWhenTheOtherOneGoes() throws IOException {
    Files.delete(one.resolve(PATH));

    IngestSummary summary = run(IngestOptions.sync(null, true, false), one, other);

    assertThat(summary.changes()).isEqualTo(new IngestSummary.Changes(0, 1, 1, 0));
    assertThat(sink.report(Ids.reportId(PATH)).orElseThrow().paragraphs().getLast().text())
        .contains("乙");
  }

  @Test
  void ofAPartNothingElseIsLookedAt() throws IOException {
    Files.createDirectories(one.resolve("县"));
    Files.writeString(one.resolve("县/a.txt"), text("丙", 3));
    Files.writeString(one.resolve("县!.txt"), text("丁", 4));
    Files.writeString(one.resolve(PATH), text("戊", 5));
    Scope part = Scope.of(Root.keyOf(one), List.of("县", "县/a.txt", "无.txt"));

    IngestSummary summary = run(options().within(part), one, other);

    assertThat(summary.changes()).isEqualTo(new IngestSummary.Changes(1, 0, 0, 0));
    assertThat(sink.files()).extracting(FileRecord::path).containsExactly("县/a.txt", PATH, PATH);
    Files.delete(one.resolve("县/a.txt"));
    Files.delete(one.resolve("县"));
    assertThat(run(options().within(part), one).changes().removed()).isEqualTo(1);
    assertThat(run(options(), one).changes()).isEqualTo(new IngestSummary.Changes(1, 1, 0, 0));
  }

  /** A folder that somebody has emptied, or not mounted, says so whichever part is looked at. */
  @Test
  void aPartOfAnEmptyFolderIsTheWholeFolder() throws IOException {
    Files.delete(one.resolve(PATH));
    Scope part = Scope.of(Root.keyOf(one), List.of(PATH));

    IngestSummary summary = run(options().within(part), one);

    assertThat(summary.skipped()).singleElement().asString().contains("--allow-empty");
    assertThat(sink.reports()).hasSize(2);
  }

  /** Files whose times are too young to prove anything are read; these have rested. */
  private void rest() throws IOException {
    for (FileRecord file : sink.files()) {
      Stamp stamp = Stamp.of(Path.of(file.root()).resolve(file.path()));
      sink.record(file.seen(file.order(), stamp.text()));
    }
  }

  private static IngestOptions options() {
    return IngestOptions.sync(null, false, false);
  }

  private IngestSummary run(IngestOptions options, Path... roots) {
    SourceStore store = new SourceStore(folder.resolve("index"));
    return new Ingest(sink, store, Ingest.Progress.SILENT, options).run(List.of(roots));
  }

  private static String text(String who, int figure) {
    return "青石镇2024年法治政府建设情况报告\n一、做法\n" + who + "组宣讲" + figure + "场。\n";
  }
}
