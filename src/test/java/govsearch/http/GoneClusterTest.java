package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.opensearch.TestCluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.SourceStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is gone is said to be, with when to ask again, and found again by itself. */
@Tag("cluster")
class GoneClusterTest {
  private static final String NAME = "gone";
  private static final String SEARCH = "/api/v1/search?" + RunningServer.query("q", "法治");

  /** {@code -Dgovsearch.cluster.gone=60} is the long form. */
  private static final Duration GONE =
      Duration.ofSeconds(Integer.getInteger("govsearch.cluster.gone", 12));

  @TempDir private Path folder;

  private static HttpResponse<byte[]> ask(HttpClient client, Server server, String path)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void itIsSaidWhenToAskAgainAndAllIsWellByItself() throws Exception {
    try (TestCluster cluster = TestCluster.of(1)) {
      try (OpenSearchSink sink = OpenSearchSink.update(cluster.access(), NAME, Sizing.USUAL)) {
        SampleReports.read(SampleReports.FOLDER).subList(0, 3).forEach(sink::put);
        sink.commit();
      }
      try (HttpClient client = HttpClient.newHttpClient();
          OpenSearchEngine engine =
              OpenSearchEngine.open(cluster.access(), NAME, Duration.ofSeconds(3));
          Server server =
              new Server(
                      engine,
                      engine,
                      new SourceStore(folder),
                      new ServerSettings("127.0.0.1", 0, Path.of("web"), null))
                  .start()) {
        server.watching(engine);
        assertThat(ask(client, server, SEARCH).statusCode()).isEqualTo(200);
        long start = System.nanoTime();
        cluster.kill(0);
        boolean unready = false;
        while (System.nanoTime() - start < GONE.toNanos()) {
          long asked = System.nanoTime();
          HttpResponse<byte[]> answer = ask(client, server, SEARCH);
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
          assertThat(Duration.ofNanos(System.nanoTime() - asked))
              .isLessThan(Duration.ofSeconds(10));
          assertThat(ask(client, server, "/health/live").statusCode()).isEqualTo(200);
          unready |= ask(client, server, "/health/ready").statusCode() == 503;
          Thread.sleep(200);
        }
        assertThat(unready).isTrue();
        cluster.restart(0);
        long back = System.nanoTime();
        while (ask(client, server, SEARCH).statusCode() != 200
            || ask(client, server, "/health/ready").statusCode() != 200) {
          assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(60));
          Thread.sleep(200);
        }
      }
    }
  }
}
