package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code POST matrix} and the lists that come along, over real HTTP. */
class MatrixApiTest {

  private static final String POINTER = "/paths/~1api~1v1~1matrix/post/";

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
    return server.post("/api/v1/matrix" + parameters, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = RunningServer.json(answer);
    assertThat(api.errors("Matrix", json)).isEmpty();
    return json;
  }

  private static String where(String... more) {
    return "?" + RunningServer.query("region", "临溪县", "year", "2024") + String.join("", more);
  }

  @Test
  void everyExampleIsTakenAndBothKindsOfListsAreAnsweredAlike() {
    JsonNode content = api.root().at(POINTER + "requestBody/content");
    JsonNode csv = json(post(where(), "text/csv", content.at("/text~1csv/example").asString()));
    JsonNode list =
        json(
            post(where(), "application/json", content.at("/application~1json/example").toString()));
    assertThat(list.get("rows")).isEqualTo(csv.get("rows"));
    assertThat(csv.at("/items/0/said").intValue()).isPositive();
    assertThat(csv.get("rows").size()).isGreaterThan(2);
    assertThat(
            api.errorsAt(
                "/components/schemas/Matrix",
                api.root().at(POINTER + "responses/200/content/application~1json/example")))
        .isEmpty();
  }

  @Test
  void everyListThatComesAlongCanBeAskedForAtOnce() {
    JsonNode lists = server.json("/api/v1/checklists").get("checklists");
    assertThat(lists.size()).isGreaterThan(2);
    for (JsonNode list : lists.values()) {
      JsonNode matrix =
          json(
              post(
                  where("&deadline=2025-01-31"), "application/json", list.get("items").toString()));
      assertThat(matrix.get("items").size()).isEqualTo(list.get("items").size());
      assertThat(matrix.at("/rows/0/cells").size()).isEqualTo(list.get("items").size());
      assertThat(matrix.at("/rows/0/timeliness").asString())
          .isIn("on_time", "late", "unknown", "missing");
    }
  }

  @Test
  void theSameIsHadAsATableWithWhatItAddsUpTo() {
    JsonNode matrix = json(post(where(), "text/csv", "普法\n没有人这样写"));
    String csv =
        new String(
            post(where("&format=csv"), "text/csv", "普法\n没有人这样写").body(), StandardCharsets.UTF_8);
    String[] lines = csv.split("\r\n");

    assertThat(lines).hasSize(1 + matrix.get("rows").size() + 6);
    assertThat(lines[0]).contains("\"普法\",\"没有人这样写\"").contains("2024年度报告");
    assertThat(lines[lines.length - 6])
        .endsWith("," + matrix.at("/items/0/said") + "," + matrix.at("/items/1/said"));
    assertThat(lines[lines.length - 3]).contains("“普法”");
    assertThat(lines[lines.length - 1]).contains("本库没有对外的网址");
    assertThat(lines[lines.length - 2]).contains(matrix.get("edition").asString());
    assertThat(csv).contains("未提及");
    assertThat(post(where("&format=xlsx"), "text/csv", "普法").body()).startsWith('P', 'K');
    assertThat(
            new String(
                post(where("&format=jsonl"), "text/csv", "普法").body(), StandardCharsets.UTF_8))
        .contains("\"address\":\"http://127.0.0.1:" + server.port() + "/reports/");
  }

  @ParameterizedTest
  @CsvSource({
    "'?region=a', text/csv, 普法, 400, year 要给一个",
    "'?year=2024', text/csv, 普法, 400, region 要给一个",
    "'?region=a&region=b&year=2024', text/csv, 普法, 400, region 要给一个",
    "'?region=a&year=2024&year=2023', text/csv, 普法, 400, year 要给一个",
    "'?region=a&year=24', text/csv, 普法, 400, 四位年份",
    "'?region=a&year=2024&deadline=明天', text/csv, 普法, 400, 2025-01-31",
    "'?region=a&year=2024', text/csv, '', 400, 没有项目",
    "'?region=a&year=2024', text/csv, '普法,()', 400, 没有可以检索的文字",
    "'?region=a&year=2024', application/json, '[{\"name\":\"a\"}]', 400, JSON 应是",
    "'?region=a&year=2024', application/json, '[', 400, JSON",
    "'?region=a&year=2024', application/json, '[]', 400, 没有项目",
    "'?region=a&year=2024', application/xml, a, 415, text/csv",
    "'?region=a&year=2024&q=a', text/csv, a, 400, q",
  })
  void whatCannotBeMeantIsRefused(
      String parameters, String type, String body, int status, String detail) {
    HttpResponse<byte[]> answer = post(parameters, type, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode problem = RunningServer.json(answer);
    assertThat(api.errors("Problem", problem)).isEmpty();
    assertThat(problem.get("detail").asString()).contains(detail);
  }
}
