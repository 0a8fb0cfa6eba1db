package govsearch.engine.opensearch.read;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.States;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lends the current snapshot, and for a while those of which somebody turns the pages: relevance
 * changes when reports are added, and a later page must follow the order of the first one. Safe for
 * use by many threads.
 */
final class Snapshots implements AutoCloseable {
  private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();
  private static final int MOST = 4;

  private final Cluster cluster;
  private final String name;
  private final Duration patience;
  private @Nullable Snapshot current;

  private record Kept(Snapshot snapshot, long until) {}

  private final Deque<Kept> kept = new ArrayDeque<>();

  /**
   * Of a collection.
   *
   * @throws UnusableIndexException if there is none
   */
  Snapshots(Cluster cluster, String name, Duration patience) {
    this.cluster = cluster;
    this.name = name;
    this.patience = patience;
    refresh();
  }

  /** The current one, which the borrower releases. */
  Snapshot borrow() {
    while (true) {
      Snapshot now;
      synchronized (this) {
        now = current;
        if (now != null && now.borrow()) {
          return now;
        }
      }
      refresh();
    }
  }

  /** The one of which a page was given, which the borrower releases; else the current one. */
  Snapshot borrow(long key) {
    synchronized (this) {
      for (Kept one : kept) {
        if (one.snapshot.key() == key && one.snapshot.borrow()) {
          return one.snapshot;
        }
      }
    }
    return borrow();
  }

  /** Keeps one that is borrowed, for who comes back for the next page. */
  synchronized void keep(Snapshot snapshot) {
    boolean isNew = kept.stream().noneMatch(one -> one.snapshot == snapshot);
    if (isNew && snapshot.borrow()) {
      kept.add(new Kept(snapshot, System.nanoTime() + KEPT_NANOS));
    }
    if (kept.size() > MOST) {
      kept.removeFirst().snapshot.release();
    }
  }

  /** Takes the newest, where there is a newer one. */
  void refresh() {
    Snapshot before;
    synchronized (this) {
      before = current;
    }
    if (before != null) {
      Optional<States.Read> now = States.read(cluster, name, patience);
      if (now.isPresent() && before.isOf(now.get()) && !before.isPartial()) {
        return;
      }
    }
    put(before);
  }

  /** Takes another of the same, since this one is gone. */
  void replace(Snapshot lost) {
    synchronized (this) {
      if (current != lost) {
        return;
      }
    }
    put(lost);
  }

  private void put(@Nullable Snapshot before) {
    Snapshot next =
        Snapshot.take(cluster, name, before, patience)
            .orElseThrow(
                () ->
                    new UnusableIndexException(
                        "OpenSearch 里没有索引 "
                            + name
                            + "。请先运行：./govsearch index --engine opensearch 报告目录"));
    Snapshot old;
    synchronized (this) {
      old = current;
      current = next;
    }
    if (old != null) {
      old.release();
    }
  }

  /** Lets go of what nobody came back for. */
  synchronized void prune() {
    Iterator<Kept> all = kept.iterator();
    while (all.hasNext()) {
      Kept one = all.next();
      if (System.nanoTime() - one.until > 0) {
        all.remove();
        one.snapshot.release();
      }
    }
  }

  @Override
  public synchronized void close() {
    kept.forEach(one -> one.snapshot.release());
    kept.clear();
    if (current != null) {
      current.release();
      current = null;
    }
  }
}
