package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of a service. */
class MetricsApiTest {

  @TempDir private Path folder;
  private Path index;
  private ServedEngine engine;
  private @Nullable Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void makeIndex() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("青石镇.txt"), "青石镇2024年法治政府建设情况报告\n一、主要做法\n普法一次。\n");
    Files.writeString(reports.resolve("空.txt"), "");
    index = folder.resolve("index");
    try (LibrarySink sink = ServedEngine.update(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(null, false, false))
          .run(List.of(reports));
    }
    engine = ServedEngine.open(index, Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    client.close();
    if (server != null) {
      server.close();
    }
    engine.close();
  }

  private Server serve(ServerSettings.@Nullable Metering metering) {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1", 0, Path.of("web"), null, Set.of(), Set.of(), null, metering);
    Server started =
        new Server(engine.search(), engine.library(), new SourceStore(index), settings)
            .start()
            .watching(() -> List.of("监视报告目录的线程已经停止"))
            .telling(engine.upkeep());
    server = started;
    return started;
  }

  private HttpResponse<String> get(int port, String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one value of a row. */
  private static double value(String metrics, String row) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(row + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(row.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + row + " in\n" + metrics));
  }

  @Test
  void theyAreNotThereUnlessSomebodyWantsThem() {
    assertThat(get(serve(null).port(), "/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void requestsAreCountedByRouteAndStatus() {
    int port = serve(new ServerSettings.Metering(null)).port();
    get(port, "/api/v1/search?q=a");
    get(port, "/api/v1/search?q=b");
    get(port, "/api/v1/search?size=many");
    get(port, "/api/v1/reports/aaaaaaaaaaaa");
    get(port, "/nowhere/at/all");
    get(port, "/help.html");

    HttpResponse<String> answer = get(port, "/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    String metrics = answer.body();
    String count = "govsearch_requests_seconds_count";
    assertThat(value(metrics, count + "{route=\"/api/v1/search\",status=\"200\"}")).isEqualTo(2);
    assertThat(value(metrics, count + "{route=\"/api/v1/search\",status=\"400\"}")).isEqualTo(1);
    assertThat(value(metrics, count + "{route=\"/api/v1/reports/{id}\",status=\"404\"}"))
        .isEqualTo(1);
    assertThat(metrics).doesNotContain("nowhere").contains(count + "{route=\"other\",status=");
    String bucket = "govsearch_requests_seconds_bucket{route=\"/api/v1/search\",status=\"200\"";
    assertThat(value(metrics, bucket + ",le=\"+Inf\"}")).isEqualTo(2);
    assertThat(metrics).contains(bucket + ",le=\"0.1\"}");
  }

  @Test
  void theyTellOfTheCollectionTheLanesAndTheMachine() {
    int port = serve(new ServerSettings.Metering(null)).port();
    String metrics = get(port, "/metrics").body();

    assertThat(value(metrics, "govsearch_reports")).isEqualTo(1);
    assertThat(value(metrics, "govsearch_files")).isEqualTo(2);
    assertThat(value(metrics, "govsearch_files_skipped")).isEqualTo(1);
    assertThat(value(metrics, "govsearch_paragraphs")).isPositive();
    assertThat(value(metrics, "govsearch_index_bytes")).isGreaterThan(1_000);
    assertThat(value(metrics, "govsearch_refresh_age_seconds")).isBetween(0.0, 30.0);
    assertThat(value(metrics, "govsearch_ailments")).isEqualTo(1);
    assertThat(value(metrics, "govsearch_run_skipped")).isEqualTo(1);
    assertThat(value(metrics, "govsearch_run_finished")).isEqualTo(1);
    assertThat(value(metrics, "govsearch_run_started"))
        .isBetween(Instant.now().getEpochSecond() - 600.0, Instant.now().getEpochSecond() + 1.0);
    for (String lane : List.of("cheap", "search", "costly", "insight", "export", "change")) {
      String of = "{lane=\"" + lane + "\"}";
      assertThat(value(metrics, "govsearch_lane_active" + of)).isNotNegative();
      assertThat(value(metrics, "govsearch_lane_queued" + of)).isZero();
      assertThat(value(metrics, "govsearch_lane_refused_total" + of)).isZero();
    }
    assertThat(metrics).contains("jvm_memory_used_bytes{area=\"heap\"", "process_uptime_seconds");
  }

  @Test
  void theyMayHaveAPortOfTheirOwn() {
    Server serving = serve(new ServerSettings.Metering(0));

    assertThat(serving.metricsPort()).isNotEqualTo(serving.port());
    assertThat(get(serving.metricsPort(), "/metrics").body()).contains("govsearch_reports 1.0");
    assertThat(get(serving.port(), "/metrics").statusCode()).isEqualTo(404);
    assertThat(get(serving.metricsPort(), "/api/v1/search?q=a").statusCode()).isEqualTo(404);
  }
}
