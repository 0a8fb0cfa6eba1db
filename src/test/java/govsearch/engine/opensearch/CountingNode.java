package govsearch.engine.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import govsearch.engine.opensearch.client.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands before a cluster, hands on what it is asked, and remembers which searches these were. */
final class CountingNode implements AutoCloseable {
  private static final List<String> SEARCHES = List.of("_search", "_msearch", "_mtermvectors");

  private final URI node;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CountingNode(TestCluster cluster) {
    node = cluster.access().nodes().getFirst();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handOn);
    server.start();
  }

  private void handOn(HttpExchange exchange) throws IOException {
    URI what = exchange.getRequestURI();
    String path = what.getPath();
    if (SEARCHES.stream().anyMatch(path::endsWith)) {
      asked.add(path);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node + what.toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try (exchange) {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Access access() {
    return Access.to("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Which ways to search were gone since this was asked last. */
  List<String> takeAsked() {
    List<String> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
