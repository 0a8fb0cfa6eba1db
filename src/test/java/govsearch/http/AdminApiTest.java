package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads, deletions and the state of the library over real HTTP. */
class AdminApiTest {

  private static final String TOKEN = "a-token-for-this-test";
  private static final String REPORT = "云台镇2024年法治政府建设情况报告\n一、主要做法\n开展“乌有节”宣讲3场。\n";
  private static final String BOUNDARY = "----govsearch";

  @TempDir private Path folder;
  private Path index;
  private Path reports;
  private ServedEngine engine;
  private Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("青石镇.txt"), "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n");
    Files.writeString(reports.resolve("空.txt"), "");
    sync();
    engine = ServedEngine.open(index, Duration.ofSeconds(30));
    LibraryWriter writer =
        new LibraryWriter(
            () -> ServedEngine.update(index), new SourceStore(index), engine.search()::refresh);
    ServerSettings.Admin admin =
        new ServerSettings.Admin(
            TOKEN,
            new Uploads(
                index,
                writer,
                (folders, said) -> Curation.of(folders, null, said),
                false,
                engine.search(),
                engine.library()));
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, Path.of("web"), null, admin);
    server =
        new Server(engine.search(), engine.library(), new SourceStore(index), settings).start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    engine.close();
  }

  @Test
  void aPreviewShowsTheReportAndKeepsNothing() {
    HttpResponse<String> answer = upload("path=云台镇.txt&keep=false", REPORT);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = json(answer);
    assertThat(json.get("kept").booleanValue()).isFalse();
    assertThat(json.at("/reports/0/town").asString()).isEqualTo("云台镇");
    assertThat(json.at("/reports/0/metadata/year/from").asString()).isEqualTo("title");
    assertThat(found("乌有节")).isZero();
    assertThat(index.resolve("uploads")).doesNotExist();
  }

  @Test
  void anUploadedReportIsFoundAtOnceAndStaysThroughASyncAndARebuild() throws IOException {
    HttpResponse<String> answer = upload("path=临溪县/云台镇.txt", REPORT);
    assertThat(answer.statusCode()).isEqualTo(201);
    String id = json(answer).at("/reports/0/id").asString();
    assertThat(found("乌有节")).isEqualTo(1);

    sync();
    engine.search().refresh();
    assertThat(found("乌有节")).isEqualTo(1);
    try (LibrarySink sink = ServedEngine.rebuild(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.rebuild(Uploads.in(index)))
          .run(List.of(reports));
    }
    engine.search().refresh();
    assertThat(json(get("/api/v1/reports/" + id)).get("town").asString()).isEqualTo("云台镇");
    assertThat(get("/api/v1/reports/" + id + "/source").body()).isEqualTo(REPORT);
  }

  @Test
  void anUploadedReportCanBeReplacedAndDeleted() {
    upload("path=云台镇.txt", REPORT);
    String other = REPORT.replace("3场", "4场");
    HttpResponse<String> refused = upload("path=云台镇.txt", other);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).get("detail").asString()).contains("replace=true");
    assertThat(upload("path=云台镇.txt", REPORT).statusCode()).as("the same again").isEqualTo(201);
    HttpResponse<String> replaced = upload("path=云台镇.txt&replace=true", other);
    assertThat(replaced.statusCode()).isEqualTo(201);
    assertThat(replaced.body()).contains("4场");

    String id = json(replaced).at("/reports/0/id").asString();
    assertThat(delete(id, TOKEN).statusCode()).isEqualTo(204);
    assertThat(found("乌有节")).isZero();
    assertThat(delete(id, TOKEN).statusCode()).isEqualTo(404);
  }

  @Test
  void aReportOfAFolderIsNotDeletedOverHttp() {
    String id = json(get("/api/v1/reports")).at("/reports/0/id").asString();
    HttpResponse<String> answer = delete(id, TOKEN);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("detail").asString()).contains("青石镇.txt", "./govsearch sync");
    assertThat(found("普法")).isEqualTo(1);
  }

  @Test
  void withoutTheTokenNothingChanges() {
    for (String token : new String[] {null, "", "another", TOKEN + "x", TOKEN.substring(1)}) {
      HttpResponse<String> answer = upload("path=云台镇.txt", REPORT, token);
      assertThat(answer.statusCode()).as("token " + token).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(delete("aaaaaaaaaaaa", token).statusCode()).isEqualTo(401);
    }
    assertThat(found("乌有节")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "/etc/a.txt",
        "a/../b.txt",
        ".hidden.txt",
        "a//b.txt",
        "a/",
        "%00.txt",
        "a%5Cb.txt",
        "C:a.txt",
        "a/b/c/d/e/f/g.txt",
        "%20a.txt"
      })
  void aPathThatLeadsElsewhereIsRefused(String path) {
    HttpResponse<String> answer = send("POST", "/api/v1/reports?path=" + path, TOKEN, REPORT);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("title").asString()).isEqualTo("路径有误");
  }

  @Test
  void aFileThatGivesNoReportIsRefusedWithTheReason() {
    HttpResponse<String> answer = upload("path=空.txt", "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("detail").asString()).isEqualTo("空文件");
    assertThat(upload("path=a.xyz", "x").statusCode()).isEqualTo(422);
  }

  @Test
  void whoeverTriesTokensIsRefusedForAWhileButNotWhoKnowsIt() {
    int status = 0;
    String wait = null;
    for (int i = 0; i < 200 && status != 429; i++) {
      HttpResponse<String> answer = delete("aaaaaaaaaaaa", "guess");
      status = answer.statusCode();
      wait = answer.headers().firstValue("Retry-After").orElse(null);
    }
    assertThat(status).isEqualTo(429);
    assertThat(Integer.parseInt(wait)).isPositive();
    assertThat(get("/api/v1/library").statusCode()).as("reading goes on").isEqualTo(200);
    assertThat(upload("path=云台镇.txt", REPORT).statusCode()).as("the right token").isEqualTo(201);
    assertThat(delete("aaaaaaaaaaaa", null).statusCode()).as("none is no try").isEqualTo(401);
  }

  @Test
  void theLibraryTellsOfFilesRunsAndReasons() {
    upload("path=云台镇.txt", REPORT);
    JsonNode library = json(get("/api/v1/library"));

    assertThat(library.get("reports").intValue()).isEqualTo(2);
    assertThat(library.get("files").intValue()).isEqualTo(3);
    assertThat(library.get("skippedFiles").intValue()).isEqualTo(1);
    assertThat(library.at("/skipped/0/path").asString()).isEqualTo("空.txt");
    assertThat(library.at("/skipped/0/reason").asString()).isEqualTo("空文件");
    assertThat(library.at("/years/0/value").asString()).isEqualTo("2024");
    assertThat(library.at("/years/0/reports").intValue()).isEqualTo(2);
    assertThat(library.at("/folders/0").asString()).isEqualTo("reports");
    assertThat(library.at("/folders/1").asString()).isEqualTo("uploads");
    assertThat(library.at("/runs/0/kind").asString()).isEqualTo("upload");
    assertThat(library.at("/runs/1/kind").asString()).isEqualTo("sync");
    assertThat(library.toString()).doesNotContain(folder.toString());
  }

  private void sync() {
    try (LibrarySink sink = ServedEngine.update(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(Uploads.in(index), false, false))
          .run(List.of(reports));
    }
  }

  private int found(String phrase) {
    String q = URLEncoder.encode("“" + phrase + "”", StandardCharsets.UTF_8);
    return json(get("/api/v1/search?q=" + q)).at("/total/value").intValue();
  }

  private HttpResponse<String> upload(String query, String text) {
    return upload(query, text, TOKEN);
  }

  private HttpResponse<String> upload(String query, String text, String token) {
    StringBuilder encoded = new StringBuilder("/api/v1/reports?");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      encoded
          .append(pair, 0, equals + 1)
          .append(URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8))
          .append('&');
    }
    return send("POST", encoded.toString(), token, text);
  }

  private HttpResponse<String> delete(String id, String token) {
    return send("DELETE", "/api/v1/reports/" + id, token, null);
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, null, null);
  }

  private HttpResponse<String> send(String method, String path, String token, String file) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (file == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
      request.method(method, HttpRequest.BodyPublishers.ofByteArray(form(file)));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] form(String file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n";
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
