package govsearch.insight;

import govsearch.engine.SampleReports;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reports in an index of their own, and as they were read, to be counted by hand. */
public record Indexed(List<Report> reports, SearchEngine engine) implements AutoCloseable {

  /** The reports below a folder. */
  public static Indexed folder(Path reports, Path index) {
    List<Report> read = SampleReports.read(reports);
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      read.forEach(sink::put);
      sink.commit();
    }
    return new Indexed(read, LuceneEngine.open(index, Duration.ofMinutes(1)));
  }

  /** Writes a report as they come. */
  public static void write(Path folder, String file, String issuer, String year, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), issuer + year + "法治政府建设情况报告\n" + text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one report of a town and year. */
  public Report report(String town, Integer year) {
    return reports.stream()
        .filter(report -> town.equals(report.head().town()))
        .filter(report -> year.equals(report.head().year()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    engine.close();
  }
}
