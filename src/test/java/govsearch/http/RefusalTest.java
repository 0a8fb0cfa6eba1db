package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests that cannot be meant are refused with a reason that a person can act on. */
class RefusalTest {

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    api = ApiDescription.servedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode refusal(String query) {
    HttpResponse<byte[]> answer = server.get("/api/v1/search?" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(400);
    return problem(answer);
  }

  private static JsonNode problem(HttpResponse<byte[]> answer) {
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = RunningServer.json(answer);
    assertThat(api.errors("Problem", problem)).isEmpty();
    assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
    return problem;
  }

  @Test
  void searchRefusesUnknownParameterByName() {
    assertThat(refusal("q=a&pagesize=5").get("detail").asString())
        .contains("pagesize")
        .contains("size、sort、substance、town、year");
    assertThat(refusal(RunningServer.query("页码", "2")).get("detail").asString()).contains("页码");
  }

  @Test
  void searchRefusesAFacetNameThatIsTooLong() {
    for (String name : new String[] {"facet.town.prefix", "facet.region.parent"}) {
      assertThat(refusal(RunningServer.query(name, "镇".repeat(201))).get("detail").asString())
          .contains(name)
          .contains("200");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "size=0, 1 到 200",
    "size=201, 1 到 200",
    "size=-1, 1 到 200",
    "size=1.5, 1 到 200",
    "size=99999999999, 1 到 200",
    "size=ten, ten",
    "mode=fuzzy, fuzzy",
    "mode=fuzzy, exact、words、most、loose",
    "sort=score, relevance、newest、oldest、town",
    "year=24, 24",
    "year=20x4, 四位年份",
    "section=conclusion, conclusion",
    "cursor=nonsense, cursor",
    "q=a&q=b, q 只能给一次",
    "mode=exact&mode=loose, mode 只能给一次",
  })
  void searchSaysWhichValueItDoesNotTakeAndWhatItWould(String query, String detail) {
    assertThat(refusal(query).get("detail").asString()).contains(detail);
  }

  @Test
  void tooManyOrTooLongFilterValuesAreRefused() {
    assertThat(refusal("town=a&".repeat(101)).get("detail").asString())
        .contains("town")
        .contains("100");
    assertThat(refusal("town=" + "a".repeat(201)).get("detail").asString()).contains("200");
    assertThat(server.get("/api/v1/search?" + "town=a&".repeat(100)).statusCode()).isEqualTo(200);
  }

  @Test
  void aQueryOverTheLimitIsRefusedWithWhereItIsTooLong() {
    JsonNode problem = refusal(RunningServer.query("q", "法".repeat(1001)));

    assertThat(problem.get("start").intValue()).isEqualTo(1000);
    assertThat(problem.get("end").intValue()).isEqualTo(1001);
  }

  @Test
  void aQueryUpToTheLimitIsTakenInChineseToo() {
    assertThat(server.search("q", "法".repeat(1000), "mode", "exact").at("/total/value").intValue())
        .isZero();
  }

  @Test
  void aRequestBeyondAllMeasureIsRefusedAsAProblem() {
    HttpResponse<byte[]> answer = server.get("/api/v1/search?q=" + "a".repeat(70_000));

    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(problem(answer).get("detail").asString()).contains("64 KB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%zz", "q=%", "q=%4", "q=abc%E6%B", "%zz=1", "q=%-1", "q=%+1"})
  void brokenPercentEncodingIsRefusedAndNotTakenForNothing(String query) {
    RawAnswer answer = server.raw("/api/v1/search?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("百分号");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%FF", "q=%E6%B3", "q=%ED%A0%80", "q=%B7%A8%C2%C9", "%FF=1"})
  void whatIsNotUtf8IsRefused(String query) {
    RawAnswer answer = server.raw("/api/v1/search?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("UTF-8");
  }

  @Test
  void rawBytesOfAnotherEncodingAreRefusedAsWhatTheyAre() {
    byte[] request =
        "GET /api/v1/search?q=法律 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(Charset.forName("GB18030"));

    assertThat(server.raw(request).status()).isEqualTo(400);
  }

  @Test
  void oddButWellFormedQueryStringsAreTaken() {
    for (String query : List.of("", "&", "&&q=a&", "q", "q=", "q=a=b", "q=a+b", "q=%00", "q=a;b")) {
      assertThat(server.get("/api/v1/search?" + query).statusCode()).as(query).isEqualTo(200);
    }
    assertThat(server.get("/api/v1/search?=1").statusCode()).isEqualTo(400);
  }

  @Test
  void aCursorOfAnotherRequestIsRefused() {
    String cursor = server.search("q", "“法治”", "size", "1").get("nextCursor").asString();
    String own = RunningServer.query("q", "“法治”", "cursor", cursor);

    assertThat(server.get("/api/v1/search?" + own).statusCode()).isEqualTo(200);
    for (String other :
        List.of(
            RunningServer.query("q", "“法律”", "cursor", cursor),
            own + "&mode=exact",
            own + "&sort=newest",
            own + "&year=2025",
            own + "x")) {
      assertThat(refusal(other).get("title").asString()).as(other).isEqualTo("翻页位置无效");
    }
    assertThat(server.get("/api/v1/reports?cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void otherMethodsAreRefusedWithThoseThatThereAre(String method) {
    for (String path :
        List.of("/api/v1/search", "/api/v1/reports/x", "/", "/js/api.js", "/reports/x")) {
      HttpResponse<byte[]> answer = server.ask(method, path);

      assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
      assertThat(problem(answer).get("detail").asString()).contains(method);
    }
  }

  @Test
  void headAnswersAsGetDoesWithoutTheBody() {
    for (String path :
        List.of(
            "/api/v1/search?q=a",
            "/api/v1/search?q=a&x=1",
            "/api/v1/reports/x",
            "/health/live",
            "/openapi.yaml",
            "/reports/x",
            "/")) {
      HttpResponse<byte[]> head = server.ask("HEAD", path);
      HttpResponse<byte[]> get = server.get(path);

      assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
      assertThat(head.headers().firstValue("Content-Type"))
          .isEqualTo(get.headers().firstValue("Content-Type"));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void anAddressOfTheApiThatIsNotThereIsAProblemForBrowsersToo() {
    for (String path : List.of("/api", "/api/v1", "/api/v1/suche", "/api/v2/search", "/health")) {
      assertThat(problem(server.get(path)).get("status").intValue()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/api", "/api/", "/api/v1/x", "/api/v1/reports/x", "/health")) {
      for (String accept : List.of("text/html", "text/html,*/*;q=0.1", "image/png", "x")) {
        assertThat(problem(server.get(path, "Accept", accept)).get("title").asString())
            .as(path + " " + accept)
            .isEqualTo("没有找到");
      }
    }
  }
}
