package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET figures} over HTTP; what the figures are is tested below it. */
class FiguresApiTest {

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
    JsonNode answer = server.json("/api/v1/figures?" + RunningServer.query(namesAndValues));
    assertThat(api.errors("Figures", answer)).isEmpty();
    return answer;
  }

  @Test
  void aFigureStandsInItsParagraphWhereItIsSaidTo() {
    JsonNode answer = ask("q", "法律明白人", "size", "200");

    assertThat(answer.get("total").intValue()).isEqualTo(answer.get("figures").size()).isPositive();
    for (JsonNode figure : answer.get("figures").values()) {
      String id = figure.get("reportId").asString() + "." + figure.get("paragraphId").asString();
      JsonNode paragraph = server.json("/api/v1/paragraphs/" + id).get("paragraph");
      String text = paragraph.get("text").asString();
      assertThat(figure.get("text").asString()).isEqualTo(text);
      assertThat(cut(text, figure.get("at"))).isEqualTo(figure.get("surface").asString());
      assertThat(cut(text, figure.get("phrase"))).isEqualTo("法律明白人");
      assertThat(figure.get("surface").asString()).containsPattern("[0-9一二三四五六七八九十]");
    }
  }

  private static String cut(String text, JsonNode range) {
    return text.substring(range.get("start").intValue(), range.get("end").intValue());
  }

  @Test
  void otherNamesAreLookedForWhenAskedForAndEachRowSaysWhich() {
    JsonNode plain = ask("q", "网格员", "size", "200");
    JsonNode answer = ask("q", "网格员", "thesaurus", "true", "size", "200");

    assertThat(plain.get("otherNames")).isEmpty();
    assertThat(answer.get("otherNames").valueStream().map(JsonNode::asString)).contains("网格长");
    assertThat(answer.get("total").intValue())
        .isGreaterThanOrEqualTo(plain.get("total").intValue());
    for (JsonNode figure : answer.get("figures").values()) {
      String surface = cut(figure.get("text").asString(), figure.get("phrase"));
      assertThat(surface).contains(figure.get("name").asString());
    }
  }

  @Test
  void tellsWhatIsCountedAndDrawsOneUnitOfIt() {
    JsonNode answer = ask("q", "法律明白人", "size", "1");
    JsonNode unit = answer.get("units").get(0);
    assertThat(answer.get("readParagraphs")).isEqualTo(answer.get("paragraphs"));
    assertThat(answer.get("chart").get("unit")).isEqualTo(unit.get("unit"));
    JsonNode rows =
        ask("q", "法律明白人", "unit", unit.get("unit").asString(), "sort", "most", "size", "200");
    assertThat(rows.get("figures")).hasSize(unit.get("count").intValue());
    JsonNode most = rows.get("figures").get(0);
    JsonNode drawn =
        answer
            .get("chart")
            .get("towns")
            .valueStream()
            .flatMap(town -> town.get("values").valueStream())
            .filter(value -> value.get("reportId").equals(most.get("reportId")))
            .findFirst()
            .orElseThrow();
    assertThat(drawn.get("upTo")).isEqualTo(most.get("upTo"));
    assertThat(drawn.get("paragraphId")).isEqualTo(most.get("paragraphId"));
    JsonNode second = ask("q", "法律明白人", "size", "1", "cursor", answer.get("nextCursor").asString());
    assertThat(second.get("chart").isNull()).isTrue();
    assertThat(second.get("units")).isEmpty();
  }

  @Test
  void fieldsAloneHaveNoFiguresAndThatIsSaid() {
    JsonNode answer = ask("q", "year:2025");
    assertThat(answer.get("figures")).isEmpty();
    assertThat(answer.get("notices").get(0).get("code").asString()).isEqualTo("no-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size=0",
        "size=x",
        "mode=loose",
        "cursor=none",
        "thesaurus=1",
        "sort=relevance",
        "whole=1",
        "unit=12345678901"
      })
  void refusesWhatItCannotAnswer(String parameters) {
    RawAnswer answer = server.raw("/api/v1/figures?q=%E6%99%AE%E6%B3%95&" + parameters);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(api.errors("Problem", answer.json())).isEmpty();
  }
}
