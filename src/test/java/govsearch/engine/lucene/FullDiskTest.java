package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk may be full at any write: the run ends with that reason, and the old index is there. */
class FullDiskTest {

  private static final int FILES = 4;
  private static final long MOST_BYTES = 4L << 20;

  @TempDir private Path folder;
  private Path reports;
  private Path index;

  @BeforeEach
  void anIndex() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    index = folder.resolve("index");
    write(0, FILES, "旧");
    run(OpenMode.CREATE, Long.MAX_VALUE);
  }

  @Test
  void aSyncThatFindsTheDiskFullLeavesTheIndexAndTheNextOneDoesTheRest() throws IOException {
    write(FILES - 1, 2 * FILES, "新");
    assertThat(failures(OpenMode.CREATE_OR_APPEND)).isGreaterThan(3);
  }

  @Test
  void soDoesARebuild() throws IOException {
    write(FILES - 1, 2 * FILES, "新");
    assertThat(failures(OpenMode.CREATE)).isGreaterThan(3);
  }

  /** Runs with more and more space until it is enough; gives how often it was not. */
  private int failures(OpenMode mode) {
    int failures = 0;
    for (long bytes = 0; ; bytes = 64 + 3 * bytes) {
      assertThat(bytes).as("enough for anything").isLessThan(MOST_BYTES);
      long space = bytes;
      Throwable failure = catchThrowable(() -> run(mode, space));
      if (failure == null) {
        assertThat(reportsInIndex()).isEqualTo(2 * FILES);
        return failures;
      }
      failures++;
      assertThat(failure)
          .as("with %d bytes left", bytes)
          .isInstanceOfAny(UncheckedIOException.class, UnusableIndexException.class)
          .hasStackTraceContaining("No space left on device");
      assertThat(reportsInIndex()).as("with %d bytes left", bytes).isEqualTo(FILES);
    }
  }

  private long reportsInIndex() {
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(20))) {
      return engine.size().reports();
    }
  }

  private IngestSummary run(OpenMode mode, long space) throws IOException {
    IngestOptions options =
        mode == OpenMode.CREATE
            ? IngestOptions.rebuild(null)
            : IngestOptions.sync(null, false, false);
    try (LuceneSink sink =
        LuceneSink.open(
            new FullDirectory(IndexFormat.directory(index), space),
            index,
            mode,
            IndexSettings.USUAL)) {
      return new Ingest(sink, new SourceStore(index), Ingest.Progress.SILENT, options)
          .run(List.of(reports));
    }
  }

  private void write(int from, int to, String what) throws IOException {
    for (int i = from; i < to; i++) {
      Files.writeString(
          reports.resolve(i + ".txt"), "青石" + i + "镇2024年法治政府建设情况报告\n一、做法\n" + what + "宣讲若干场。\n");
    }
  }
}
