package govsearch.engine.opensearch.write;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends writes some megabytes at a time, at most two requests at once: who brings more has to wait.
 * What the cluster refuses because it is busy is sent again, and nothing else of the request. Safe
 * for use by many threads.
 */
final class BulkWriter implements AutoCloseable {
  private static final int REQUEST_BYTES = 4 << 20;
  private static final int AT_ONCE = 2;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final String PATH =
      "/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason";
  private static final int BUSY = 429;

  private final Cluster cluster;
  private final Duration patience;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private List<byte[]> waiting = new ArrayList<>();
  private int bytes;
  private volatile @Nullable RuntimeException failure;

  BulkWriter(Cluster cluster, Duration patience) {
    this.cluster = cluster;
    this.patience = patience;
  }

  /** Takes writes over; they are sent now or later, in no order. */
  void add(List<byte[]> operations) {
    List<byte[]> full = null;
    synchronized (this) {
      for (byte[] operation : operations) {
        waiting.add(operation);
        bytes += operation.length;
      }
      if (bytes >= REQUEST_BYTES) {
        full = take();
      }
    }
    if (full != null) {
      begin(full);
    }
  }

  private List<byte[]> take() {
    List<byte[]> taken = waiting;
    waiting = new ArrayList<>();
    bytes = 0;
    return taken;
  }

  private void begin(List<byte[]> operations) {
    check();
    room.acquireUninterruptibly();
    senders.execute(
        () -> {
          try {
            send(operations);
          } catch (RuntimeException e) {
            failure = e;
          } finally {
            room.release();
          }
        });
  }

  /** Waits until all has been written that was taken over. */
  void flush() {
    List<byte[]> rest;
    synchronized (this) {
      rest = take();
    }
    if (!rest.isEmpty()) {
      begin(rest);
    }
    room.acquireUninterruptibly(AT_ONCE);
    room.release(AT_ONCE);
    check();
  }

  private void check() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw new UncheckedIOException(
          new IOException("没有写进 OpenSearch：" + failed.getMessage(), failed));
    }
  }

  private void send(List<byte[]> operations) {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    List<byte[]> left = operations;
    while (!left.isEmpty()) {
      left = refused(left, cluster.call("POST", PATH, joined(left), patience));
      if (!left.isEmpty()) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new EngineUnavailableException("OpenSearch 太忙，一直不收写入");
        }
        try {
          Thread.sleep(pause);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new EngineUnavailableException("写入时中断了", e);
        }
        pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
      }
    }
  }

  private static byte[] joined(List<byte[]> operations) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    operations.forEach(body::writeBytes);
    return body.toByteArray();
  }

  /** What has to be sent again. */
  private static List<byte[]> refused(List<byte[]> sent, JsonNode answer) {
    List<byte[]> again = new ArrayList<>();
    if (!answer.path("errors").asBoolean(true)) {
      return again;
    }
    JsonNode items = answer.path("items");
    if (items.size() != sent.size()) {
      throw new IllegalStateException("an answer for each write: " + answer);
    }
    for (int i = 0; i < sent.size(); i++) {
      JsonNode item = items.path(i).iterator().next();
      int status = item.path("status").asInt();
      String type = item.path("error").path("type").asString("");
      if (status == BUSY || ClusterException.isOfLostNode(status, type)) {
        again.add(sent.get(i));
      } else if (status >= 300 && item.has("error")) {
        throw new IllegalStateException("refused: " + item);
      }
    }
    return again;
  }

  @Override
  public void close() {
    senders.shutdownNow();
    senders.close();
  }
}
