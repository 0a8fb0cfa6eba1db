package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code GET search} answers. */
class SearchApiTest {

  private static RunningServer server;
  private static Library library;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    library = new Library(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What else there may be is for openapi.yaml to say. */
  @Test
  void answersWithTheFieldsThatOthersBuildOn() {
    JsonNode answer = server.search("q", "“法律明白人");

    assertThat(answer.propertyNames())
        .contains("total", "literalTotal", "hits", "facets", "notices", "nextCursor", "tookMillis");
    assertThat(answer.get("total").propertyNames()).contains("value", "exact");
    assertThat(answer.at("/hits/0").propertyNames())
        .contains(
            "reportId",
            "paragraphId",
            "kind",
            "text",
            "ranges",
            "headingPath",
            "section",
            "title",
            "town",
            "county",
            "city",
            "province",
            "year",
            "score");
    assertThat(answer.at("/hits/0/ranges/0").propertyNames()).contains("start", "end");
    assertThat(answer.get("facets").propertyNames()).contains("region", "town", "year", "section");
    assertThat(answer.at("/facets/town/0").propertyNames()).contains("value", "count");
    assertThat(answer.at("/notices/0").propertyNames()).contains("code", "message", "start", "end");
  }

  @Test
  void findsExactlyTheParagraphsThatSayAPhraseAndMarksItWhole() {
    JsonNode answer = server.search("q", "“法律明白人”", "size", "200");

    assertThat(Library.ids(answer))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(library.ids(p -> p.text().contains("法律明白人")));
    assertThat(answer.at("/total/value").intValue()).isEqualTo(answer.get("hits").size());
    assertThat(answer.at("/total/exact").booleanValue()).isTrue();
    assertThat(answer.get("literalTotal")).isEqualTo(answer.at("/total/value"));
    for (JsonNode hit : answer.get("hits").values()) {
      assertThat(marked(hit)).isNotEmpty().containsOnly("法律明白人");
    }
  }

  private static List<String> marked(JsonNode hit) {
    String text = hit.get("text").asString();
    return hit.get("ranges")
        .valueStream()
        .map(r -> text.substring(r.get("start").intValue(), r.get("end").intValue()))
        .toList();
  }

  @Test
  void hitsSayWhatTheReportSays() {
    JsonNode hit = server.search("q", "“蒲扇”").at("/hits/0");

    assertThat(hit.get("town").asString()).isEqualTo("柳湾镇");
    assertThat(hit.get("county").asString()).isEqualTo("临溪县");
    assertThat(hit.get("year").intValue()).isEqualTo(2025);
    assertThat(hit.get("title").asString()).isEqualTo("临溪县柳湾镇2025年法治政府建设情况报告（示例）");
    assertThat(hit.get("section").asString()).isEqualTo("achievements");
    assertThat(hit.get("kind").asString()).isEqualTo("body");
    assertThat(hit.get("headingPath").valueStream().map(JsonNode::asString))
        .containsExactly("一、法治建设主要举措与成效", "（四）送法下乡", "3.话要土");
  }

  @Test
  void valuesThatTheReportDoesNotSayAreThereAsNull() {
    JsonNode hit = server.search("town", "青崖乡", "size", "1").at("/hits/0");

    for (String field : List.of("title", "city", "province")) {
      assertThat(hit.has(field)).as(field).isTrue();
      assertThat(hit.get(field).isNull()).as(field).isTrue();
    }
    assertThat(server.search("q", "“没有哪份报告这样说”").get("nextCursor").isNull()).isTrue();
  }

  @Test
  void anEmptyQueryListsAllParagraphs() {
    for (String q : List.of("", "  ", "　")) {
      JsonNode answer = server.search("q", q);

      assertThat(answer.at("/total/value").intValue()).isEqualTo(library.entries().size());
      assertThat(answer.get("hits")).hasSize(20);
      assertThat(answer.at("/hits/0/ranges")).isEmpty();
    }
    assertThat(server.json("/api/v1/search").get("total"))
        .isEqualTo(server.search("q", "").get("total"));
  }

  @Test
  void anEmptyQueryWithFiltersListsTheParagraphsOfTheFilters() {
    JsonNode answer = server.search("town", "柳湾镇", "section", "problems", "size", "200");

    assertThat(Library.ids(answer))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            library.ids(p -> p.town().equals("柳湾镇") && p.section().equals("problems")));
  }

  @Test
  void eachModeFindsAllThatAStricterOneFinds() {
    List<Set<String>> found = new ArrayList<>();
    List<Integer> literal = new ArrayList<>();
    for (String mode : List.of("exact", "words", "most", "loose")) {
      JsonNode answer = server.search("q", "法律干部", "mode", mode, "size", "200");
      assertThat(answer.get("mode").asString()).isEqualTo(mode);
      found.add(Set.copyOf(Library.ids(answer)));
      literal.add(answer.get("literalTotal").intValue());
    }

    assertThat(found.get(1)).containsAll(found.get(0));
    assertThat(found.get(2)).containsAll(found.get(1)).hasSizeGreaterThan(found.get(1).size());
    assertThat(literal).containsOnly(found.get(0).size());
  }

  @Test
  void whatWasReadLenientlyIsSaidWithItsPlaceInTheQuery() {
    JsonNode notices = server.search("q", "普法 “网格员").get("notices");

    assertThat(notices).hasSize(2);
    assertThat(notices.at("/1/code").asString()).isEqualTo("loosened");
    assertThat(notices.at("/1/message").asString()).contains("只含引号里的话");
    assertThat(notices.at("/0/code").asString()).isEqualTo("unclosed-quote");
    assertThat(notices.at("/0/start").intValue()).isEqualTo(3);
    assertThat(notices.at("/0/end").intValue()).isEqualTo(4);
    assertThat(notices.at("/0/message").asString()).contains("引号");
  }

  @Test
  void saysThatWordsWereGivenUpWhereNoParagraphHasThemAll() {
    JsonNode answer = server.search("q", "网格员留不住");

    assertThat(answer.get("mode").asString()).isEqualTo("most");
    assertThat(answer.at("/notices/0/code").asString()).isEqualTo("loosened");
    assertThat(answer.at("/notices/0/message").asString()).contains("以下含其中主要的词");
    assertThat(answer.at("/total/value").intValue()).isPositive();
    assertThat(server.search("q", "网格员留不住", "mode", "most").get("notices")).isEmpty();
  }

  @Test
  void saysInLooseModeWhichConceptAParagraphSaysInOtherWords() {
    JsonNode hits = server.search("q", "法律人才匮乏", "mode", "loose").get("hits");

    JsonNode first = hits.get(hits.get(0).get("concepts").isEmpty() ? 1 : 0); // one may say it all
    assertThat(first.get("town").asString()).isEqualTo("青崖乡");
    JsonNode concept = first.at("/concepts/0");
    assertThat(concept.get("name").asString()).isEqualTo("法律专业力量不足");
    assertThat(concept.get("asked").asString()).isEqualTo("法律人才匮乏");
    int start = concept.at("/ranges/0/start").intValue();
    int end = concept.at("/ranges/0/end").intValue();
    assertThat(first.get("text").asString().substring(start, end)).isEqualTo("懂法律");

    server
        .search("q", "法律人才匮乏", "mode", "most")
        .get("hits")
        .forEach(hit -> assertThat(hit.get("concepts")).isEmpty());
  }

  @Test
  void listsApartWhatHasMostOfTheWordsWhereFewParagraphsHaveThemAll() {
    JsonNode answer = server.search("q", "草场 争议");

    assertThat(answer.get("mode").asString()).isEqualTo("words");
    assertThat(answer.get("notices")).isEmpty();
    assertThat(answer.get("hits")).hasSize(answer.at("/total/value").intValue());
    assertThat(answer.get("hits").size() + answer.get("partial").size()).isEqualTo(10);
  }

  @Test
  void placesOfNoticesCountUtf16UnitsAsScriptsDo() {
    JsonNode notice = server.search("q", "𠮷𠮷 (普法").at("/notices/0");

    assertThat(notice.get("start").intValue()).isEqualTo(5);
    assertThat(notice.get("end").intValue()).isEqualTo(6);
  }

  @Test
  void takesChineseThatIsNotPercentEncoded() {
    byte[] request =
        "GET /api/v1/search?q=“蒲扇” HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThat(server.raw(request).body()).contains("\"total\":{\"value\":1,\"exact\":true}");
  }
}
