package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET coverage} over HTTP; what is counted is tested below it. */
class CoverageApiTest {

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

  private static JsonNode ask(String... namesAndValues) {
    JsonNode answer = server.json("/api/v1/coverage?" + RunningServer.query(namesAndValues));
    assertThat(api.errors("Coverage", answer)).isEmpty();
    return answer;
  }

  @Test
  void everyCellIsWhatASearchFindsThere() {
    JsonNode answer = ask("q", "“法律明白人”", "size", "200");

    assertThat(answer.get("rows")).hasSize(answer.get("total").intValue()).isNotEmpty();
    List<String> statuses = new ArrayList<>();
    for (JsonNode row : answer.get("rows").values()) {
      assertThat(row.get("cells")).hasSameSizeAs(answer.get("years"));
      for (int i = 0; i < answer.get("years").size(); i++) {
        JsonNode cell = row.get("cells").get(i);
        String year = answer.get("years").get(i).get("year").asString();
        JsonNode found =
            server.search("q", "“法律明白人”", "region", row.get("path").asString(), "year", year);
        assertThat(cell.get("paragraphs").longValue())
            .isEqualTo(found.get("total").get("value").longValue());
        statuses.add(cell.get("status").asString());
        if (cell.get("status").asString().equals("said")) {
          String id = cell.get("reportId").asString() + "." + cell.get("paragraphId").asString();
          assertThat(
                  server.json("/api/v1/paragraphs/" + id).get("paragraph").get("text").asString())
              .contains("法律明白人");
        }
      }
    }
    assertThat(statuses).contains("said", "silent", "missing");
  }

  @Test
  void withoutTextEveryReportSaysItAndThatIsSaid() {
    JsonNode answer = ask("q", "");
    assertThat(answer.get("notices").get(0).get("code").asString()).isEqualTo("no-text");
    assertThat(answer.get("towns").get("silent").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size=0",
        "only=none",
        "mode=x",
        "cursor=none",
        "year=24",
        "section=x",
        "sort=year"
      })
  void refusesWhatItCannotAnswer(String parameters) {
    RawAnswer answer = server.raw("/api/v1/coverage?q=%E6%99%AE%E6%B3%95&" + parameters);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(api.errors("Problem", answer.json())).isEmpty();
  }
}
