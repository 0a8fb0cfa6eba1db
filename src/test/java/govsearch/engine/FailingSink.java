package govsearch.engine;

import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.util.Optional;

/** Fails at the reports of one town. */
public final class FailingSink implements LibrarySink {
  private final LibrarySink sink;
  private final String kind;
  private final String town;

  /**
   * A sink over another.
   *
   * @param town whose reports it fails at
   * @param kind of failure
   */
  public FailingSink(String town, LibrarySink sink, String kind) {
    this.town = town;
    this.sink = sink;
    this.kind = kind;
  }

  @Override
  public void put(Report report) {
    if (!report.paragraphs().getFirst().text().startsWith(town)) {
      sink.put(report);
      return;
    }
    switch (kind) {
      case "stack" -> throw new StackOverflowError();
      case "memory" -> throw new OutOfMemoryError();
      case "linkage" -> throw new NoClassDefFoundError();
      case "assertion" -> throw new AssertionError();
      case "id" -> sink.put(withImmenseId(report));
      default -> throw new IllegalStateException();
    }
  }

  private static Report withImmenseId(Report report) {
    ReportHead head = report.head();
    return new Report(
        new ReportHead("x".repeat(40_000), head.metadata(), head.paragraphCount(), head.sources()),
        report.paragraphs());
  }

  @Override
  public Ledger ledger() {
    return sink.ledger();
  }

  @Override
  public void refreshLedger() {
    sink.refreshLedger();
  }

  @Override
  public void record(FileRecord file) {
    sink.record(file);
  }

  @Override
  public void forget(String root, String path) {
    sink.forget(root, path);
  }

  @Override
  public void record(RunRecord run) {
    sink.record(run);
  }

  @Override
  public Optional<Report> report(String reportId) {
    return sink.report(reportId);
  }

  @Override
  public void tidy() {
    sink.tidy();
  }

  @Override
  public void settle() {
    sink.settle();
  }

  @Override
  public void remove(String reportId) {
    sink.remove(reportId);
  }

  @Override
  public void commit() {
    sink.commit();
  }

  @Override
  public void close() {
    sink.close();
  }
}
