package govsearch.engine.lucene;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a learnt model read a collection's problems in the background, and again what is new. */
final class Learning implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final long REST_MILLIS = 5_000;
  private static final long REST_AFTER_FAILURE_MILLIS = 300_000;

  private final Path index;
  private final SnapshotManager snapshots;
  private volatile @Nullable Vectors vectors;

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

  private void go() {
    try {
      long rest;
      do {
        rest = makeOrRest();
      } while (!closing.await(rest, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does
    } catch (Error e) { // as where the model's own library cannot be used: that does not pass
      LOG.error("no more vectors are made; similar problems are found without those", e);
    }
  }

  /** A full disk may have room again: it is tried once more, later. */
  private long makeOrRest() {
    try {
      make();
      return REST_MILLIS;
    } catch (IOException | RuntimeException e) {
      if (!isClosing()) {
        LOG.error("vectors could not be made; similar problems are found without the new ones", e);
      }
      return REST_AFTER_FAILURE_MILLIS;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void make() throws IOException {
    Vectors making = vectors;
    Snapshot snapshot = snapshots.acquire();
    try {
      if (making != null) {
        making.make(snapshot, this::isClosing);
      }
    } finally {
      snapshots.release(snapshot);
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
