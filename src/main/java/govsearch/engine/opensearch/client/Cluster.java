package govsearch.engine.opensearch.client;

import govsearch.engine.EngineUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A cluster over HTTP. Whatever is asked may be asked again, and is, for as long as the caller has
 * patience: on another node where one is gone, and a little later where all are busy. So nothing
 * may be sent that does something else the second time. Safe for use by many threads.
 *
 * <p>JDK's client and the project's Jackson do: it is a dozen calls, and the cluster's own client
 * would bring thirty jars, among them a second Jackson.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private static final int BUSY = 429;

  private final Access access;
  private final HttpClient client;
  private final AtomicInteger node = new AtomicInteger();

  /** A cluster, which is not spoken to yet. */
  public Cluster(Access access) {
    this.access = access;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Runnable::run); // whoever asks waits: handing on costs more than the work
    if (access.tls() != null) {
      builder.sslContext(access.tls());
    }
    this.client = builder.build();
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param body an object of ours; bytes are sent as they are; null for none
   * @param patience for how long to ask again
   * @throws ClusterException if the cluster says no
   * @throws EngineUnavailableException if nobody answers
   */
  public JsonNode call(String method, String path, @Nullable Object body, Duration patience) {
    return call(method, path, body, patience, true);
  }

  /**
   * As {@link #call(String, String, Object, Duration)}, but that what is asked is there on certain
   * nodes alone: when one of these has gone, asking again is of no use.
   *
   * @throws ClusterException that says so
   */
  public JsonNode callThere(String method, String path, @Nullable Object body, Duration patience) {
    return call(method, path, body, patience, false);
  }

  private JsonNode call(
      String method, String path, @Nullable Object body, Duration patience, boolean isAnywhere) {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    int failures = 0;
    while (true) {
      int at = node.get();
      RuntimeException failure;
      try {
        return send(method, access.nodes().get(at), path, body, patience);
      } catch (ClusterException e) {
        if (e.status() != BUSY && !(isAnywhere && e.isOfLostNode())) {
          throw e;
        }
        failure = e;
      } catch (IOException e) {
        failure = new EngineUnavailableException("OpenSearch 没有应答（" + e + "）", e);
      }
      node.compareAndSet(at, (at + 1) % access.nodes().size()); // unless somebody else did
      failures++;
      Duration gone = Duration.ofNanos(System.nanoTime() - start);
      if (gone.compareTo(patience) >= 0) {
        throw failure instanceof EngineUnavailableException gaveUp
            ? gaveUp
            : new EngineUnavailableException("OpenSearch 暂时不能应答：" + failure.getMessage(), failure);
      }
      if (failures >= access.nodes().size()) { // first every other node, at once
        pause(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
      }
    }
  }

  private static void pause(long most) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("等待 OpenSearch 时中断了", e);
    }
  }

  private JsonNode send(
      String method, URI to, String path, @Nullable Object body, Duration patience)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to + path))
            .timeout(patience.compareTo(CONNECT) < 0 ? CONNECT : min(patience, LONGEST_CALL))
            .header(
                "Content-Type",
                body instanceof byte[] ? "application/x-ndjson" : "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : publisher(body));
    if (access.authorization() != null) {
      request.header("Authorization", access.authorization());
    }
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("等待 OpenSearch 时中断了", e);
    }
    JsonNode json = read(answer);
    if (answer.statusCode() >= 300) {
      throw ClusterException.of(answer.statusCode(), json);
    }
    return json;
  }

  private static JsonNode read(HttpResponse<byte[]> answer) throws IOException {
    try {
      return Json.read(answer.body());
    } catch (JacksonException e) {
      if (answer.statusCode() >= 400) { // of a proxy, or of the security plugin
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        throw new ClusterException(answer.statusCode(), "text", text.strip());
      }
      throw new IOException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    return BodyPublishers.ofByteArray(body instanceof byte[] bytes ? bytes : Json.bytes(body));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
