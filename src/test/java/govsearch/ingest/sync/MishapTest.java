package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.engine.FailingSink;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a report makes the index do costs that report alone, by name. */
class MishapTest {

  private static final String BAD = "恶镇";

  @TempDir private Path folder;
  private Path reports;

  @BeforeEach
  void writeReports() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    write("a.txt", "甲镇", 1);
    write("b.txt", BAD, 2);
    write("c.txt", "丙镇", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "memory", "linkage", "assertion", "runtime"})
  void aReportThatTheIndexFailsAtIsSkippedByNameAndTheRestIsTaken(String kind) {
    CollectingSink library = new CollectingSink();
    FailingSink sink = new FailingSink(BAD, library, kind);

    IngestSummary summary = run(sink, IngestOptions.rebuild(null));

    assertThat(library.reports())
        .extracting(report -> report.head().source().path())
        .containsExactly("a.txt", "c.txt");
    assertThat(summary.skipped())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.file()).endsWith("b.txt");
              assertThat(skipped.reason()).containsPattern("程序出错|过深|内存");
            });
    assertThat(library.files())
        .filteredOn(file -> !file.skipped().isEmpty())
        .singleElement()
        .satisfies(file -> assertThat(file.reports()).isEmpty());
  }

  @Test
  void whatTheFileGaveBeforeIsGoneToo() throws IOException {
    CollectingSink library = new CollectingSink();
    run(library, IngestOptions.sync(null, false, false));
    write("b.txt", BAD, 22);

    run(new FailingSink(BAD, library, "stack"), IngestOptions.sync(null, false, true));

    assertThat(library.reports())
        .extracting(report -> report.head().source().path())
        .containsExactly("a.txt", "c.txt");
  }

  @Test
  void ofAnArchiveOnlyTheMemberIsSkipped() throws IOException {
    Files.delete(reports.resolve("b.txt"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(reports.resolve("d.zip")))) {
      for (String town : List.of("丁镇", BAD, "戊镇")) {
        zip.putNextEntry(new ZipEntry(town + ".txt"));
        zip.write(text(town, 4).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    CollectingSink library = new CollectingSink();
    FailingSink sink = new FailingSink(BAD, library, "stack");

    IngestSummary summary = run(sink, IngestOptions.rebuild(null));

    assertThat(library.reports()).hasSize(4);
    assertThat(summary.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.file()).endsWith("d.zip/" + BAD + ".txt"));
  }

  /** A term of more than 32 KiB is one that Lucene refuses, in the middle of a report. */
  @Test
  void lucenesWriterGoesOnAfterAReportItRefuses() throws IOException {
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      run(new FailingSink(BAD, sink, "id"), IngestOptions.rebuild(null));
    }
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      assertThat(engine.size().reports()).isEqualTo(2);
      assertThat(engine.overview().skipped()).isEqualTo(1);
    }
  }

  private IngestSummary run(LibrarySink sink, IngestOptions options) {
    return new Ingest(
            sink, new SourceStore(folder.resolve("index")), Ingest.Progress.SILENT, options)
        .run(List.of(reports));
  }

  private void write(String name, String town, int figure) throws IOException {
    Files.writeString(reports.resolve(name), text(town, figure));
  }

  private static String text(String town, int figure) {
    return town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲" + figure + "场，调解纠纷若干件。\n";
  }
}
