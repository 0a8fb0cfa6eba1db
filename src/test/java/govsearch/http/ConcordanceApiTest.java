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

/** {@code GET concordance} over HTTP; what lines and groups there are is tested below it. */
class ConcordanceApiTest {

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
    JsonNode answer = server.json("/api/v1/concordance?" + RunningServer.query(namesAndValues));
    assertThat(api.errors("Concordance", answer)).isEmpty();
    return answer;
  }

  @Test
  void aLineIsTheParagraphAroundItsMatch() {
    JsonNode answer = ask("q", "“法律明白人”", "context", "6", "size", "200");

    assertThat(answer.get("totalLines").intValue()).isEqualTo(answer.get("lines").size());
    for (JsonNode line : answer.get("lines").values()) {
      String id = line.get("reportId").asString() + "." + line.get("paragraphId").asString();
      JsonNode paragraph = server.json("/api/v1/paragraphs/" + id).get("paragraph");
      String text = paragraph.get("text").asString();
      int start = line.get("start").intValue();
      int end = line.get("end").intValue();
      assertThat(line.get("match").asString()).isEqualTo(text.substring(start, end));
      assertThat(line.get("left").asString())
          .isEqualTo(text.substring(Math.max(0, start - 6), start));
      assertThat(line.get("right").asString())
          .isEqualTo(text.substring(end, Math.min(text.length(), end + 6)));
      assertThat(line.get("ordinal")).isEqualTo(paragraph.get("ordinal"));
    }
  }

  @Test
  void pagesGoOnToTheEnd() {
    List<JsonNode> lines = new ArrayList<>();
    JsonNode whole = ask("q", "执法", "sort", "left", "size", "200");
    JsonNode page = ask("q", "执法", "sort", "left", "size", "9");
    while (true) {
      page.get("lines").values().forEach(lines::add);
      assertThat(page.get("groups")).isEqualTo(whole.get("groups"));
      if (page.get("nextCursor").isNull()) {
        break;
      }
      page =
          ask("q", "执法", "sort", "left", "size", "9", "cursor", page.get("nextCursor").asString());
    }
    assertThat(lines).isEqualTo(whole.get("lines").valueStream().toList());
  }

  @Test
  void aQueryWithoutTextSaysWhyThereAreNoLines() {
    JsonNode answer = ask("q", "section:问题");

    assertThat(answer.get("lines")).isEmpty();
    assertThat(answer.get("paragraphs").intValue()).isPositive();
    assertThat(answer.at("/notices/0/code").asString()).isEqualTo("no-text");
  }

  @ParameterizedTest
  @CsvSource({
    "sort=relevance, left、right、year、town",
    "context=-1, 0 到 200",
    "context=201, 0 到 200",
    "size=0, 1 到 200",
    "cursor=nonsense, cursor",
    "facet=town, facet",
  })
  void whatCannotBeMeantIsRefused(String parameter, String detail) {
    var answer = server.get("/api/v1/concordance?q=a&" + parameter);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningServer.json(answer).get("detail").asString()).contains(detail);
  }
}
