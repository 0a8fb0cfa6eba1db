package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.sync.Ingest;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several services on copies of one index are one service to whoever asks them in turn. */
class SeveralServicesTest {
  private static final Path SAMPLES = Path.of("src", "samples");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  /** One service, and the engine that it is over. */
  private record Service(LuceneEngine engine, Server server) implements AutoCloseable {
    static Service over(Path index) {
      LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30));
      ServerSettings settings = new ServerSettings("127.0.0.1", 0, Path.of("web"), null);
      return new Service(
          engine, new Server(engine, engine, new SourceStore(index), settings).start());
    }

    @Override
    public void close() {
      server.close();
      engine.close();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static HttpResponse<byte[]> ask(HttpClient client, Service service, String path)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + service.server().port() + path);
    HttpResponse<byte[]> answer =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  @Test
  void copiesAnswerAlikeAndTakeEachOthersCursors() throws Exception {
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      new Ingest(sink, new SourceStore(index), Ingest.Progress.SILENT).run(List.of(SAMPLES));
    }
    Path other = folder.resolve("copy");
    copy(index, other);
    try (HttpClient client = HttpClient.newHttpClient();
        Service one = Service.over(index);
        Service two = Service.over(other)) {
      List<Service> inTurn = List.of(one, two);
      String query = "/api/v1/search?" + RunningServer.query("q", "法治", "size", "7");
      List<String> alone = new ArrayList<>();
      List<String> shared = new ArrayList<>();
      String ownCursor = "";
      String cursor = "";
      for (int page = 0; cursor != null; page++) {
        var answer = ask(client, inTurn.get(page % 2), query + after(cursor));
        var own = ask(client, one, query + after(ownCursor));
        assertThat(answer.headers().firstValue(Server.EDITION))
            .isPresent()
            .isEqualTo(own.headers().firstValue(Server.EDITION));
        cursor = add(JSON.readTree(answer.body()), shared);
        ownCursor = add(JSON.readTree(own.body()), alone);
      }
      assertThat(ownCursor).isNull();
      assertThat(shared).isEqualTo(alone).doesNotHaveDuplicates().hasSizeGreaterThan(14);
    }
  }

  private static String after(String cursor) {
    return cursor == null || cursor.isEmpty() ? "" : "&" + RunningServer.query("cursor", cursor);
  }

  private static String add(JsonNode answer, List<String> ids) {
    ids.addAll(Library.ids(answer));
    JsonNode next = answer.path("nextCursor");
    return next.isMissingNode() || next.isNull() ? null : next.asString();
  }
}
