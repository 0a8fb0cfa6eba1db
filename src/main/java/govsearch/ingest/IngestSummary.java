package govsearch.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a run.
 *
 * @param bytes of the files that became reports
 * @param skipped files that did not, each with its reason
 * @param noted files that did, with something to know about them
 */
public record IngestSummary(
    int reports,
    long paragraphs,
    long bytes,
    List<Remark> skipped,
    List<Remark> noted,
    double seconds) {

  public IngestSummary {
    skipped = List.copyOf(skipped);
    noted = List.copyOf(noted);
  }

  /** A file with what is to be said of it, in Chinese. */
  public record Remark(String file, String reason) {}

  /** Collects while a run goes on. */
  static final class Builder {
    private int reports;
    private long paragraphs;
    private long bytes;
    private final List<Remark> skipped = new ArrayList<>();
    private final List<Remark> noted = new ArrayList<>();

    void report(int paragraphsOfIt, long bytesOfIt) {
      reports++;
      paragraphs += paragraphsOfIt;
      bytes += bytesOfIt;
    }

    void skipped(String file, String reason) {
      skipped.add(new Remark(file, reason));
    }

    void noted(String file, String reason) {
      noted.add(new Remark(file, reason));
    }

    IngestSummary build(long nanos) {
      return new IngestSummary(reports, paragraphs, bytes, skipped, noted, nanos / 1e9);
    }
  }
}
