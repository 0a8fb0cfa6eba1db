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

/** Orders and pages of {@code GET search} and {@code GET reports}. */
class SearchPagingTest {

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

  /** All pages of a path, one after the other. */
  private static List<JsonNode> pages(String path) {
    List<JsonNode> pages = new ArrayList<>();
    JsonNode page = server.json(path);
    pages.add(page);
    while (!page.get("nextCursor").isNull()) {
      page = server.json(path + "&cursor=" + page.get("nextCursor").asString());
      pages.add(page);
    }
    return pages;
  }

  private static List<JsonNode> hits(String path) {
    return pages(path).stream().flatMap(page -> page.get("hits").valueStream()).toList();
  }

  private static List<String> ids(List<JsonNode> hits) {
    return hits.stream()
        .map(hit -> hit.get("reportId").asString() + "." + hit.get("paragraphId").asString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "newest", "oldest", "town"})
  void pagesTogetherGiveEveryHitOnceInOneOrder(String sort) {
    String path = "/api/v1/search?" + RunningServer.query("q", "法治", "sort", sort);
    List<String> bySeven = ids(hits(path + "&size=7"));

    assertThat(bySeven)
        .doesNotHaveDuplicates()
        .hasSize(server.json(path).at("/total/value").intValue())
        .isEqualTo(ids(hits(path + "&size=200")));
  }

  @Test
  void pagesOfAnEmptyQueryGiveTheWholeCollection() {
    assertThat(ids(hits("/api/v1/search?size=50")))
        .containsExactlyInAnyOrderElementsOf(library.ids(p -> true));
  }

  @Test
  void everyPageTellsTheSameTotalsAndCounts() {
    List<JsonNode> pages =
        pages("/api/v1/search?" + RunningServer.query("q", "“法律明白人”", "size", "5"));

    assertThat(pages).hasSizeGreaterThan(1);
    for (JsonNode page : pages) {
      assertThat(page.get("total")).isEqualTo(pages.getFirst().get("total"));
      assertThat(page.get("literalTotal")).isEqualTo(pages.getFirst().get("literalTotal"));
      assertThat(page.get("facets")).isEqualTo(pages.getFirst().get("facets"));
    }
  }

  @Test
  void aPageThatEndsWithTheLastHitNamesNoNext() {
    String phrase = RunningServer.query("q", "“法律明白人”");
    int all = server.json("/api/v1/search?" + phrase).at("/total/value").intValue();

    assertThat(server.json("/api/v1/search?" + phrase + "&size=" + all).get("nextCursor").isNull())
        .isTrue();
    assertThat(
            server
                .json("/api/v1/search?" + phrase + "&size=" + (all - 1))
                .get("nextCursor")
                .isNull())
        .isFalse();
  }

  @Test
  void sizeMayChangeFromPageToPage() {
    String path = "/api/v1/search?" + RunningServer.query("q", "“法律明白人”");
    JsonNode first = server.json(path + "&size=3");
    JsonNode rest = server.json(path + "&size=200&cursor=" + first.get("nextCursor").asString());
    List<String> both = new ArrayList<>(Library.ids(first));
    both.addAll(Library.ids(rest));

    assertThat(both).isEqualTo(ids(hits(path + "&size=200")));
  }

  @Test
  void relevanceNeverRises() {
    List<Double> scores =
        hits("/api/v1/search?" + RunningServer.query("q", "法治 普法", "mode", "loose", "size", "9"))
            .stream()
            .map(hit -> hit.get("score").doubleValue())
            .toList();

    assertThat(scores).hasSizeGreaterThan(9).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void newestAndOldestGoByYear() {
    String path = "/api/v1/search?size=200&" + RunningServer.query("q", "法治");
    List<Integer> newest = years(hits(path + "&sort=newest"));

    assertThat(newest).isSortedAccordingTo((a, b) -> b - a).contains(2021, 2025);
    assertThat(years(hits(path + "&sort=oldest"))).isSorted().hasSameSizeAs(newest);
  }

  private static List<Integer> years(List<JsonNode> hits) {
    return hits.stream().map(hit -> hit.get("year").intValue()).toList();
  }

  @Test
  void townsStandTogetherEachFromItsNewestYear() {
    List<JsonNode> hits = hits("/api/v1/search?size=200&sort=town");
    List<String> runs = new ArrayList<>();
    int year = 0;
    for (JsonNode hit : hits) {
      String town = hit.get("town").asString();
      if (runs.isEmpty() || !runs.getLast().equals(town)) {
        runs.add(town);
      } else {
        assertThat(hit.get("year").intValue()).isLessThanOrEqualTo(year);
      }
      year = hit.get("year").intValue();
    }

    assertThat(runs).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void paragraphsOfAReportKeepItsOrderWhereNothingElseDecides() {
    List<String> listed = ids(hits("/api/v1/search?size=200&sort=newest"));

    for (JsonNode report :
        library.entries().stream().map(Library.Entry::report).distinct().toList()) {
      String id = report.get("id").asString() + ".";
      assertThat(listed.stream().filter(hit -> hit.startsWith(id)))
          .isEqualTo(library.ids(p -> p.id().startsWith(id)));
    }
  }

  @Test
  void pagesOfReportsGiveEachOnceNewestFirst() {
    List<JsonNode> reports =
        pages("/api/v1/reports?size=4").stream()
            .flatMap(page -> page.get("reports").valueStream())
            .toList();

    assertThat(reports.stream().map(report -> report.get("id").asString()))
        .hasSize(server.json("/api/v1/reports").get("total").intValue())
        .doesNotHaveDuplicates();
    assertThat(reports.stream().map(report -> report.get("year").intValue()).toList())
        .isSortedAccordingTo((a, b) -> b - a);
  }
}
