package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.Match;
import govsearch.engine.MatchVisitor;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import govsearch.text.Range;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sees when an export fails on its way: never a short file that looks whole. */
class BrokenDownloadTest {

  private static final Report REPORT = SampleReports.read(SampleReports.FOLDER).getFirst();

  @TempDir private Path index;

  private interface Visit {
    long with(MatchVisitor visitor);
  }

  private Server serve(Visit visit) {
    SearchEngine engine =
        FakeEngine.of((proxy, method, args) -> visit.with((MatchVisitor) args[1]));
    return new Server(
            engine,
            (LibraryReader) engine,
            new SourceStore(index),
            new ServerSettings("127.0.0.1", 0, Path.of("web"), null))
        .start();
  }

  private static void show(MatchVisitor visitor, int matches) {
    for (int i = 0; i < matches; i++) {
      visitor.visit(
          new Match(REPORT.head(), REPORT.paragraphs().get(5), List.of(new Range(0, 1)), 0));
    }
  }

  private static HttpResponse<String> ask(Server server, String parameters) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/export?q=a&" + parameters);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({"csv, 1", "csv, 5000", "xlsx, 1", "xlsx, 5000", "jsonl, 1", "jsonl, 5000"})
  void aFailureAfterTheBeginningBreaksTheConnection(String format, int rows) {
    try (Server server =
        serve(
            visitor -> {
              visitor.begin(rows + 1L);
              show(visitor, rows);
              throw new IllegalStateException("the disk is gone");
            })) {
      assertThatThrownBy(() -> ask(server, "format=" + format)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFailureBeforeTheBeginningIsAnsweredAsAnyOther() throws Exception {
    try (Server server =
        serve(
            visitor -> {
              throw new SearchTimedOutException();
            })) {
      for (String of : List.of("search", "concordance")) {
        HttpResponse<String> answer = ask(server, "of=" + of);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
            .startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
      }
    }
  }

  @Test
  void aConcordanceThatFailsWhileItIsReadIsAnsweredAsAnyOther() throws Exception {
    try (Server server =
        serve(
            visitor -> {
              visitor.begin(9);
              show(visitor, 5);
              throw new IllegalStateException("the disk is gone");
            })) {
      assertThat(ask(server, "of=concordance").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void aClientThatLeavesEndsTheWork() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (Server server =
        serve(
            visitor -> {
              try {
                visitor.begin(Long.MAX_VALUE);
                while (true) {
                  show(visitor, 1_000);
                }
              } finally {
                ended.countDown();
              }
            })) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        String request = "GET /api/v1/export?q=a HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
      }
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
