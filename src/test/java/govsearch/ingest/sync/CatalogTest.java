package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.CollectingSink;
import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

  private static final Report REPORT = SampleReports.read(SampleReports.FOLDER).getFirst();

  private static final class Full extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Full() {
      super(new IOException("full"));
    }
  }

  private final int[] left = {Integer.MAX_VALUE};
  private final CollectingSink sink =
      new CollectingSink(
          () -> {
            if (left[0]-- == 0) {
              throw new Full();
            }
          });

  /** One of three files that give the same report. */
  private static FileRecord file(String name) {
    FileRecord.Given given =
        new FileRecord.Given(
            "report" + name,
            Contents.of(REPORT),
            REPORT.paragraphs().size(),
            REPORT.head().source());
    return new FileRecord(
        "root", 0, name + ".txt", name, 1, "", "", List.of(given), List.of(), List.of());
  }

  /** Another thread may be waiting for the very report at which the first one failed. */
  @Test
  void afterAChangeThatFailedHalfWayNothingIsWrittenNorComplainedOf(@TempDir Path folder) {
    Catalog catalog = new Catalog(sink, new SourceStore(folder));
    for (String name : List.of("a", "b", "c")) {
      catalog.replace(file(name), List.of(REPORT));
    }
    left[0] = 1; // the shared report is put under its next id, and not taken away under the first
    assertThatThrownBy(() -> catalog.remove(FileKey.of(file("a")))).isInstanceOf(Full.class);
    assertThat(sink.reports()).hasSize(2);
    left[0] = Integer.MAX_VALUE;
    int writes = sink.writes();

    catalog.remove(FileKey.of(file("b")));

    assertThat(sink.writes()).isEqualTo(writes);
  }

  /** A run of hundreds of thousands of files that commits once holds no more of them than this. */
  @Test
  void whatIsNoLongerHeldIsStillKnown(@TempDir Path folder) {
    try (LuceneSink index = LuceneSink.rebuild(folder)) {
      Catalog catalog = new Catalog(index, new SourceStore(folder), 1);
      for (String name : List.of("b", "c", "a")) {
        catalog.replace(file(name), List.of(REPORT));
        catalog.relieve();

        assertThat(catalog.ledger().file("root", name + ".txt")).contains(file(name));
      }
      catalog.remove(FileKey.of(file("b")));
      catalog.relieve();

      assertThat(catalog.file(FileKey.of(file("b")))).isNull();
      assertThat(index.report("reporta")).isPresent();
      assertThat(index.report("reportb")).isEmpty();
      assertThat(index.report("reportc")).isEmpty();
      assertThat(LuceneEngine.isIndex(folder)).isFalse();
    }
  }
}
