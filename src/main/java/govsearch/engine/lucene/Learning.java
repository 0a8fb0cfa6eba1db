package govsearch.engine.lucene;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.Vitals;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a learnt model read a collection's problems in the background, and again what is new; slowly
 * while somebody writes to the index.
 */
final class Learning implements Vitals, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final long REST_MILLIS = 5_000;
  private static final long REST_AFTER_FAILURE_MILLIS = 300_000;

  private final Path index;
  private final SnapshotManager snapshots;
  private volatile @Nullable Vectors vectors;

  /** What went wrong last, in Chinese; null when all is well. */
  private volatile @Nullable String ailment;

  /** Waited for; an interrupt would close the file that is being written. */
  private final CountDownLatch closing = new CountDownLatch(1);

  private @Nullable Thread thread;

  Learning(Path index, SnapshotManager snapshots) {
    this.index = index;
    this.snapshots = snapshots;
  }

  synchronized void begin(Embedder embedder) {
    if (thread != null) {
      throw new IllegalStateException("one model is enough");
    }
    vectors = Vectors.open(index, embedder);
    thread = Thread.ofPlatform().daemon().name("vectors").start(this::go);
  }

  @Nullable Vectors vectors() {
    return vectors;
  }

  Learnt learnt() {
    Vectors made = vectors;
    return made == null ? Learnt.OFF : made.learnt();
  }

  @Override
  public List<String> ailments() {
    String now = ailment;
    return now == null ? List.of() : List.of(now);
  }

  private void go() {
    GivingWay way = new GivingWay(IndexFormat.folder(index), System::nanoTime);
    try {
      long rest;
      do {
        rest = makeOrRest(way);
      } while (!closing.await(rest, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does
    } catch (Error e) { // as where the model's own library cannot be used: that does not pass
      LOG.error("no more vectors are made; similar problems are found without those", e);
      ailment = "语义模型的向量不再制作（" + e + "），请重新启动服务";
    }
  }

  /** A full disk may have room again: it is tried once more, later. */
  private long makeOrRest(GivingWay way) {
    try {
      make(way);
      ailment = null;
      return REST_MILLIS;
    } catch (IOException | RuntimeException e) {
      if (!isClosing()) {
        LOG.error("vectors could not be made; similar problems are found without the new ones", e);
        ailment = "语义模型的向量没有做成（" + e + "），过几分钟再试";
      }
      return REST_AFTER_FAILURE_MILLIS;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void make(GivingWay way) throws IOException {
    Vectors making = vectors;
    Snapshot snapshot = snapshots.acquire();
    try {
      if (making != null) {
        way.begin();
        making.make(snapshot, () -> isToEnd(way));
      }
    } finally {
      snapshots.release(snapshot);
    }
  }

  /** Whether to end instead of going on with the next text, for which it may be early. */
  private boolean isToEnd(GivingWay way) {
    try {
      boolean ends = closing.await(way.rest().toNanos(), TimeUnit.NANOSECONDS);
      way.begin();
      return ends;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does
      return true;
    }
  }

  @Override
  public void close() {
    Thread making;
    synchronized (this) {
      making = thread;
    }
    closing.countDown();
    if (making != null) {
      try {
        making.join(REST_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Vectors made = vectors;
    if (made != null) {
      made.close();
    }
  }
}
