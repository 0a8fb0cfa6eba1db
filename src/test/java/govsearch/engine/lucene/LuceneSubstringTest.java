package govsearch.engine.lucene;

import govsearch.engine.SampleReports;
import govsearch.engine.SubstringContract;
import govsearch.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LuceneSubstringTest extends SubstringContract implements LuceneUnderTest {

  private static final Path SHARED = Path.of("..", "shared");

  @Test
  void findsRandomSubstringsOfTheRealReports() {
    Path seeds = SHARED.resolve("seeds");
    Path provincial = SHARED.resolve("reports");
    Assumptions.assumeTrue(
        Files.isDirectory(seeds) && Files.isDirectory(provincial),
        "skipped: the real reports (../shared/seeds, ../shared/reports) are not here");
    List<Report> reports = new ArrayList<>(SampleReports.read(seeds));
    reports.addAll(SampleReports.read(provincial));
    findsRandomSubstrings(reports, 20_000, 2_026);
  }
}
