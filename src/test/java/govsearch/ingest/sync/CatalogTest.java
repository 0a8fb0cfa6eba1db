package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.CollectingSink;
import govsearch.engine.SampleReports;
import govsearch.library.FileRecord;
import govsearch.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Report REPORT = SampleReports.read(SampleReports.FOLDER).getFirst();

  private static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;
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
  void afterAChangeThatFailedHalfWayNothingIsWrittenNorComplainedOf() {
    Catalog catalog = new Catalog(sink);
    for (String name : List.of("a", "b", "c")) {
      catalog.replace(file(name), List.of(REPORT));
    }
    left[0] = 1; // the shared report is taken away under its first id, and not put under the next
    assertThatThrownBy(() -> catalog.remove(file("a"))).isInstanceOf(Full.class);
    assertThat(sink.reports()).isEmpty();
    left[0] = Integer.MAX_VALUE;
    int writes = sink.writes();

    catalog.remove(file("b"));

    assertThat(sink.writes()).isEqualTo(writes);
  }
}
