package govsearch.engine.lucene.snapshot;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for a while the snapshots of which somebody has begun to turn the pages: relevance changes
 * when reports are added, and a later page must follow the order of the first one.
 */
public final class SnapshotHistory implements AutoCloseable {

  private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

  /**
   * Snapshots hold their files on disk, and what is known of their segments in memory: of a busy
   * index only the newest is kept beside the one that is searched. Cursors have the values of their
   * places, so that pages go on in the order of the newest where theirs is gone.
   */
  private static final int MOST = 2;

  private static final class Kept {
    private final Snapshot snapshot;
    private long usedAt;

    Kept(Snapshot snapshot) {
      this.snapshot = snapshot;
    }
  }

  private final Map<Long, Kept> byVersion = new HashMap<>();

  /** Keeps a snapshot that is borrowed at the moment, from now on. */
  public synchronized void keep(Snapshot snapshot) throws IOException {
    Kept kept =
        byVersion.computeIfAbsent(
            snapshot.version(),
            version -> {
              snapshot.reader().incRef();
              return new Kept(snapshot);
            });
    kept.usedAt = System.nanoTime();
    dropOldest();
  }

  /** A kept snapshot, borrowed: to be released by the caller; null if it is not kept any more. */
  public synchronized @Nullable Snapshot borrow(long version) {
    Kept kept = byVersion.get(version);
    if (kept == null) {
      return null;
    }
    kept.snapshot.reader().incRef();
    return kept.snapshot;
  }

  /** Lets go of what nobody has used for long, and of the oldest where there are many. */
  public synchronized void prune() throws IOException {
    long now = System.nanoTime();
    Iterator<Kept> all = byVersion.values().iterator();
    while (all.hasNext()) {
      Kept kept = all.next();
      if (now - kept.usedAt > KEPT_NANOS) {
        all.remove();
        kept.snapshot.reader().decRef();
      }
    }
    dropOldest();
  }

  private void dropOldest() throws IOException {
    while (byVersion.size() > MOST) {
      long oldest = byVersion.keySet().stream().mapToLong(Long::longValue).min().orElseThrow();
      Kept kept = byVersion.remove(oldest);
      if (kept != null) {
        kept.snapshot.reader().decRef();
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Kept kept : byVersion.values()) {
      kept.snapshot.reader().decRef();
    }
    byVersion.clear();
  }
}
