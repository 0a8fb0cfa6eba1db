package govsearch.ingest.sync;

import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one that changes a collection within a process, one run at a time. As a rule it holds the
 * index only while it runs, so that a sync from elsewhere gets its turn; who watches folders keeps
 * it open, as opening costs more than taking in a file.
 */
public final class LibraryWriter implements AutoCloseable {

  /** The index that is changed. */
  public interface Index {

    /** Opens it to change it; fails while another process does so, or if it is not there. */
    LibrarySink open();

    /** Fails if what was opened is there no more. */
    default void check() {}
  }

  private final Index index;
  private final boolean isKept;
  private final SourceStore sources;
  private final Runnable committed;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable LibrarySink kept;

  private LibraryWriter(Index index, boolean isKept, SourceStore sources, Runnable committed) {
    this.index = index;
    this.isKept = isKept;
    this.sources = sources;
    this.committed = committed;
  }

  /**
   * A writer that leaves the index to others between its runs.
   *
   * @param committed is told when a run is over
   */
  public LibraryWriter(Index index, SourceStore sources, Runnable committed) {
    this(index, false, sources, committed);
  }

  /**
   * A writer that keeps the index open until it is closed itself, or a run fails.
   *
   * @param committed is told when a run is over
   */
  public static LibraryWriter keepingOpen(Index index, SourceStore sources, Runnable committed) {
    return new LibraryWriter(index, true, sources, committed);
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
    boolean done = false;
    try {
      LibrarySink sink = open();
      begun = true;
      Optional<T> result = Optional.of(change.with(sink));
      done = true;
      return result;
    } finally {
      if (!done) {
        sources.rollback();
      }
      if (!done || !isKept) { // what a run that failed has left uncommitted goes with it
        shut();
      }
      turn.unlock();
      if (begun) { // also where it failed: what it had committed is there
        committed.run();
      }
    }
  }

  private LibrarySink open() {
    LibrarySink sink = kept;
    if (sink == null) {
      sink = index.open();
      kept = sink;
    } else {
      index.check();
    }
    return sink;
  }

  private void shut() {
    LibrarySink sink = kept;
    kept = null;
    if (sink != null) {
      sink.close();
    }
  }

  /** Gives the index back, when the run that goes on is over. */
  @Override
  public void close() {
    turn.lock();
    try {
      shut();
    } finally {
      turn.unlock();
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
