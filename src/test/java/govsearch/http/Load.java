package govsearch.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a service for what costs it most, over and over, and beside that for what costs little. */
final class Load {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String HEALTH = "/health/live";
  private static final String CHEAP =
      "/api/v1/search?size=10&" + RunningServer.query("q", "“法律明白人”");

  private final int port;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

  Load(int port) {
    this.port = port;
  }

  /**
   * What was seen.
   *
   * @param health times in milliseconds, ascending
   * @param cheap times of the cheap search
   * @param recovery how long after the load a cheap search took at first
   * @param answers how many of each kind: a request's number and its status
   */
  record Seen(List<Long> health, List<Long> cheap, long recovery, Map<String, Integer> answers) {

    static long percentile(List<Long> ascending, int percent) {
      return ascending.get(Math.min(ascending.size() - 1, ascending.size() * percent / 100));
    }
  }

  /** The heaviest requests: one for each kind of work that looks at every match. */
  static List<String> heaviest() {
    String everywhere = RunningServer.query("q", "法");
    String gapped = RunningServer.query("q", "“法*法*法*法*法*法*法*法*法*法”");
    return List.of(
        "/api/v1/figures?" + everywhere,
        "/api/v1/export?" + everywhere,
        "/api/v1/export?of=concordance&format=xlsx&" + everywhere,
        "/api/v1/concordance?" + everywhere,
        "/api/v1/search/reports?" + everywhere,
        "/api/v1/search?" + gapped,
        "/api/v1/search?mode=loose&" + RunningServer.query("q", "加强法治政府建设 推进依法行政 规范执法 完善制度 提升能力"),
        "/api/v1/spread?" + everywhere);
  }

  /** Puts a load on for some time. */
  Seen run(List<String> heavy, Duration time) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    HttpClient heavyClient = client();
    for (int i = 0; i < heavy.size(); i++) {
      String name = "heavy " + i;
      String path = heavy.get(i);
      threads.add(Thread.ofPlatform().start(() -> repeat(heavyClient, name, path, 0, null)));
    }
    List<Long> health = Collections.synchronizedList(new ArrayList<>());
    List<Long> cheap = Collections.synchronizedList(new ArrayList<>());
    HttpClient light = client();
    threads.add(Thread.ofPlatform().start(() -> repeat(light, "health", HEALTH, 50, health)));
    threads.add(Thread.ofPlatform().start(() -> repeat(light, "cheap", CHEAP, 200, cheap)));
    Thread.sleep(time);
    over.set(true);
    heavyClient.shutdownNow(); // all of them leave at once
    long start = System.nanoTime();
    int status = 0;
    while (status != 200 && System.nanoTime() - start < PATIENCE.toNanos()) {
      status = ask(light, CHEAP);
    }
    long recovery = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    for (Thread thread : threads) {
      thread.join(PATIENCE);
    }
    light.shutdownNow();
    Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    answers.forEach((answer, count) -> counts.put(answer, count.get()));
    return new Seen(
        health.stream().sorted().toList(), cheap.stream().sorted().toList(), recovery, counts);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private void repeat(
      HttpClient client, String name, String path, long pauseMillis, List<Long> times) {
    while (!over.get()) {
      long start = System.nanoTime();
      int status = ask(client, path);
      if (over.get()) {
        return;
      }
      answers.computeIfAbsent(name + " → " + status, key -> new AtomicInteger()).incrementAndGet();
      if (times != null) {
        times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      }
      try {
        // Who is refused comes back later, as told, only sooner.
        Thread.sleep(status == 503 ? Math.max(500, pauseMillis) : pauseMillis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The status; 0 where the answer was not whole. */
  private int ask(HttpClient client, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      return answer.statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      over.set(true);
      return 0;
    }
  }
}
