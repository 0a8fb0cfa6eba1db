package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import govsearch.engine.FailingSink;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.library.Correctable;
import govsearch.library.IntakeRefusedException;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a correction leaves to the next run, and what it does not. */
class RecurationTest {

  private static final String MANIFEST = "path,county\nall.zip/b.txt,%s\n";

  @TempDir private Path folder;
  private Path index;
  private Path reports;
  private LuceneEngine engine;

  @BeforeEach
  void readAnArchive() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectories(folder.resolve("reports"));
    try (OutputStream out = Files.newOutputStream(reports.resolve("all.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a", "b")) {
        zip.putNextEntry(new ZipEntry(name + ".txt"));
        zip.write(text(name.equals("a") ? "甲石镇" : "乙石镇"));
      }
    }
    Files.writeString(reports.resolve("reports.csv"), MANIFEST.formatted("临溪县"));
    sync();
    engine = LuceneEngine.open(index, Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static byte[] text(String town) {
    return (town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲若干场，调解纠纷若干件。\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private IngestSummary sync() {
    try (LuceneSink sink = LuceneSink.update(index)) {
      return new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(Uploads.in(index), false, false)
                  .correctedBy(Curation.of(List.of(reports), null, CorrectionFile.of(index))))
          .run(List.of(reports));
    }
  }

  private Uploads uploads() {
    return failingAt("恶镇");
  }

  private Uploads failingAt(String town) {
    LibraryWriter writer =
        new LibraryWriter(
            () -> new FailingSink(town, LuceneSink.update(index), "stack"),
            new SourceStore(index),
            engine::refresh);
    return new Uploads(
        index, writer, (folders, said) -> Curation.of(folders, null, said), false, engine, engine);
  }

  private ReportHead head(String town) {
    engine.refresh();
    return engine.reports(Filters.NONE, false, 10, null).reports().stream()
        .filter(head -> town.equals(head.town()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatElseOfAnArchiveWasToBeReadAgainIsReadAgain() throws IOException {
    Files.writeString(reports.resolve("reports.csv"), MANIFEST.formatted("云渚县"));
    uploads().correct(head("甲石镇").id(), Map.of(Correctable.YEAR, "2023"));
    assertThat(head("甲石镇").year()).isEqualTo(2023);

    assertThat(sync().changes().unchanged()).isZero();

    assertThat(head("乙石镇").county()).isEqualTo("云渚县");
    assertThat(head("甲石镇").year()).isEqualTo(2023);
    assertThat(sync().changes().unchanged()).isOne();
  }

  @Test
  void anArchiveOfWhichNothingElseIsToBeReadAgainIsNot() {
    uploads().correct(head("甲石镇").id(), Map.of(Correctable.YEAR, "2023"));
    assertThat(sync().changes().unchanged()).isOne();
    assertThat(head("甲石镇").year()).isEqualTo(2023);
    assertThat(head("乙石镇").county()).isEqualTo("临溪县");
  }

  /** The next run corrected what was said not to be corrected. */
  @Test
  void whatFailedStaysFailed() {
    String id = head("甲石镇").id();
    uploads().correct(id, Map.of(Correctable.COUNTY, "临溪县"));
    Uploads failing = failingAt("甲石镇");
    assertThatExceptionOfType(IntakeRefusedException.class)
        .isThrownBy(() -> failing.correct(id, Map.of(Correctable.COUNTY, "云渚县")));
    assertThat(sync().changes().unchanged()).isOne();
    assertThat(head("甲石镇").county()).isEqualTo("临溪县");
  }
}
