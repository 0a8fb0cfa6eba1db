package govsearch.ingest.sync;

import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one that changes a collection within a process, one run at a time. It holds the index only
 * while it runs, so that a sync from elsewhere gets its turn.
 */
public final class LibraryWriter {

  private final Supplier<? extends LibrarySink> sinks;
  private final SourceStore sources;
  private final Runnable committed;
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * A writer.
   *
   * @param sinks opens the index to change it; fails while another process does so
   * @param committed is told when a run is over
   */
  public LibraryWriter(
      Supplier<? extends LibrarySink> sinks, SourceStore sources, Runnable committed) {
    this.sinks = sinks;
    this.sources = sources;
    this.committed = committed;
  }

  /**
   * Runs when it is its turn.
   *
   * @param patience how long to wait for that
   * @return empty if others were at it all the time
   */
  Optional<IngestSummary> run(IngestOptions options, List<Path> folders, Duration patience) {
    return change(
        patience, sink -> new Ingest(sink, sources, Ingest.Progress.SILENT, options).run(folders));
  }

  /** Does something while nobody else, in no other process either, changes the collection. */
  interface Change<T> {
    T with(LibrarySink sink);
  }

  /**
   * Does it when it is its turn.
   *
   * @return empty if others were at it all the time
   */
  <T> Optional<T> change(Duration patience, Change<T> change) {
    if (!begin(patience)) {
      return Optional.empty();
    }
    boolean begun = false;
    try (LibrarySink sink = sinks.get()) {
      begun = true;
      return Optional.of(change.with(sink));
    } finally {
      turn.unlock();
      if (begun) { // also where it failed: what it had committed is there
        committed.run();
      }
    }
  }

  SourceStore sources() {
    return sources;
  }

  private boolean begin(Duration patience) {
    try {
      return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
