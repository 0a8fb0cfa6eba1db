package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.SampleReports;
import govsearch.engine.opensearch.TestCluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.SourceStore;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Report;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of an index that no node holds is said to be missing, and nothing is counted without. */
@Tag("cluster")
class LostShardTest {
  private static final String NAME = "lostshard";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MatchRequest ALL =
      MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE);

  @TempDir private Path folder;

  private final TestCluster cluster = TestCluster.shared();

  @AfterEach
  void drop() {
    cluster.drop(NAME);
  }

  /** A service over an engine of its own. */
  private final class Service implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final OpenSearchEngine engine =
        OpenSearchEngine.open(cluster.access(), NAME, Duration.ofSeconds(10));
    private final Server server =
        new Server(
                engine,
                engine,
                new SourceStore(folder),
                new ServerSettings("127.0.0.1", 0, Path.of("web"), null))
            .start();

    HttpResponse<byte[]> ask(String path) throws Exception {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    JsonNode search() throws Exception {
      String query = RunningServer.query("q", "法治", "mode", "exact");
      HttpResponse<byte[]> answer = ask("/api/v1/search?" + query);
      assertThat(answer.statusCode()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }

    boolean isExact() throws Exception {
      return search().path("total").path("exact").asBoolean();
    }

    long everything() {
      return engine.visit(ALL, match -> {});
    }

    @Override
    public void close() {
      server.close();
      engine.close();
      client.close();
    }
  }

  @Test
  void whatIsMissingIsSaidUntilItIsThereAgain() throws Exception {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER);
    try (OpenSearchSink sink = OpenSearchSink.update(cluster.access(), NAME, new Sizing(3, 0))) {
      reports.forEach(sink::put);
      sink.commit();
    }
    String index = cluster.index(NAME, "-paragraphs");
    JsonNode whole;
    long all;
    try (Service before = new Service()) {
      whole = before.search().path("total");
      assertThat(whole.path("exact").asBoolean()).isTrue();
      all = before.everything();
      cluster.loseShard(index, 1);
      assertThat(before.everything()).as("of a moment that is held yet").isEqualTo(all);
    }
    try (Service service = new Service()) {
      JsonNode part = service.search();
      assertThat(part.path("total").path("exact").asBoolean()).isFalse();
      assertThat(part.path("total").path("value").asLong())
          .isPositive()
          .isLessThan(whole.path("value").asLong());
      assertThat(part.path("notices").toString()).contains("不完整");
      assertThatThrownBy(service::everything).isInstanceOf(EngineUnavailableException.class);
      var coverage = service.ask("/api/v1/coverage?" + RunningServer.query("q", "法治"));
      assertThat(coverage.statusCode()).isEqualTo(503);
      assertThat(coverage.headers().firstValue("Retry-After")).isPresent();

      cluster.findShards(index);
      long start = System.nanoTime();
      while (!service.isExact()) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        Thread.sleep(100);
      }
      assertThat(service.search().path("total")).isEqualTo(whole);
      assertThat(service.everything()).isEqualTo(all);
    }
  }
}
