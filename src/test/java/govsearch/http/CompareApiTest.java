package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code GET compare}, and the other years of {@code GET reports/{id}}, over HTTP. */
class CompareApiTest {

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

  /** The three reports of 柳湾镇 by year. */
  private static Map<Integer, JsonNode> reports() {
    Map<Integer, JsonNode> byYear = new HashMap<>();
    JsonNode list = server.json("/api/v1/reports?" + RunningServer.query("town", "柳湾镇"));
    for (JsonNode head : list.get("reports").values()) {
      byYear.put(
          head.get("year").intValue(), server.json("/api/v1/reports/" + head.get("id").asString()));
    }
    return byYear;
  }

  @Test
  void aReportLeadsToThoseOfTheYearsBesideIt() {
    Map<Integer, JsonNode> reports = reports();
    JsonNode of2024 = reports.get(2024);
    assertThat(of2024.get("previousYear")).isEqualTo(reports.get(2023).get("id"));
    assertThat(of2024.get("nextYear")).isEqualTo(reports.get(2025).get("id"));
    assertThat(reports.get(2023).get("previousYear").isNull()).isTrue();
    assertThat(reports.get(2025).get("nextYear").isNull()).isTrue();
    assertThat(reports.get(2025).get("previousYear")).isEqualTo(of2024.get("id"));
  }

  @Test
  void everyPieceStandsInItsParagraphWhereItIsSaidTo() {
    Map<Integer, JsonNode> reports = reports();
    JsonNode a = reports.get(2024);
    JsonNode b = reports.get(2025);
    JsonNode answer =
        server.json(
            "/api/v1/compare?"
                + RunningServer.query("a", a.get("id").asString(), "b", b.get("id").asString()));
    assertThat(api.errors("Comparison", answer)).isEmpty();
    assertThat(answer.get("a").get("year").intValue()).isEqualTo(2024);

    Map<String, String> texts = new HashMap<>();
    for (JsonNode report : new JsonNode[] {a, b}) {
      for (JsonNode paragraph : report.get("paragraphs").values()) {
        texts.put(
            report.get("year").asString() + paragraph.get("id").asString(),
            paragraph.get("text").asString());
      }
    }
    Set<String> kinds = new HashSet<>();
    for (JsonNode section : answer.get("sections").values()) {
      for (JsonNode piece : section.get("pieces").values()) {
        kinds.add(piece.get("kind").asString());
        assertStands(piece.get("a"), "2024", texts);
        assertStands(piece.get("b"), "2025", texts);
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder("same", "changed", "only-a", "only-b");
    assertThat(answer.get("whole").get("shareB").doubleValue()).isBetween(0.05, 0.6);
  }

  private static void assertStands(JsonNode side, String year, Map<String, String> texts) {
    if (!side.isNull()) {
      String text = texts.get(year + side.get("paragraphId").asString());
      int start = side.get("at").get("start").intValue();
      int end = side.get("at").get("end").intValue();
      assertThat(text.substring(start, end)).isEqualTo(side.get("text").asString());
      for (JsonNode changed : side.get("changed").values()) {
        assertThat(changed.get("start").intValue()).isBetween(start, end);
        assertThat(changed.get("end").intValue()).isBetween(start, end);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "a=u6gbri7lrh6e, 400",
    "a=u6gbri7lrh6e&b=u6gbri7lrh6e, 400",
    "a=u6gbri7lrh6e&b=b7aptal5gskq&c=1, 400",
    "a=u6gbri7lrh6e&b=aaaaaaaaaaaa, 404",
    "a=%E9%95%87&b=u6gbri7lrh6e, 404"
  })
  void refusesWhatItCannotCompare(String parameters, int status) {
    RawAnswer answer = server.raw("/api/v1/compare?" + parameters);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(api.errors("Problem", answer.json())).isEmpty();
  }
}
