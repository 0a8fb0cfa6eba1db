package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** {@code PATCH reports/{id}}, and what is said with an upload, over real HTTP. */
class CorrectionApiTest {

  private static final String TOKEN = "a-token-for-this-test";
  private static final String BOUNDARY = "----govsearch";
  private static final String TEXT = "镇2042年法治政府建设情况报告\n一、主要做法\n开展“乌有节”宣讲3场。\n";

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
    Files.writeString(reports.resolve("a.txt"), "青石" + TEXT);
    Files.writeString(reports.resolve("b.txt"), "白石" + TEXT.replace("2042", "2024"));
    Files.writeString(reports.resolve("reports.csv"), "path,county\na.txt,临溪县\n");
    sync();
    engine = ServedEngine.open(index, Duration.ofSeconds(30));
    LibraryWriter writer =
        new LibraryWriter(
            () -> ServedEngine.update(index), new SourceStore(index), engine.search()::refresh);
    Uploads uploads =
        new Uploads(
            index,
            writer,
            (folders, said) -> Curation.of(folders, null, said),
            false,
            engine.search(),
            engine.library());
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1", 0, Path.of("web"), null, new ServerSettings.Admin(TOKEN, uploads));
    server =
        new Server(engine.search(), engine.library(), new SourceStore(index), settings).start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    engine.close();
  }

  private Curation curation() {
    return Curation.of(List.of(reports), null, CorrectionFile.of(index));
  }

  private IngestSummary sync() {
    try (LibrarySink sink = ServedEngine.update(index)) {
      return new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(Uploads.in(index), false, false).correctedBy(curation()))
          .run(List.of(reports));
    }
  }

  private void rebuild() {
    try (LibrarySink sink = ServedEngine.rebuild(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.rebuild(Uploads.in(index)).correctedBy(curation()))
          .run(List.of(reports));
    }
    engine.search().refresh();
  }

  private JsonNode report(String town) {
    String id = json(get("/api/v1/reports?town=" + encoded(town))).at("/reports/0/id").asString();
    return json(get("/api/v1/reports/" + id));
  }

  @Test
  void aWrongYearIsCorrectedAtOnceAndStaysThroughASyncAndARebuild() {
    JsonNode wrong = report("青石镇");
    String id = wrong.get("id").asString();
    assertThat(wrong.get("year").intValue()).isEqualTo(2042);

    HttpResponse<String> answer =
        patch(id, "{\"year\": 2024, \"city\": \"云渚市\", \"title\": \"青石镇报告（更正）\"}", TOKEN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode right = json(answer);
    assertThat(right.get("id").asString()).isEqualTo(id);
    assertThat(right.at("/metadata/year").toString())
        .isEqualTo("{\"value\":2024,\"from\":\"correction\"}");
    assertThat(right.get("city").asString()).isEqualTo("云渚市");
    assertThat(right.at("/metadata/county/from").asString())
        .as("what the folder's manifest says stays")
        .isEqualTo("manifest");
    assertThat(right.get("paragraphs")).isEqualTo(wrong.get("paragraphs"));
    assertThat(found("乌有节", "&year=2042")).isZero();
    assertThat(found("乌有节", "&year=2024")).isEqualTo(2);

    assertThat(sync().changes().unchanged()).as("nothing is left to do").isEqualTo(2);
    rebuild();
    assertThat(json(get("/api/v1/reports/" + id))).isEqualTo(right);
    assertThat(json(get("/api/v1/library")).at("/changeable").booleanValue()).isTrue();
  }

  @Test
  void aCorrectionIsTakenBackAndNoneIsNone() {
    String id = report("青石镇").get("id").asString();
    JsonNode none = json(patch(id, "{\"town\": \"未注明\", \"county\": \"别县\"}", TOKEN));
    assertThat(none.get("town").isNull()).isTrue();
    assertThat(none.at("/metadata/county").toString())
        .as("over the manifest")
        .isEqualTo("{\"value\":\"别县\",\"from\":\"correction\"}");
    JsonNode back = json(patch(id, "{\"town\": null, \"county\": null}", TOKEN));
    assertThat(back.at("/metadata/town").toString())
        .isEqualTo("{\"value\":\"青石镇\",\"from\":\"title\"}");
    assertThat(back.at("/metadata/county/from").asString()).isEqualTo("manifest");
  }

  @Test
  void theFolderNeedNotBeThereAnyMore() throws IOException {
    String id = report("白石镇").get("id").asString();
    Files.move(reports, folder.resolve("moved"));
    assertThat(patch(id, "{\"year\": \"2023年度\"}", TOKEN).statusCode()).isEqualTo(200);
    assertThat(json(get("/api/v1/reports/" + id)).get("year").intValue()).isEqualTo(2023);

    reports = folder.resolve("moved");
    rebuild();
    assertThat(report("白石镇").get("year").intValue())
        .as("at the same path, with the same bytes")
        .isEqualTo(2023);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"id\": \"x\"}",
        "{\"year\": true}",
        "{\"year\": \"去年\"}",
        "{\"county\": \"甲/乙\"}",
        "{\"published\": \"昨天\"}",
        "no json"
      })
  void whatCannotBeMeantIsRefusedAndChangesNothing(String body) {
    JsonNode before = report("青石镇");
    HttpResponse<String> answer = patch(before.get("id").asString(), body, TOKEN);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asString()).isNotBlank();
    assertThat(report("青石镇")).isEqualTo(before);
    assertThat(index.resolve(CorrectionFile.FILE)).doesNotExist();
  }

  @Test
  void onlyWhoKnowsTheTokenCorrectsAndOnlyWhatIsThere() {
    String id = report("青石镇").get("id").asString();
    assertThat(patch(id, "{\"year\": 2024}", "guess").statusCode()).isEqualTo(401);
    assertThat(patch("aaaaaaaaaaaa", "{\"year\": 2024}", TOKEN).statusCode()).isEqualTo(404);
  }

  @Test
  void anUploadIsCorrectedBeforeItIsKept() {
    String query = "path=" + encoded("云台镇.txt") + "&year=2023&county=" + encoded("临溪县");
    JsonNode preview = json(upload(query + "&keep=false", "云台" + TEXT));
    assertThat(preview.at("/reports/0/metadata/year").toString())
        .isEqualTo("{\"value\":2023,\"from\":\"correction\"}");
    assertThat(index.resolve(CorrectionFile.FILE)).doesNotExist();

    HttpResponse<String> kept = upload(query, "云台" + TEXT);
    assertThat(kept.statusCode()).isEqualTo(201);
    assertThat(json(kept).at("/reports/0/county").asString()).isEqualTo("临溪县");
    rebuild();
    assertThat(report("云台镇").get("year").intValue()).isEqualTo(2023);

    HttpResponse<String> refused = upload(query.replace("2023", "2x"), "云台" + TEXT);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).get("detail").asString()).contains("年度");
  }

  private int found(String phrase, String more) {
    return json(get("/api/v1/search?fold=false&q=" + encoded("“" + phrase + "”") + more))
        .at("/total/value")
        .intValue();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  private HttpResponse<String> patch(String id, String body, String token) {
    return send(
        HttpRequest.newBuilder(uri("/api/v1/reports/" + id))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> upload(String query, String text) {
    String form =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + text
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    return send(
        HttpRequest.newBuilder(uri("/api/v1/reports?" + query))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
