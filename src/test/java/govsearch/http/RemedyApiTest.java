package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code GET paragraphs/{id}/remedies} over HTTP. */
class RemedyApiTest {

  private static final String OF_2024 = "b7aptal5gskq";

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

  /** The paragraph of 柳湾镇 2024 that lists four problems. */
  private static JsonNode problems() {
    JsonNode report = server.json("/api/v1/reports/" + OF_2024);
    return report
        .get("paragraphs")
        .valueStream()
        .filter(paragraph -> paragraph.get("text").asString().contains("一是土地流转纠纷越积越多"))
        .findFirst()
        .orElseThrow();
  }

  private static int number(JsonNode paragraph, String text) {
    List<String> statements = new ArrayList<>();
    for (JsonNode range : paragraph.get("statements").values()) {
      statements.add(cut(paragraph.get("text").asString(), range));
    }
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  private static String cut(String text, JsonNode range) {
    return text.substring(range.get("start").intValue(), range.get("end").intValue());
  }

  private static JsonNode ask(JsonNode paragraph, String query) {
    JsonNode answer =
        server.json(
            "/api/v1/paragraphs/"
                + OF_2024
                + "."
                + paragraph.get("id").asString()
                + "/remedies"
                + query);
    assertThat(api.errors("Remedies", answer)).isEmpty();
    return answer;
  }

  @Test
  void eachProblemHasItsOwnMeasureAndTheNextYearTellsWhatCameOfIt() {
    JsonNode paragraph = problems();
    JsonNode ledgers = ask(paragraph, "?statement=" + number(paragraph, "台账重复填报"));
    JsonNode measure = ledgers.get("measures").get(0);
    assertThat(cut(measure.get("text").asString(), measure.get("at"))).startsWith("四是合并台账");
    assertThat(ledgers.get("nextYear").get("year").intValue()).isEqualTo(2025);
    JsonNode achieved = ledgers.get("achievements").get(0);
    assertThat(achieved.get("text").asString()).contains("合并台账一事办成了");

    JsonNode contracts = ask(paragraph, "?size=1&statement=" + number(paragraph, "土地流转纠纷"));
    assertThat(contracts.get("measures")).hasSize(1);
    JsonNode first = contracts.get("measures").get(0);
    assertThat(cut(first.get("text").asString(), first.get("at"))).contains("旧合同");
  }

  @Test
  void withoutAStatementItIsTheWholeParagraph() {
    JsonNode paragraph = problems();
    JsonNode answer = ask(paragraph, "");
    assertThat(cut(paragraph.get("text").asString(), answer.get("at")))
        .isEqualTo(paragraph.get("text").asString());
    assertThat(answer.get("measures")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"statement=99, 400", "statement=x, 400", "size=0, 400", "size=21, 400", "q=a, 400"})
  void refusesWhatItCannotAnswer(String parameters, int status) {
    String id = OF_2024 + "." + problems().get("id").asString();
    RawAnswer answer = server.raw("/api/v1/paragraphs/" + id + "/remedies?" + parameters);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(api.errors("Problem", answer.json())).isEmpty();
  }
}
