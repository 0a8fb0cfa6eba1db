package govsearch.engine;

import govsearch.ingest.sync.Ingest;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reports for tests, read as the program reads them. */
public final class SampleReports {

  /** The invented reports that come with the program. */
  public static final Path FOLDER = Path.of("src", "samples");

  private SampleReports() {}

  /** The reports below a folder. */
  public static List<Report> read(Path folder) {
    CollectingSink collector = new CollectingSink();
    try {
      Path sources = Files.createTempDirectory("govsearch-test");
      try {
        new Ingest(collector, new SourceStore(sources), Ingest.Progress.SILENT)
            .run(List.of(folder));
      } finally {
        delete(sources);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return collector.reports();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
