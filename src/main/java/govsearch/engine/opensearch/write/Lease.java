package govsearch.engine.opensearch.write;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The right to write to a collection, which one process has at a time: a document that its holder
 * writes again and again. Who finds one that is not written any more takes it over; no two clocks
 * are compared.
 */
final class Lease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  /** One index for all collections of a cluster. */
  private static final String INDEX = "govsearch-writers";

  private static final long BEAT_MILLIS = 3_000;

  /** A holder that is silent for longer is gone, and so is what it sent last. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final String BEAT = "beat";

  private final Cluster cluster;
  private final String path;
  private final String owner = UUID.randomUUID().toString();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private long beat;
  private volatile boolean lost;

  private Lease(Cluster cluster, String name) {
    this.cluster = cluster;
    this.path = "/" + INDEX + "/_doc/" + name;
    acquire(name);
    this.thread = Thread.ofPlatform().daemon().name("opensearch-lease").start(this::keep);
  }

  /**
   * Takes the right to write.
   *
   * @throws UnusableIndexException if another process has it
   */
  static Lease of(Cluster cluster, String name) {
    prepare(cluster);
    return new Lease(cluster, name);
  }

  private static void prepare(Cluster cluster) {
    try {
      cluster.call("HEAD", "/" + INDEX, null, PATIENCE);
    } catch (ClusterException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      Object definition =
          Json.of(
              "settings",
              Json.of("number_of_shards", 1, "auto_expand_replicas", "0-1"),
              "mappings",
              Json.of("dynamic", false));
      try {
        cluster.call("PUT", "/" + INDEX, definition, PATIENCE);
      } catch (ClusterException other) {
        if (!other.type().equals("resource_already_exists_exception")) {
          throw other;
        }
      }
    }
  }

  private void acquire(String name) {
    @Nullable JsonNode seen = null;
    long silentSince = System.nanoTime();
    while (true) {
      JsonNode held = read();
      if (held == null ? write("?op_type=create") : isFree(held) && write(expecting(held))) {
        return;
      }
      if (held != null && seen != null && !isSame(held, seen)) {
        throw new UnusableIndexException("OpenSearch 里的索引 " + name + " 正被另一个进程写入，请等它结束后再试");
      }
      boolean silent = System.nanoTime() - silentSince > SILENCE.toNanos();
      if (held != null && silent && write(expecting(held))) {
        return;
      }
      seen = held;
      pause();
    }
  }

  private static boolean isFree(JsonNode held) {
    return held.path("_source").path("owner").asString("").isEmpty();
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.path("_seq_no").asLong() == other.path("_seq_no").asLong();
  }

  private static void pause() {
    try {
      Thread.sleep(BEAT_MILLIS / 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("等待写入 OpenSearch 时中断了", e);
    }
  }

  private @Nullable JsonNode read() {
    try {
      return cluster.call("GET", path, null, PATIENCE);
    } catch (ClusterException e) {
      if (e.status() == NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  private static String expecting(JsonNode held) {
    return "?if_seq_no="
        + held.path("_seq_no").asLong()
        + "&if_primary_term="
        + held.path("_primary_term").asLong();
  }

  /** Whether it is ours now; a first answer may be lost on its way. */
  private boolean write(String condition) {
    try {
      cluster.call("PUT", path + condition, Json.of("owner", owner, BEAT, ++beat), PATIENCE);
      return true;
    } catch (ClusterException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      JsonNode held = read();
      return held != null && isOurs(held);
    }
  }

  private boolean isOurs(JsonNode held) {
    return held.path("_source").path("owner").asString("").equals(owner);
  }

  private void keep() {
    try {
      while (!closing.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          JsonNode held = read();
          if (held == null || !isOurs(held) || !write(expecting(held))) {
            lost = true;
            return;
          }
        } catch (RuntimeException e) {
          LOG.warn("the right to write could not be renewed; it is tried again", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does
    }
  }

  /**
   * Goes on only as long as nobody else writes.
   *
   * @throws UnusableIndexException if somebody has taken over
   */
  void check() {
    if (lost) {
      throw new UnusableIndexException("OpenSearch 里的索引已由另一个进程接着写入，这一次没有写完");
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE.toMillis());
      JsonNode held = read();
      if (held != null && isOurs(held)) {
        cluster.call("PUT", path + expecting(held), Json.of("owner", "", BEAT, ++beat), PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the right to write was not given back; it lapses by itself", e);
    }
  }
}
