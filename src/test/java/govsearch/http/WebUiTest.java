package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The UI's files as a browser gets them, and nothing but them. */
class WebUiTest {

  /** Of a report that is there. */
  private static final String REPORT = "/reports/u6gbri7lrh6e";

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        REPORT,
        "/reports/x",
        "/help.html",
        "/css/base.css",
        "/js/start.js",
        "/favicon.svg",
        "/api/v1/search",
        "/api/v1/search?x=1",
        "/api/v1/reports/x",
        "/openapi.yaml",
        "/health/live",
        "/nothing",
        "/%2e%2e/pom.xml",
      })
  void everyAnswerComesUnderThePolicy(String path) {
    HttpHeaders headers = server.get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http"));
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/help.html",
        REPORT,
        "/reports/x",
        "/towns/x/y",
        "/trend.html",
        "/history.html",
        "/nothing"
      })
  void pagesHoldNothingThatThePolicyForbids(String path) {
    String page = text(server.get(path, "Accept", "text/html"));

    assertThat(page).startsWith("<!doctype html>").contains("lang=\"zh-CN\"");
    assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
    assertThat(page).doesNotContainPattern("<script(?![^>]*\\ssrc=\"/)[^>]*>");
    assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/help.html",
        REPORT,
        "/reports/x",
        "/towns/x/y",
        "/trend.html",
        "/history.html",
        "/nothing"
      })
  void everythingThatAPageLoadsIsThere(String path) {
    String page = text(server.get(path, "Accept", "text/html"));
    List<String> loaded =
        Pattern.compile("<(?:script|link|img)[^>]*\\s(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();

    assertThat(loaded).isNotEmpty();
    for (String each : loaded) {
      assertThat(server.get(each).statusCode()).as(each).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    REPORT + ", text/html",
    "/css/base.css, text/css",
    "/js/start.js, text/javascript",
    "/favicon.svg, image/svg+xml",
    "/webjars/lit-html/3.3.2/lit-html.js, text/javascript",
  })
  void filesSayWhatTheyAre(String path, String type) {
    assertThat(header(server.get(path), "Content-Type")).startsWith(type);
  }

  @Test
  void withoutATokenThePagesAreToldThatNothingCanBeChangedHere() {
    assertThat(server.json("/api/v1/library?size=1").get("changeable").booleanValue()).isFalse();
    assertThat(server.ask("PATCH", "/api/v1/reports/u6gbri7lrh6e").statusCode()).isEqualTo(405);
  }

  @Test
  void everyFileOfTheFolderIsServedAsItIs() throws IOException {
    Path web = Path.of("web");
    try (Stream<Path> files = Files.walk(web)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = "/" + web.relativize(file).toString().replace('\\', '/');

        if (path.equals("/frame.html") || path.startsWith("/pages/")) { // no page by themselves
          assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        } else {
          assertThat(server.get(path).body()).as(path).isEqualTo(Files.readAllBytes(file));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/css", "/css/", "/js/", "/webjars", "/webjars/", "/webjars/lit-html/"})
  void foldersAreNotListed(String path) {
    HttpResponse<byte[]> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).doesNotContain(".css", ".js", "3.3.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", REPORT, "/js/start.js", "/webjars/lit-html/3.3.2/lit-html.js"})
  void aFileThatIsKnownIsNotSentAgain(String path) {
    String tag = header(server.get(path), "ETag");
    HttpResponse<byte[]> again = server.get(path, "If-None-Match", tag);

    assertThat(tag).isNotEmpty();
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(server.get(path, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void filesAndAnswersAreAskedForAgainAndWhatIsNotThereIsNotKept() {
    assertThat(header(server.get("/"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.get(REPORT), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.get("/js/start.js"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.get("/api/v1/search"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(server.get("/nothing"), "Cache-Control")).isEqualTo("no-store");
    assertThat(header(server.get("/reports/x"), "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/search?size=200", "/js/facets.js", "/css/base.css", "/"})
  void longTextsAreCompressedForWhoTakesIt(String path) throws IOException {
    HttpResponse<byte[]> packed = server.get(path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> plain = server.get(path);

    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).contains("Accept-Encoding");
    assertThat(packed.body()).hasSizeLessThan(plain.body().length * 2 / 3);
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    if (!path.startsWith("/api")) { // the answers of which tell how long they took
      assertThat(unpacked).isEqualTo(plain.body());
    }
    assertThat(header(plain, "Content-Encoding")).isEmpty();
  }

  @Test
  void anAnswerOfManyHitsTakesLessThanAThirdOnTheWire() {
    String path = "/api/v1/search?size=50&" + RunningServer.query("q", "法治");
    int plain = server.get(path).body().length;
    int packed = server.get(path, "Accept-Encoding", "gzip").body().length;

    assertThat(packed).isLessThan(plain * 3 / 10);
  }

  /** What browsers take from this machine and over TLS, and what people read most. */
  @Test
  void whatIsReadTakesLittleMoreThanAQuarterByBrotli() throws IOException, InterruptedException {
    awaitBrotli();
    JsonNode hit = server.json("/api/v1/search?" + RunningServer.query("q", "法治")).at("/hits/0");
    String reportId = hit.at("/reportId").asString();
    String paragraph = reportId + '.' + hit.at("/paragraphId").asString();
    int plain = 0;
    int packed = 0;
    for (String path :
        List.of(
            "search?size=50&" + RunningServer.query("q", "法治"),
            "search?" + RunningServer.query("q", "普法"),
            "search?" + RunningServer.query("q", "“行政执法”"),
            "concordance?" + RunningServer.query("q", "法治"),
            "figures?" + RunningServer.query("q", "培训"),
            "reports",
            "reports/" + reportId,
            "paragraphs/" + paragraph + "/similar")) {
      HttpResponse<byte[]> answer = server.get("/api/v1/" + path, "Accept-Encoding", "gzip, br");
      assertThat(header(answer, "Content-Encoding")).as(path).isEqualTo("br");
      assertThat(header(answer, "Vary")).contains("Accept-Encoding");
      assertThat(header(answer, "ETag").startsWith("W/")).isEqualTo(!path.endsWith("/similar"));
      packed += answer.body().length;
      plain += Decoder.decompress(answer.body(), 0, answer.body().length).length;
    }
    assertThat(packed).isLessThan(plain * 28 / 100);
  }

  @Test
  void whoDoesNotTakeBrotliOrGetsLittleIsNotSentIt() throws InterruptedException {
    awaitBrotli();
    String path = "/api/v1/search?" + RunningServer.query("q", "法治");
    for (String accepted :
        List.of(
            "gzip",
            "br;q=0, gzip",
            "gzip;q=0.5, br;q=0.000",
            "bro, gzip",
            "gzip;q=1.0,deflate;q=0.6,identity;q=0.3")) {
      assertThat(header(server.get(path, "Accept-Encoding", accepted), "Content-Encoding"))
          .as(accepted)
          .isEqualTo("gzip");
    }
    assertThat(header(server.get(path), "Content-Encoding")).isEmpty();
    assertThat(header(server.get(path, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
        .isEmpty();
    assertThat(header(server.get("/health/ready", "Accept-Encoding", "br"), "Content-Encoding"))
        .isEmpty();
    HttpResponse<byte[]> page = server.get("/", "Accept-Encoding", "gzip, deflate, br, zstd");
    assertThat(header(page, "Content-Encoding")).isEqualTo("br");
    assertThat(server.ask("HEAD", path, "Accept-Encoding", "br").body()).isEmpty();
  }

  private static void awaitBrotli() throws InterruptedException {
    for (int i = 0; i < 200 && !Brotli.isThere(); i++) {
      Thread.sleep(50);
    }
    assertThat(Brotli.isThere()).isTrue();
  }

  @Test
  void aFileThatIsNotThereIsAProblemForScriptsAndAPageForPeople() {
    for (String path : List.of("/js/nothing.js", "/nothing", "/reports/a/b", "/reports")) {
      HttpResponse<byte[]> problem = server.get(path, "Accept", "*/*");
      assertThat(problem.statusCode()).isEqualTo(404);
      assertThat(header(problem, "Content-Type")).startsWith("application/problem+json");

      HttpResponse<byte[]> page = server.get(path, "Accept", "text/html,*/*;q=0.8");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(header(page, "Content-Type")).startsWith("text/html");
      assertThat(text(page)).contains("没有这个页面", "href=\"/\"").doesNotContain(path);
    }
  }
}
