package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET collocates} and {@code GET distinctive} over HTTP. */
class CollocatesApiTest {

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

  private static JsonNode ask(String path, String... namesAndValues) {
    JsonNode answer = server.json("/api/v1/" + path + "?" + RunningServer.query(namesAndValues));
    assertThat(api.errors("Collocates", answer)).isEmpty();
    return answer;
  }

  private static void leadSomewhere(JsonNode answer, String... filter) {
    assertThat(answer.get("rows")).isNotEmpty();
    for (JsonNode row : answer.get("rows").values()) {
      String query = row.get("query").asString();
      String filters = filter.length == 0 ? "" : "&" + RunningServer.query(filter);
      JsonNode found =
          server.json(
              "/api/v1/search/reports?"
                  + RunningServer.query("q", query, "mode", "exact", "size", "200")
                  + filters);
      assertThat(found.get("total").intValue())
          .as(query)
          .isGreaterThanOrEqualTo(row.get("reports").intValue());
    }
  }

  @Test
  void everyWordBesideLeadsToAtLeastAsManyReportsAsItSays() {
    JsonNode answer = ask("collocates", "q", "“执法”", "size", "200");
    leadSomewhere(answer);
    assertThat(answer.at("/looked/complete").booleanValue()).isTrue();
    leadSomewhere(ask("collocates", "q", "调解 OR 普法", "year", "2024"), "year", "2024");
  }

  @Test
  void everyDistinctiveWordLeadsToItsParagraphs() {
    JsonNode answer = ask("distinctive", "section", "problems");
    assertThat(answer.get("by").asString()).isEqualTo("section");
    leadSomewhere(answer, "section", "problems");
    JsonNode by = ask("distinctive", "section", "problems", "year", "2024", "by", "section");
    assertThat(by.get("others").get("paragraphs").intValue())
        .isEqualTo(
            server
                .search("section", "-problems", "year", "2024")
                .get("total")
                .get("value")
                .intValue());
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(ask("collocates", "q", "year:2024").get("notices").get(0).get("code").asString())
        .isEqualTo("no-text");
    assertThat(ask("distinctive", "q", "调解").get("notices").get(0).get("code").asString())
        .isEqualTo("no-choice");
    assertThat(ask("distinctive", "by", "year").get("rows")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"collocates?size=0", "distinctive?by=title", "collocates?mode=loose"})
  void refusesWhatItCannotAnswer(String asked) {
    RawAnswer answer = server.raw("/api/v1/" + asked);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(api.errors("Problem", answer.json())).isEmpty();
  }
}
