package govsearch.engine;

import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A library in memory, for tests of what is put into one and when it is committed. */
public final class CollectingSink implements LibrarySink {

  private record State(
      Map<String, Report> reports, Map<String, FileRecord> files, List<RunRecord> runs) {

    State copy() {
      return new State(new TreeMap<>(reports), new TreeMap<>(files), new ArrayList<>(runs));
    }
  }

  private final Runnable beforeWriting;
  private State state = new State(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
  private State committed = state.copy();
  private int puts;
  private int writes;
  private int commits;

  public CollectingSink() {
    this(() -> {});
  }

  /**
   * A library in which writing may fail.
   *
   * @param beforeWriting is called before anything is written or committed
   */
  public CollectingSink(Runnable beforeWriting) {
    this.beforeWriting = beforeWriting;
  }

  /** What is in, by the path of its source. */
  public synchronized List<Report> reports() {
    List<Report> sorted = new ArrayList<>(state.reports.values());
    sorted.sort(
        Comparator.comparing((Report report) -> report.head().source().path())
            .thenComparing(Report::id));
    return sorted;
  }

  /** How often a report was put, which is what costs. */
  public synchronized int puts() {
    return puts;
  }

  /** How often anything was written. */
  public synchronized int writes() {
    return writes;
  }

  public synchronized int commits() {
    return commits;
  }

  /** Runs, by the time they were written. */
  public synchronized List<RunRecord> runs() {
    return List.copyOf(state.runs);
  }

  /** What is known of files, by folder and path. */
  public synchronized List<FileRecord> files() {
    return List.copyOf(state.files.values());
  }

  /** Loses what was not committed, as a process does that is killed. */
  public synchronized void rollBack() {
    state = committed.copy();
  }

  @Override
  public synchronized void put(Report report) {
    write();
    puts++;
    state.reports.put(report.id(), report);
  }

  @Override
  public synchronized void remove(String reportId) {
    write();
    state.reports.remove(reportId);
  }

  @Override
  public Ledger ledger() {
    return new ListedLedger(this::files, this::size);
  }

  /** What is recorded is seen at once. */
  @Override
  public void refreshLedger() {}

  private synchronized CollectionSize size() {
    return new CollectionSize(
        state.reports.size(),
        state.reports.values().stream().mapToLong(report -> report.paragraphs().size()).sum());
  }

  @Override
  public synchronized void record(FileRecord file) {
    write();
    state.files.put(file.root() + '\0' + file.path(), file);
  }

  @Override
  public synchronized void forget(String root, String path) {
    write();
    state.files.remove(root + '\0' + path);
  }

  @Override
  public synchronized void record(RunRecord run) {
    state.runs.add(run);
  }

  @Override
  public synchronized Optional<Report> report(String reportId) {
    return Optional.ofNullable(state.reports.get(reportId));
  }

  @Override
  public void tidy() {}

  @Override
  public synchronized void commit() {
    beforeWriting.run();
    commits++;
    committed = state.copy();
  }

  private void write() {
    beforeWriting.run();
    writes++;
  }

  @Override
  public void close() {}
}
