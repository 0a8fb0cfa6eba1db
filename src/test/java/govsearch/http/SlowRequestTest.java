package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Requests that come byte by byte are not waited for, whichever part of them drips. */
class SlowRequestTest {

  private static final String HEAD = "POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\n";
  private static final String TYPE = "Content-Type: text/plain\r\n";

  private static final int NOTHING_YET = -2;
  private static final int MOST_DROPS = 120;

  /** What came back, and how long it took until the connection ended. */
  private record Ending(String answer, long seconds) {}

  /** Sends the beginning at once, then one byte each interval for as long as anyone listens. */
  private static Ending drip(int port, String beginning, String drops, Duration interval) {
    long start = System.nanoTime();
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout((int) interval.toMillis());
      int first = NOTHING_YET;
      for (int i = 0; first == NOTHING_YET && i < MOST_DROPS; i++) {
        socket.getOutputStream().write(drops.charAt(i % drops.length()));
        first = firstByte(socket);
      }
      answer.append((char) first);
      socket.setSoTimeout(20_000);
      answer.append(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      // ended by the other side, with an answer that was read or without
    }
    return new Ending(answer.toString(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }

  private static int firstByte(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketTimeoutException e) {
      return NOTHING_YET;
    }
  }

  /** All at once, for each takes half a minute. */
  @Test
  void dripsEndWithinHalfAMinute() throws Exception {
    try (RunningServer server = RunningServer.overSamples();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Duration second = Duration.ofSeconds(1);
      int port = server.port();
      Future<Ending> header = clients.submit(() -> drip(port, HEAD + "X: ", "a", second));
      Future<Ending> body =
          clients.submit(
              () -> drip(port, HEAD + TYPE + "Content-Length: 5000\r\n\r\n", "a", second));
      Future<Ending> chunks =
          clients.submit(
              () ->
                  drip(
                      port,
                      HEAD + TYPE + "Transfer-Encoding: chunked\r\n\r\n",
                      "1\r\na\r\n",
                      second));
      Future<Ending> silence =
          clients.submit(
              () ->
                  drip(
                      port,
                      HEAD + TYPE + "Content-Length: 5000\r\n\r\n",
                      "a",
                      Duration.ofSeconds(60)));

      assertThat(header.get().seconds()).as("header").isLessThan(50);
      assertThat(body.get().seconds()).as("body").isLessThan(50);
      assertThat(chunks.get().seconds()).as("chunks").isLessThan(50);
      assertThat(silence.get().answer()).startsWith("HTTP/1.1 408");
      assertThat(body.get().answer()).startsWith("HTTP/1.1 408").contains("来得太慢");
      assertThat(chunks.get().answer()).startsWith("HTTP/1.1 408");
    }
  }

  /** The clock that was stopped for the first request of a connection runs for the second. */
  @Test
  void theHeaderOfALaterRequestMayNotDripEither() throws Exception {
    Server jetty = new Server();
    int port = start(jetty, Duration.ofSeconds(2), 1 << 10);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String twice = "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nX: ";
      socket.getOutputStream().write(twice.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(20_000);
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .containsOnlyOnce("bytes 0");
    } finally {
      jetty.stop();
    }
  }

  /** Reads all of what comes and says how much it was, as a handler that waits would. */
  private static final class Counting extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      long length = Content.Source.asInputStream(request).readAllBytes().length;
      Content.Sink.write(response, true, "bytes " + length, callback);
      return true;
    }
  }

  private static int start(Server jetty, Duration time, long mostBytes) throws Exception {
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    ArrivalLimits limits = new ArrivalLimits(time, mostBytes);
    connector.addEventListener(limits);
    jetty.addConnector(connector);
    limits.setHandler(new Counting());
    jetty.setHandler(limits);
    jetty.start();
    return connector.getLocalPort();
  }

  private static String send(Duration time, long mostBytes, String body, Duration pause)
      throws Exception {
    Server jetty = new Server();
    int port = start(jetty, time, mostBytes);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ";
      socket
          .getOutputStream()
          .write((head + body.length() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      int half = body.length() / 2;
      for (String part : new String[] {body.substring(0, half), body.substring(half)}) {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
      socket.setSoTimeout(20_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "ended";
    } finally {
      jetty.stop();
    }
  }

  @Test
  void aBodyThatComesInPiecesWithPausesIsTakenHoweverLongItTakes() throws Exception {
    Duration time = Duration.ofSeconds(6);

    assertThat(send(time, 10 << 20, "a".repeat(1 << 20), Duration.ofSeconds(3)))
        .contains("bytes 1048576");
    assertThat(send(time, 10 << 20, "a", Duration.ZERO)).contains("bytes 1");
  }

  @Test
  void whoPausesForTooLongOrSendsTooMuchIsNotWaitedFor() throws Exception {
    assertThat(send(Duration.ofSeconds(1), 10 << 20, "a".repeat(1 << 20), Duration.ofSeconds(4)))
        .doesNotContain("bytes");
    assertThat(send(Duration.ofSeconds(30), 1 << 10, "a".repeat(1 << 20), Duration.ZERO))
        .doesNotContain("bytes");
  }
}
