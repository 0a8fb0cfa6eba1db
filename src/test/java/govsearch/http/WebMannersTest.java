package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Suggestion;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.library.LibrarySink;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers, caches, search engines and other sites expect of a service on the web. */
class WebMannersTest {

  private static final String FRIEND = "https://friend.example.org";
  private static final String HOSTILE = "全镇“普法<script>alert(1)</script>”&amp;'宣讲'3场。";

  @TempDir private Path folder;
  private Path reports;
  private ServedEngine engine;
  private Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("青石镇.txt"), "青石镇2024年法治政府建设情况报告\n一、主要做法\n" + HOSTILE + "\n");
    Files.writeString(reports.resolve("无年度.txt"), "柳湾镇法治政府建设情况报告\n一、主要做法\n普法一次。\n");
    sync();
    Path index = folder.resolve("index");
    engine = ServedEngine.open(index, Duration.ofSeconds(30));
    server =
        new Server(
                engine.search(),
                engine.library(),
                new SourceStore(index),
                new ServerSettings(
                    "127.0.0.1", 0, Path.of("web"), null, Set.of(), Set.of(FRIEND), null, null))
            .start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    engine.close();
  }

  private void sync() {
    Path index = folder.resolve("index");
    try (LibrarySink sink = ServedEngine.update(index)) {
      new Ingest(
              sink,
              new SourceStore(index),
              Ingest.Progress.SILENT,
              IngestOptions.sync(null, false, false))
          .run(List.of(reports));
    }
  }

  private HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(), path, headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
    request.uri(URI.create(path.startsWith("http") ? path : base() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** A slip is mended by phrases that have been read; what needs none of them is as good before. */
  @Test
  void whatIsHeldStaysSoWhenThePhrasesHaveBeenRead() {
    List<String> paths = List.of("/api/v1/reports", "/api/v1/search?q=普法");
    List<String> tags = paths.stream().map(p -> header(get(encoded(p)), "ETag")).toList();
    engine.search().suggest("普", EnumSet.allOf(Suggestion.Kind.class), 1); // reads them
    for (int i = 0; i < paths.size(); i++) {
      assertThat(get(encoded(paths.get(i)), "If-None-Match", tags.get(i)).statusCode())
          .as(paths.get(i))
          .isEqualTo(304);
    }
  }

  /** The phrases are read for it, if they were not before. */
  @Test
  void whatWasFoundNowhereIsHeldAsWell() {
    String path = encoded("/api/v1/search?q=“普发”");
    String held = header(get(path), "ETag");
    assertThat(get(path, "If-None-Match", held).statusCode()).isEqualTo(304);
  }

  @Test
  void anAnswerIsHeldUntilTheCollectionChanges() throws IOException {
    get(encoded("/api/v1/suggest?q=普法")); // after which there is nothing left to read
    List<String> paths = List.of("/api/v1/search?q=普法", "/api/v1/reports", "/sitemap.xml");
    List<String> tags = paths.stream().map(p -> header(get(encoded(p)), "ETag")).toList();
    assertThat(tags).allMatch(tag -> tag.matches("W/\"[0-9a-f]{20}\""));
    for (int i = 0; i < paths.size(); i++) {
      HttpResponse<String> again =
          get(encoded(paths.get(i)), "If-None-Match", "\"other\", " + tags.get(i));
      assertThat(again.statusCode()).as(paths.get(i)).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tags.get(i));
      assertThat(get(encoded(paths.get(i)), "If-None-Match", "\"other\"").statusCode())
          .isEqualTo(200);
    }
    HttpResponse<String> page = get("/reports/" + firstId());

    Files.writeString(reports.resolve("云台镇.txt"), "云台镇2023年法治政府建设情况报告\n一、工作\n普法二次。\n");
    sync();
    engine.search().refresh();

    for (int i = 0; i < paths.size(); i++) {
      HttpResponse<String> changed = get(encoded(paths.get(i)), "If-None-Match", tags.get(i));
      assertThat(changed.statusCode()).as(paths.get(i)).isEqualTo(200);
      assertThat(header(changed, "ETag")).isNotEmpty().isNotEqualTo(tags.get(i));
    }
    assertThat(get(page.uri().getPath(), "If-None-Match", header(page, "ETag")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsRefusedOrPassingIsNotHeld() {
    for (String path :
        List.of("/api/v1/search?x=1", "/api/v1/reports/none", "/api/v1/export?q=a")) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "ETag")).as(path).isEmpty();
      assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-store");
    }
  }

  @Test
  void aReportIsReadWithoutAScriptAndNothingInItIsMarkup() {
    String id = firstId();
    JsonNode report = JsonMapper.shared().readTree(get("/api/v1/reports/" + id).body());
    Document page = Jsoup.parse(get("/reports/" + id).body());

    assertThat(page.title()).startsWith(report.get("title").asString());
    List<Element> paragraphs = page.select("#report-text [id]");
    assertThat(paragraphs).hasSize(report.get("paragraphs").size());
    for (int i = 0; i < paragraphs.size(); i++) {
      assertThat(paragraphs.get(i).id())
          .isEqualTo(report.get("paragraphs").get(i).get("id").asString());
      assertThat(paragraphs.get(i).wholeText())
          .isEqualTo(report.get("paragraphs").get(i).get("text").asString());
    }
    assertThat(page.select("#report-text script")).isEmpty();
    assertThat(page.select("#report-text h1").text()).isEqualTo(report.get("title").asString());
    HttpResponse<String> none = get("/reports/none");
    assertThat(none.body()).contains("<meta name=\"robots\" content=\"noindex\">");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(header(none, "ETag")).isEmpty();
  }

  @Test
  void searchEnginesFindEveryReportAndBrowsersTheSearch() {
    assertThat(get("/robots.txt").body()).contains("Sitemap: " + base() + "/sitemap.xml");
    List<String> parts = locations(get("/sitemap.xml").body());
    assertThat(parts).hasSize(2);
    List<String> addresses =
        parts.stream().flatMap(part -> locations(get(part).body()).stream()).toList();
    assertThat(addresses).hasSize(2).doesNotHaveDuplicates();
    assertThat(addresses).allMatch(address -> get(address).statusCode() == 200);
    assertThat(get("/sitemap.xml?year=2024&page=2").statusCode()).isEqualTo(404);
    assertThat(get("/sitemap.xml?year=abc").statusCode()).isEqualTo(400);

    Document description = Jsoup.parse(get("/opensearch.xml").body(), Parser.xmlParser());
    assertThat(description.select("Url[type=text/html]").attr("template"))
        .isEqualTo(base() + "/?q={searchTerms}");
    assertThat(get("/").body()).contains("href=\"/opensearch.xml\"");
  }

  @Test
  void onlyListedSitesReadTheApiWithTheirScripts() {
    assertThat(header(get("/api/v1/search", "Origin", FRIEND), "Access-Control-Allow-Origin"))
        .isEqualTo(FRIEND);
    HttpResponse<String> stranger = get("/api/v1/search", "Origin", "https://other.example.org");
    assertThat(header(stranger, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(header(stranger, "Vary")).contains("Origin");
    HttpRequest.BodyPublisher text = HttpRequest.BodyPublishers.ofString("普法");
    for (String origin : List.of(FRIEND, "https://other.example.org")) {
      int status =
          send(
                  HttpRequest.newBuilder().POST(text),
                  "/api/v1/batch",
                  "Origin",
                  origin,
                  "Content-Type",
                  "text/plain")
              .statusCode();
      int preflight =
          send(
                  HttpRequest.newBuilder().method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
                  "/api/v1/batch",
                  "Origin",
                  origin)
              .statusCode();
      assertThat(List.of(status, preflight))
          .as(origin)
          .isEqualTo(origin.equals(FRIEND) ? List.of(200, 204) : List.of(403, 403));
    }
  }

  private String firstId() {
    JsonNode list = JsonMapper.shared().readTree(get("/api/v1/reports?year=2024").body());
    return list.get("reports").get(0).get("id").asString();
  }

  private static List<String> locations(String sitemap) {
    return Jsoup.parse(sitemap, Parser.xmlParser()).select("loc").eachText();
  }

  private static String encoded(String path) {
    return URI.create(path).toASCIIString();
  }
}
