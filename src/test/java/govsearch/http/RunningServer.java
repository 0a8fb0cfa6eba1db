package govsearch.http;

import govsearch.engine.Vitals;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.DraftReading;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is in production, over an index of its own, asked over real HTTP. */
final class RunningServer implements AutoCloseable {

  static final Path SAMPLES = Path.of("src", "samples");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path WEB = Path.of("web");
  private static final Set<String> ALLOWED = Set.of("allowed.example.org");
  private static final Duration SEARCH_TIME_LIMIT = Duration.ofSeconds(30);

  private final Path index;
  private final ServedEngine engine;
  private final Server server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningServer(Path index, ServedEngine engine, Server server) {
    this.index = index;
    this.engine = engine;
    this.server = server;
  }

  /** Over the bundled samples. */
  static RunningServer overSamples() {
    return over(SAMPLES, WEB, null);
  }

  /**
   * Over the reports of a folder.
   *
   * @param publicUrl where the service is said to be reached; null for nothing said
   */
  static RunningServer over(Path reports, Path web, String publicUrl) {
    return over(reports, web, publicUrl, null);
  }

  /** Over the bundled samples, for assistants too. */
  static RunningServer forAssistants(String publicUrl) {
    return over(
        SAMPLES,
        null,
        (index, engine) ->
            new ServerSettings(
                "127.0.0.1", 0, WEB, publicUrl, ALLOWED, Set.of(), null, null, true));
  }

  /** Over the reports of a folder, with their regions completed. */
  static RunningServer over(Path reports, Gazetteer gazetteer) {
    return over(reports, WEB, null, gazetteer);
  }

  private static RunningServer over(Path reports, Path web, String publicUrl, Gazetteer gazetteer) {
    return over(
        reports,
        gazetteer,
        (index, engine) ->
            new ServerSettings(
                "127.0.0.1",
                0,
                web,
                publicUrl,
                ALLOWED,
                Set.of(),
                null,
                new ServerSettings.Metering(null)));
  }

  /** Over the bundled samples, and those who know a token may add to them. */
  static RunningServer changeable(String token) {
    return over(
        SAMPLES,
        null,
        (index, engine) -> {
          LibraryWriter writer =
              new LibraryWriter(
                  () -> ServedEngine.update(index),
                  new SourceStore(index),
                  engine.search()::refresh);
          Uploads uploads =
              new Uploads(
                  index,
                  writer,
                  (folders, said) -> Curation.of(folders, null, said),
                  false,
                  engine.search(),
                  engine.library());
          return new ServerSettings(
              "127.0.0.1", 0, WEB, null, ALLOWED, new ServerSettings.Admin(token, uploads));
        });
  }

  private static RunningServer over(
      Path reports, Gazetteer gazetteer, BiFunction<Path, ServedEngine, ServerSettings> settings) {
    try {
      Path index = Files.createTempDirectory("govsearch-http");
      SourceStore sources = new SourceStore(index);
      try (LibrarySink sink = ServedEngine.rebuild(index)) {
        Curation curation = Curation.of(List.of(reports), gazetteer);
        new Ingest(sink, sources, Ingest.Progress.SILENT, curation).run(List.of(reports));
      }
      ServedEngine engine = ServedEngine.open(index, SEARCH_TIME_LIMIT);
      Server server =
          new Server(
                  engine.search(),
                  engine.library(),
                  sources,
                  settings.apply(index, engine),
                  drafts(gazetteer))
              .start();
      return new RunningServer(index, engine, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Server.Drafts drafts(Gazetteer gazetteer) {
    return new Server.Drafts(new DraftReading(gazetteer), Gazetteer.builtIn().names());
  }

  /** The paths that the server answers with data, as it has them in its table. */
  Set<String> paths() {
    return server.paths();
  }

  int port() {
    return server.port();
  }

  /** The folder of the index. */
  Path index() {
    return index;
  }

  /** As when an index is copied without the files beside it. */
  void deleteSources() {
    deleteAll(index.resolve("sources"));
  }

  /** Names and values in turn, as the part of an address behind the question mark. */
  static String query(String... namesAndValues) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
      out.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return out.toString();
  }

  /** Has readiness depend on something. */
  void watching(Vitals vitals) {
    server.watching(vitals);
  }

  /** Asks for a path, with its query string. */
  HttpResponse<byte[]> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)), headers);
  }

  /** Asks in any method, without a body. */
  HttpResponse<byte[]> ask(String method, String path, String... headers) {
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    return send(HttpRequest.newBuilder(uri(path)).method(method, nothing), headers);
  }

  /** Sends a text to a path. */
  HttpResponse<byte[]> post(String path, String type, byte[] body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        headers);
  }

  /** The JSON of a path that answers 200. */
  JsonNode json(String path) {
    HttpResponse<byte[]> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          path
              + " → "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return json(answer);
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    return JSON.readTree(answer.body());
  }

  /** A search's answer. */
  JsonNode search(String... namesAndValues) {
    return json("/api/v1/search?" + query(namesAndValues));
  }

  /**
   * Sends a request as it stands, however malformed, for clients that no library would let be so
   * bad. The request has to ask the server to close.
   */
  RawAnswer raw(byte[] request) {
    return raw(request, false);
  }

  /**
   * Sends a request as it stands.
   *
   * @param ends whether nothing more can come, though an answer may still be read
   */
  RawAnswer raw(byte[] request, boolean ends) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      if (ends) {
        socket.shutdownOutput();
      }
      return RawAnswer.of(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for a target as it stands. */
  RawAnswer raw(String target) {
    return raw(target, "127.0.0.1:" + port());
  }

  /** Asks for a target as it stands, with a Host header as it stands. */
  RawAnswer raw(String target, String host) {
    String request =
        "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    return raw(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    engine.close();
    deleteAll(index);
  }

  private static void deleteAll(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
