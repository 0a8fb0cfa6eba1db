package govsearch.engine.lucene;

import govsearch.engine.Deadline;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.engine.lucene.search.Cursors;
import govsearch.engine.lucene.snapshot.IndexCheck;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotHistory;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * An index that is open for reading: lends its snapshots, each with a searcher of its own time
 * limit, and follows its commits in the background.
 */
final class FollowedIndex implements Vitals, Upkeep, AutoCloseable {

  private final Directory directory;
  private final SnapshotManager snapshots;
  private final SnapshotHistory history = new SnapshotHistory();
  private final Refresher refresher = new Refresher();
  private final Duration timeLimit;
  private final IdleCores idle = new IdleCores(Runtime.getRuntime().availableProcessors());
  private final TaskExecutor parts = new TaskExecutor(idle);

  private FollowedIndex(Directory directory, Duration timeLimit) throws IOException {
    this.directory = directory;
    this.snapshots = new SnapshotManager(directory);
    this.timeLimit = timeLimit;
  }

  /**
   * Opens an index.
   *
   * @param timeLimit of one piece of work, which may end sooner by its {@link Deadline}
   * @throws UnusableIndexException if there is none, or one of another format
   */
  static FollowedIndex open(Path index, Duration timeLimit) {
    Directory directory = null;
    try {
      directory = IndexFormat.existing(index);
      IndexFormat.check(directory, index);
      IndexCheck.atAGlance(directory, index);
      return new FollowedIndex(directory, timeLimit);
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw new UnusableIndexException("索引 " + index + " 打不开：" + e.getMessage(), e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /** Begins to follow; after each look at the index something else is done as well. */
  void begin(Refresher.Task behind) {
    refresher.begin(
        () -> {
          snapshots.maybeRefresh();
          history.prune();
          behind.run();
        });
  }

  /** Does something once in the background, later. */
  void later(Refresher.Task task, long millis) {
    refresher.later(task, millis);
  }

  /** A piece of work on a snapshot. */
  interface Work<T extends @Nullable Object> {
    T with(Snapshot snapshot, LimitedSearcher searcher) throws IOException;
  }

  /** Does one piece of work on the current snapshot. */
  <T extends @Nullable Object> T on(Work<T> work) {
    return on(null, work);
  }

  /** The same on the snapshot that a cursor comes from, where that is still kept. */
  <T extends @Nullable Object> T onThatOf(@Nullable String cursor, Work<T> work) {
    return on(cursor == null ? null : history.borrow(Cursors.version(cursor)), work);
  }

  /** Keeps a snapshot that is worked on for whoever turns its pages. */
  void keep(Snapshot snapshot) throws IOException {
    history.keep(snapshot);
  }

  /** Does work; a borrowed snapshot is released here, null is for the current one. */
  private <T extends @Nullable Object> T on(@Nullable Snapshot borrowed, Work<T> work) {
    try {
      Snapshot snapshot = borrowed == null ? snapshots.acquire() : borrowed;
      IdleCores.Busy busy = idle.begin();
      try {
        LimitedSearcher searcher =
            new LimitedSearcher(
                snapshot.reader(), Deadline.current().within(timeLimit)::isOver, parts);
        return work.with(snapshot, searcher);
      } finally {
        busy.close();
        snapshots.release(snapshot);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The snapshots, for who works on them without a limit. */
  SnapshotManager snapshots() {
    return snapshots;
  }

  /** Shows what was committed since. */
  void refresh() {
    try {
      snapshots.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> ailments() {
    return refresher.ailments();
  }

  @Override
  public long indexBytes() {
    try {
      return IndexFormat.bytes(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Duration sinceRefresh() {
    return refresher.sinceRefresh();
  }

  /** Ends following, and waits for what is under way; snapshots are still lent. */
  void stop() {
    refresher.close();
  }

  @Override
  public void close() {
    stop();
    idle.close();
    try (directory) {
      history.close();
      snapshots.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
