package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Deadline;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.PassageCount;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import govsearch.query.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slow requests of one kind, and what the others see of them. */
class LanesTest {

  /** More than a lane works on and lets wait, as long as the machine has few cores. */
  private static final int MANY = 60;

  private static final Duration GENEROUS = Duration.ofSeconds(20);

  private final AtomicBoolean free = new AtomicBoolean();
  private final AtomicBoolean waiving = new AtomicBoolean();
  private final AtomicInteger working = new AtomicInteger();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;

  @BeforeEach
  void start() {
    server = serve();
  }

  /** An engine that computes, as one does that looks at matches, until it may stop. */
  private Server serve() {
    SearchEngine engine =
        FakeEngine.of(
            (proxy, method, args) -> {
              compute();
              for (Object argument : args == null ? new Object[0] : args) {
                if (argument instanceof MatchVisitor visitor) {
                  visitor.begin(0);
                }
              }
              return nothing(method.getReturnType());
            });
    return new Server(
            engine,
            (LibraryReader) engine,
            new SourceStore(Path.of("target", "none")),
            new ServerSettings("127.0.0.1", 0, Path.of("web"), null))
        .start();
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == String.class) {
      return null; // of pages: no more follow
    }
    if (type == MatchingReportPage.class) {
      return new MatchingReportPage(0, 0, List.of(), null);
    }
    if (type == SearchResult.class) {
      return new SearchResult(
          Mode.WORDS,
          new SearchResult.Total(1, true),
          1,
          1,
          new MatchSummary(1, 1, 1, List.of()),
          List.of(),
          List.of(),
          Map.of(),
          null,
          false);
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == PassageCount.class) {
      return new PassageCount(0, 0);
    }
    return type == List.class ? List.of() : 0L;
  }

  private void compute() {
    working.incrementAndGet();
    Deadline deadline = Deadline.current();
    while (!free.get() && !deadline.isOver()) {
      Thread.onSpinWait();
    }
    if (deadline.isCancelled()) {
      cancelled.countDown();
    }
    working.decrementAndGet();
    if (waiving.get()) {
      deadline.waive();
    }
    deadline.check();
  }

  @AfterEach
  void stop() {
    free.set(true);
    client.close();
    server.close();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(GENEROUS)
        .build();
  }

  private List<CompletableFuture<HttpResponse<String>>> many(String path) {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(client.sendAsync(request(path), BodyHandlers.ofString()));
    }
    return all;
  }

  private void awaitWork(int least) throws InterruptedException {
    long end = System.nanoTime() + GENEROUS.toNanos();
    while (working.get() < least && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(working.get()).isGreaterThanOrEqualTo(least);
  }

  @Test
  void healthAndFilesAnswerWhileAllLanesAreFull() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
    slow.addAll(many("/api/v1/figures?q=x"));
    slow.addAll(many("/api/v1/suggest?q=x"));
    slow.addAll(many("/api/v1/export?q=x"));
    awaitWork(6);
    try (HttpClient fresh = HttpClient.newHttpClient()) {
      for (String path : List.of("/health/live", "/openapi.yaml", "/", "/towns/x")) {
        HttpResponse<String> answer = fresh.send(request(path), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
      }
    }
    free.set(true);
    for (CompletableFuture<HttpResponse<String>> one : slow) {
      assertThat(one.get(1, TimeUnit.MINUTES).statusCode()).isIn(200, 503);
    }
    try (HttpClient fresh = HttpClient.newHttpClient()) {
      assertThat(fresh.send(request("/api/v1/suggest?q=x"), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whoComesBeyondTheQueueIsToldWhenToComeBack() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> slow = many("/api/v1/figures?q=x");
    BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();
    slow.replaceAll(one -> one.whenComplete((answer, e) -> answers.add(answer)));
    HttpResponse<String> refused = answers.poll(1, TimeUnit.MINUTES);
    assertThat(refused).isNotNull();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = JsonMapper.builder().build().readTree(refused.body());
    assertThat(problem.get("title").asString()).isEqualTo("服务繁忙");
    assertThat(working.get()).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 1);
    free.set(true);
    for (CompletableFuture<HttpResponse<String>> one : slow) {
      var unused = one.get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void oneKindDoesNotWaitForAnother() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> slow = many("/api/v1/figures?q=x");
    awaitWork(2);
    int before = working.get();
    var cheap = client.sendAsync(request("/api/v1/suggest?q=x"), BodyHandlers.ofString());
    awaitWork(before + 1);
    free.set(true);
    assertThat(cheap.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    for (CompletableFuture<HttpResponse<String>> one : slow) {
      var unused = one.get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void aPlainSearchDoesNotWaitForCostlyOnes() throws Exception {
    String near = URLEncoder.encode("\"工作 建设\"~5", StandardCharsets.UTF_8);
    List<CompletableFuture<HttpResponse<String>>> slow = many("/api/v1/search?q=" + near);
    awaitWork(2);
    int before = working.get();
    assertThat(before).isLessThan(MANY);
    var plain = client.sendAsync(request("/api/v1/search?q=x"), BodyHandlers.ofString());
    awaitWork(before + 1);
    free.set(true);
    for (CompletableFuture<HttpResponse<String>> one : slow) {
      var unused = one.get(1, TimeUnit.MINUTES);
    }
    assertThat(plain.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
  }

  @Test
  void whatMayBeAnsweredBetterLaterIsNotHeld() throws Exception {
    free.set(true);
    HttpRequest request = request("/api/v1/suggest?q=x");
    assertThat(client.send(request, BodyHandlers.ofString()).headers().firstValue("ETag"))
        .isPresent();
    waiving.set(true);
    HttpResponse<String> hasty = client.send(request, BodyHandlers.ofString());
    assertThat(hasty.statusCode()).isEqualTo(200);
    assertThat(hasty.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void workEndsWhenTheClientHangsUp() throws Exception {
    Socket socket = connected("GET /api/v1/figures?q=x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    awaitWork(1);
    socket.close();
    assertThat(cancelled.await(10, TimeUnit.SECONDS)).as("cancelled").isTrue();
  }

  @Test
  void whoHasSentTheNextRequestAlreadyGetsBothAnswers() throws Exception {
    String request = "GET /api/v1/suggest?q=x HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    try (Socket socket = connected(request + "\r\n")) {
      awaitWork(1);
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(1_000); // so that the first is looked at meanwhile
      assertThat(cancelled.getCount()).isEqualTo(1);
      free.set(true);
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
    }
  }

  @Test
  void whoSendsABodySlowlyIsInNobodysWay() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        slow.add(
            connected(
                "POST /api/v1/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 100\r\n\r\nx"));
      }
      var figures = client.sendAsync(request("/api/v1/figures?q=x"), BodyHandlers.ofString());
      awaitWork(1);
      free.set(true);
      assertThat(figures.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private Socket connected(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
