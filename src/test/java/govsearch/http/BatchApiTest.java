package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST batch} over HTTP; what is counted is tested below it. */
class BatchApiTest {

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
    return server.post("/api/v1/batch" + parameters, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = RunningServer.json(answer);
    assertThat(api.errors("BatchAnswer", json)).isEmpty();
    return json;
  }

  private static JsonNode problem(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode problem = RunningServer.json(answer);
    assertThat(api.errors("Problem", problem)).isEmpty();
    return problem;
  }

  @Test
  void linesAndAListAreAnsweredTheSameAsSearchesAre() {
    JsonNode lines = json(post("", "text/plain; charset=utf-8", "\uFEFF法律明白人\n没有人这样写\n“”"));
    JsonNode list = json(post("", "application/json", "[\"法律明白人\",\"没有人这样写\",\"“”\"]"));

    assertThat(lines.get("rows")).isEqualTo(list.get("rows"));
    assertThat(lines.at("/rows/0/paragraphs"))
        .isEqualTo(server.search("q", "“法律明白人”").at("/total/value"));
    assertThat(lines.at("/rows/1/paragraphs").intValue()).isZero();
    assertThat(lines.at("/rows/2/error").asString()).isNotBlank();
    assertThat(List.of(lines.get("hits"), lines.get("withoutHits"), lines.get("bad")))
        .extracting(JsonNode::intValue)
        .containsExactly(1, 1, 1);
  }

  @Test
  void theSameIsHadAsATable() {
    String csv =
        new String(
            post("?format=csv&year=2024", "text/plain", "法律明白人\n没有人这样写\n“”").body(),
            StandardCharsets.UTF_8);
    JsonNode first = json(post("?year=2024", "text/plain", "法律明白人")).at("/rows/0");
    String[] lines = csv.split("\r\n");

    assertThat(lines).hasSize(4);
    assertThat(lines[1])
        .isEqualTo(
            "1,\"法律明白人\",%s,%s,%s,2024,2024,\"\""
                .formatted(first.get("paragraphs"), first.get("reports"), first.get("towns")));
    assertThat(lines[2]).isEqualTo("2,\"没有人这样写\",0,0,0,\"\",\"\",\"\"");
    assertThat(lines[3]).contains("没有可以检索的文字");
    assertThat(post("?format=xlsx", "text/plain", "法治").body()).startsWith('P', 'K');
  }

  @Test
  void everyExampleIsTaken() {
    JsonNode content = api.root().at("/paths/~1api~1v1~1batch/post/requestBody/content");
    JsonNode text = json(post("", "text/plain", content.at("/text~1plain/example").asString()));
    JsonNode list =
        json(post("", "application/json", content.at("/application~1json/example").toString()));
    assertThat(list.get("rows")).isEqualTo(text.get("rows"));
    assertThat(text.get("rows"))
        .isEqualTo(
            api.root()
                .at(
                    "/paths/~1api~1v1~1batch/post/responses/200/content/application~1json/example/rows"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/plain, '', 400, 每行写一个短语",
    "'', text/plain, '  ', 400, 每行写一个短语",
    "'', application/json, '{}', 400, 数组",
    "'', application/json, '[1]', 400, 数组",
    "'', application/json, '[', 400, JSON",
    "'', application/xml, a, 415, text/plain",
    "'', application/x-www-form-urlencoded, a, 415, text/plain",
    "?mode=fuzzy, text/plain, a, 400, phrase、exact、words、most、loose",
    "?format=pdf, text/plain, a, 400, json、csv、xlsx、jsonl",
    "?year=24, text/plain, a, 400, 四位年份",
    "?q=a, text/plain, a, 400, q",
  })
  void whatCannotBeMeantIsRefused(
      String parameters, String type, String body, int status, String detail) {
    assertThat(problem(post(parameters, type, body), status).get("detail").asString())
        .contains(detail);
  }

  @Test
  void moreThanItTakesIsRefused() {
    assertThat(json(post("", "text/plain", "法\n".repeat(1_000))).get("hits").intValue())
        .isEqualTo(1_000);
    assertThat(problem(post("", "text/plain", "法\n".repeat(1_001)), 413).get("detail").asString())
        .contains("1001");
    assertThat(problem(post("", "text/plain", "a".repeat(4_200_000)), 413).get("detail").asString())
        .contains("4 MB");
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] gbk = "法治".getBytes(Charset.forName("GB18030"));
    assertThat(
            problem(server.post("/api/v1/batch", "text/plain", gbk), 400).get("detail").asString())
        .contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void otherMethodsAreToldWhichThereIs(String method) {
    HttpResponse<byte[]> answer = server.ask(method, "/api/v1/batch");
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    problem(answer, 405);
  }
}
