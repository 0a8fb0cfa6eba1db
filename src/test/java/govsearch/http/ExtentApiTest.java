package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET trend} and {@code GET spread} over HTTP; what is counted is tested below them. */
class ExtentApiTest {

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

  @Test
  void aTrendHasALineForEachQueryAndABinIsWhatASearchFinds() {
    JsonNode answer =
        server.json("/api/v1/trend?" + RunningServer.query("q", "“法律明白人”", "q", "“网格员”"));
    assertThat(api.errors("Trend", answer)).isEmpty();
    assertThat(answer.get("lines")).hasSize(2);
    for (JsonNode line : answer.get("lines").values()) {
      assertThat(line.get("bins")).hasSize(5);
      for (JsonNode bin : line.get("bins").values()) {
        String year = bin.get("year").asString();
        assertThat(bin.get("paragraphs").longValue())
            .isEqualTo(total(server.search("q", line.get("q").asString(), "year", year)));
        assertThat(bin.get("reports").longValue())
            .isEqualTo(server.json("/api/v1/reports?year=" + year).get("total").longValue());
      }
    }
  }

  @Test
  void aRegionOfTheSpreadIsWhatASearchFindsThere() {
    JsonNode answer =
        server.json("/api/v1/spread?" + RunningServer.query("q", "“法律明白人”", "parent", "临溪县/"));
    assertThat(api.errors("Spread", answer)).isEmpty();
    assertThat(answer.get("rows")).isNotEmpty();
    for (JsonNode row : answer.get("rows").values()) {
      assertThat(row.get("paragraphs").longValue())
          .isEqualTo(total(server.search("q", "“法律明白人”", "region", row.get("path").asString())));
    }
    JsonNode nowhere = server.json("/api/v1/spread?" + RunningServer.query("parent", "无此县"));
    assertThat(nowhere.get("notices").valueStream().map(n -> n.get("code").asString()))
        .containsExactly("no-text", "no-report");
  }

  private static long total(JsonNode search) {
    return search.get("total").get("value").longValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"year=24", "mode=x", "section=x", "sort=year"})
  void refusesWhatItCannotAnswer(String parameters) {
    for (String route : new String[] {"trend", "spread"}) {
      RawAnswer answer = server.raw("/api/v1/" + route + "?q=%E6%99%AE%E6%B3%95&" + parameters);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(api.errors("Problem", answer.json())).isEmpty();
    }
  }

  @Test
  void refusesTooManyQueries() {
    String eleven = String.join("&", Collections.nCopies(11, "q=a"));
    assertThat(server.raw("/api/v1/trend?" + eleven).status()).isEqualTo(400);
    assertThat(server.raw("/api/v1/spread?q=a&q=b").status()).isEqualTo(400);
    assertThat(server.raw("/api/v1/spread?q=a&size=0").status()).isEqualTo(400);
  }
}
