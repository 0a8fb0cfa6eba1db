package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Similar statements over HTTP; what is similar is tested below it. */
class SimilarApiTest {

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

  private static HttpResponse<byte[]> post(String parameters, String type, String body) {
    return post(server, parameters, type, body);
  }

  private static HttpResponse<byte[]> post(
      RunningServer to, String parameters, String type, String body) {
    return to.post("/api/v1/similar" + parameters, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode similar(String parameters, String text) {
    return similar(server, parameters, text);
  }

  private static JsonNode similar(RunningServer asked, String parameters, String text) {
    HttpResponse<byte[]> answer =
        post(asked, parameters, "application/json", "{\"text\": \"" + text + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = RunningServer.json(answer);
    assertThat(api.errors("Similar", json)).isEmpty();
    return json;
  }

  @Test
  void eachHitHasTheRemediesThatItsStatementHas() {
    JsonNode hits = similar("", "网格员待遇偏低，人员流动大").get("hits");

    int measures = 0;
    for (JsonNode hit : hits.values()) {
      String id = hit.get("reportId").asString() + "." + hit.get("paragraphId").asString();
      JsonNode alone =
          server.json(
              "/api/v1/paragraphs/" + id + "/remedies?size=2&statement=" + hit.get("statement"));
      for (String part : new String[] {"measures", "nextYear", "achievements"}) {
        assertThat(hit.get("remedies").get(part)).isEqualTo(alone.get(part));
      }
      measures += alone.get("measures").size();
    }
    assertThat(measures).isPositive();
  }

  @Test
  void aTextFindsProblemsThatCanBeFollowed() {
    JsonNode answer = similar("?size=5", "网格员待遇偏低，人员流动大");

    assertThat(answer.get("hits").size()).isBetween(1, 5);
    for (JsonNode hit : answer.get("hits").values()) {
      assertThat(hit.get("section").asString()).isEqualTo("problems");
      String id = hit.get("reportId").asString() + "." + hit.get("paragraphId").asString();
      JsonNode paragraph = server.json("/api/v1/paragraphs/" + id);
      assertThat(paragraph.at("/paragraph/text")).isEqualTo(hit.get("text"));
      JsonNode again = server.json("/api/v1/paragraphs/" + id + "/similar");
      assertThat(api.errors("Similar", again)).isEmpty();
      assertThat(again.get("hits").valueStream().map(other -> other.get("town")))
          .doesNotContain(hit.get("town"));
      int count = hit.get("statement").intValue();
      JsonNode one = server.json("/api/v1/paragraphs/" + id + "/similar?statement=" + count);
      assertThat(hit.get("text").asString()).contains(one.get("text").asString());
    }
  }

  @Test
  void filtersAndTheThesaurusAreObeyed() {
    for (JsonNode hit : similar("?year=2024&section=plans", "普法宣传").get("hits").values()) {
      assertThat(hit.get("year").intValue()).isEqualTo(2024);
      assertThat(hit.get("section").asString()).isEqualTo("plans");
    }
    assertThat(similar("", "普法形式单一").get("concepts").size()).isPositive();
    assertThat(similar("?thesaurus=false", "普法形式单一").get("concepts").size()).isZero();
  }

  /** Those far behind the first page, which a filter of the page alone would not find. */
  @Test
  void onlyThoseWithAnEffectAreListedFromAsFarBehindAsNeeded() {
    String text = "普法宣传形式单一，群众参与不高";
    try (RunningServer yearly =
        RunningServer.over(Path.of("src/test/resources/similar/reports"), Path.of("web"), null)) {
      List<String> effective =
          similar(yearly, "?size=50", text)
              .get("hits")
              .valueStream()
              .filter(hit -> hit.at("/remedies/achievements").size() > 0)
              .map(SimilarApiTest::name)
              .toList();
      assertThat(effective).hasSizeGreaterThan(1);
      JsonNode some = similar(yearly, "?effect=true&size=2", text);
      assertThat(some.get("hits").valueStream().map(SimilarApiTest::name))
          .containsExactlyElementsOf(effective.subList(0, 2));
      assertThat(some.get("looked").intValue()).isGreaterThanOrEqualTo(2);
      JsonNode all = similar(yearly, "?effect=true&size=50", text);
      assertThat(all.get("hits").valueStream().map(SimilarApiTest::name))
          .containsExactlyElementsOf(effective);
      assertThat(all.get("complete").booleanValue()).isTrue();
      assertThat(similar(yearly, "?effect=true", "今天天气很好，我们去公园放风筝").get("hits").size()).isZero();
    }
  }

  private static String name(JsonNode hit) {
    return hit.get("reportId") + "." + hit.get("paragraphId") + "#" + hit.get("statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"的", "法治", "。", "网格", "a"})
  void aTextOfOneWordIsAnswered(String text) {
    similar("", text);
  }

  @Test
  void theLongestTextIsAnsweredAndALongerOneRefused() {
    similar("", "网格员流动大".repeat(4_000).substring(0, 20_000));
    String longer = "{\"text\": \"" + "长".repeat(20_001) + "\"}";
    assertProblem(post("", "application/json", longer), 413, "20000");
    String huge = "{\"text\": \"" + "长".repeat(200_000) + "\"}";
    assertProblem(post("", "application/json", huge), 413, "20000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|{|400|JSON",
        "application/json|[]|400|text",
        "application/json|{}|400|text",
        "application/json|{\"text\": 5}|400|text",
        "application/json|{\"text\": \"a\", \"b\": 1}|400|text",
        "application/json|{\"text\": \" \"}|400|text",
        "text/plain|网格员|415|application/json"
      })
  void aBodyThatIsNoneIsRefused(String type, String body, int status, String detail) {
    assertProblem(post("", type, body), status, detail);
  }

  @Test
  void aWrongParameterIsRefused() {
    String body = "{\"text\": \"网格员\"}";
    assertProblem(post("?thesaurus=maybe", "application/json", body), 400, "thesaurus");
    assertProblem(post("?size=0", "application/json", body), 400, "size");
    assertProblem(post("?q=a", "application/json", body), 400, "q");
  }

  @Test
  void aStatementThatThereIsNotIsNotFound() {
    JsonNode hit = similar("?size=1", "网格员待遇偏低").at("/hits/0");
    String id = hit.get("reportId").asString() + "." + hit.get("paragraphId").asString();
    assertProblem(server.get("/api/v1/paragraphs/" + id + "/similar?statement=99"), 404, "这一条");
    assertProblem(
        server.get("/api/v1/paragraphs/" + id + "/similar?statement=0"), 400, "statement");
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode problem = RunningServer.json(answer);
    assertThat(api.errors("Problem", problem)).isEmpty();
    assertThat(problem.get("detail").asString()).contains(detail);
  }
}
