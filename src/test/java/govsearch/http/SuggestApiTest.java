package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET suggest}. */
class SuggestApiTest {

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<JsonNode> suggest(String typed) {
    return server
        .json("/api/v1/suggest?" + RunningServer.query("q", typed, "size", "20"))
        .get("suggestions")
        .valueStream()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "flmbr, “法律明白人”",
    "fa lv ming bai, “法律明白人”",
    "网格员 flmbr, 网格员 “法律明白人”",
    "网格员 fa lv ming, 网格员 “法律明白人”",
    "“法律明, “法律明白人”",
    "普法 -法律明, 普法 -“法律明白人”",
    "town:lw, town:“柳湾镇”",
    "普法 乡镇：柳灣, 普法 town:“柳湾镇”",
    "linxi, county:“临溪县”",
  })
  void completesTheLastPartAndKeepsTheOthers(String typed, String query) {
    assertThat(suggest(typed)).extracting(one -> one.get("query").asString()).contains(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"法", "z", "town:", "网格 ji", "“加强", "shi"})
  void countsWhatASearchForThePartFinds(String typed) {
    for (JsonNode one : suggest(typed)) {
      JsonNode found = server.search("q", one.get("part").asString(), "mode", "exact");
      assertThat(found.get("notices")).as("%s", one).isEmpty();
      assertThat(found.at("/total/value")).as("%s", one).isEqualTo(one.get("count"));
    }
  }

  @Test
  void suggestsNothingBeforeAnythingIsTyped() {
    assertThat(suggest("“")).isEmpty();
    assertThat(RunningServer.json(server.get("/api/v1/suggest")).get("suggestions")).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotTake() {
    for (String bad :
        List.of("size=0", "size=51", "q=a&q=b", "mode=exact", "q=" + "a".repeat(1001))) {
      assertThat(server.get("/api/v1/suggest?" + bad).statusCode()).as(bad).isEqualTo(400);
    }
  }
}
