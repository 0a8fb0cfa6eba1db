package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET search/reports} over HTTP; what is counted is tested below it. */
class MatchingReportsApiTest {

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
    JsonNode answer = server.json("/api/v1/search/reports?" + RunningServer.query(namesAndValues));
    assertThat(api.errors("MatchingReports", answer)).isEmpty();
    return answer;
  }

  @Test
  void countsTheParagraphsThatASearchFinds() {
    String[] question = {"q", "普法", "year", "2025"};
    JsonNode found = server.json("/api/v1/search?" + RunningServer.query(question));
    JsonNode reports = ask(question);
    assertThat(reports.get("paragraphs").longValue())
        .isEqualTo(found.get("total").get("value").longValue())
        .isPositive();
    for (JsonNode each : reports.get("reports").values()) {
      assertThat(each.get("report").get("year").intValue()).isEqualTo(2025);
    }
  }

  @Test
  void theRangesOfAnExampleAreThoseOfItsText() {
    JsonNode answer = ask("q", "“法律明白人”", "sort", "town", "size", "200");
    assertThat(answer.get("reports").size()).isGreaterThan(2);
    for (JsonNode each : answer.get("reports").values()) {
      JsonNode example = each.get("example");
      JsonNode at = example.get("ranges").get(0);
      assertThat(
              example
                  .get("text")
                  .asString()
                  .substring(at.get("start").intValue(), at.get("end").intValue()))
          .isEqualTo("法律明白人");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort=left", "size=0", "cursor=x", "context=3", "mode=all"})
  void refusesWhatItDoesNotKnow(String parameters) {
    assertThat(server.get("/api/v1/search/reports?q=a&" + parameters).statusCode()).isEqualTo(400);
  }
}
