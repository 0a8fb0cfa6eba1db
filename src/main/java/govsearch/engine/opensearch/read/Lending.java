package govsearch.engine.opensearch.read;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lends one collection's snapshots to whoever asks something of it, and follows its commits in the
 * background. Safe for use by many threads.
 */
final class Lending implements AutoCloseable {
  /** For how long a collection's state is waited for. */
  static final Duration TO_FOLLOW = Duration.ofSeconds(4);

  private static final int TRIES = 4;

  private final Cluster cluster;
  private final Snapshots snapshots;
  private final Duration timeLimit;
  private final WordCutter cutter = new WordCutter();
  private final Follower follower = new Follower();

  private Lending(Cluster cluster, Snapshots snapshots, Duration timeLimit) {
    this.cluster = cluster;
    this.snapshots = snapshots;
    this.timeLimit = timeLimit;
    follower.begin(
        () -> {
          snapshots.refresh();
          snapshots.prune();
        });
  }

  /** Opens a collection; see {@link OpenSearchEngine#open}. */
  static Lending open(Access access, String name, Duration timeLimit) {
    Cluster cluster = new Cluster(access);
    try {
      return new Lending(cluster, new Snapshots(cluster, name, TO_FOLLOW), timeLimit);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** What is done with a snapshot; once more with another one, where that one is lost. */
  <T extends @Nullable Object> T on(Function<Asked, T> work) {
    return on(null, work);
  }

  /**
   * The same.
   *
   * @param cursor of a page, whose snapshot is lent if it is there yet; null for none
   */
  <T extends @Nullable Object> T on(@Nullable String cursor, Function<Asked, T> work) {
    return on(cursor, timeLimit, work);
  }

  /** The same for what nobody waits for. */
  void within(Duration limit, Consumer<Asked> work) {
    boolean unused =
        on(
            null,
            limit,
            asked -> {
              work.accept(asked);
              return true;
            });
  }

  private <T extends @Nullable Object> T on(
      @Nullable String cursor, Duration limit, Function<Asked, T> work) {
    for (int i = 1; ; i++) {
      Snapshot snapshot =
          cursor == null || i > 1 ? snapshots.borrow() : snapshots.borrow(Cursor.snapshot(cursor));
      try {
        return work.apply(new Asked(new Reader(snapshot, limit), cutter));
      } catch (LostSnapshotException e) {
        if (i == TRIES) {
          throw new EngineUnavailableException("OpenSearch 的节点或索引正在变动，请稍后再试", e);
        }
        snapshots.replace(snapshot);
      } finally {
        snapshot.release();
      }
    }
  }

  /** Keeps what was asked, for who comes back for the next page. */
  void keep(Asked asked) {
    snapshots.keep(asked.reader().snapshot());
  }

  WordCutter cutter() {
    return cutter;
  }

  Follower follower() {
    return follower;
  }

  /** Lends the newest from now on. */
  void refresh() {
    snapshots.refresh();
  }

  @Override
  public void close() {
    follower.close();
    try (cluster) {
      snapshots.close();
    }
  }
}
