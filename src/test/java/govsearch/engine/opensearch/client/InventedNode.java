package govsearch.engine.opensearch.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node that answers what a test says, in turn, and remembers what it was asked. */
public final class InventedNode implements AutoCloseable {
  /** What is answered. */
  public record Answer(int status, String json) {}

  private final HttpServer server;
  private final List<Answer> answers;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private int next;

  /** A node with its answers; the last one is given again and again. */
  public InventedNode(Answer... answers) {
    this.answers = new ArrayList<>(List.of(answers));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          Answer answer = take();
          byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private synchronized Answer take() {
    Answer answer = answers.get(Math.min(next, answers.size() - 1));
    next++;
    return answer;
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The bodies of what was asked. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
