package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Filters and facets of {@code GET search}, held against counts by hand. */
class SearchFilterTest {

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

  @Test
  void valuesOfOneFieldAreAlternatives() {
    JsonNode answer = server.search("town", "柳湾镇", "town", "枣河镇", "size", "200");

    assertFinds(answer, p -> p.town().equals("柳湾镇") || p.town().equals("枣河镇"));
  }

  @Test
  void differentFieldsNarrowEachOther() {
    JsonNode answer = server.search("year", "2024", "section", "plans", "q", "“网格”");

    assertFinds(
        answer, p -> p.year() == 2024 && p.section().equals("plans") && p.text().contains("网格"));
  }

  @Test
  void aMinusExcludes() {
    assertFinds(
        server.search("year", "2025", "town", "-柳湾镇", "size", "200"),
        p -> p.year() == 2025 && !p.town().equals("柳湾镇"));
    assertFinds(
        server.search("q", "“法律明白人”", "year", "-2025", "year", "-2024"),
        p -> p.text().contains("法律明白人") && p.year() != 2025 && p.year() != 2024);
  }

  @Test
  void aRegionIsAPathFromTheOutside() {
    for (String path : new String[] {"示例省", "示例省/云渚市", "示例省/云渚市/澜沙区", "示例省/云渚市/"}) {
      assertFinds(server.search("region", path, "size", "200"), p -> p.town().equals("双桐镇"));
    }
    assertThat(server.search("region", "云渚市").at("/total/value").intValue()).isZero();
  }

  @Test
  void aRegionIsExcludedByItsPathToo() {
    assertFinds(
        server.search("q", "“法律明白人”", "region", "-临溪县", "size", "200"),
        p -> p.text().contains("法律明白人") && !inside(p, "临溪县"));
  }

  private static boolean inside(Library.Entry entry, String county) {
    JsonNode report = entry.report();
    return report.get("city").isNull()
        && report.get("province").isNull()
        && report.get("county").asString().equals(county);
  }

  @Test
  void aSectionGoesByItsChineseNameToo() {
    JsonNode byLabel = server.search("section", "问题", "section", "-计划");
    JsonNode byCode = server.search("section", "problems", "section", "-plans");

    assertThat(byLabel.get("total")).isEqualTo(byCode.get("total"));
    assertThat(byLabel.get("facets")).isEqualTo(byCode.get("facets"));
  }

  @Test
  void aYearGoesByItsFullWidthDigitsToo() {
    assertThat(server.search("year", "２０２４").get("facets"))
        .isEqualTo(server.search("year", "2024").get("facets"));
  }

  @Test
  void aPlaceThatIsNotThereFindsNothingAndIsNoError() {
    JsonNode answer = server.search("town", "没有的镇");

    assertThat(answer.at("/total/value").intValue()).isZero();
    assertThat(answer.get("hits")).isEmpty();
    assertThat(count(answer, "town", "没有的镇")).isZero();
  }

  @Test
  void blankValuesFilterNothing() {
    JsonNode answer = server.search("town", "", "year", " ", "section", "-", "region", "/");

    assertThat(answer.at("/total/value").intValue()).isEqualTo(library.entries().size());
  }

  @Test
  void countsEqualACountByHand() {
    JsonNode answer = server.search("q", "“法治”", "mode", "exact");

    Predicate<Library.Entry> says = p -> p.text().contains("法治");
    assertThat(counts(answer, "year")).isEqualTo(byHand(says, p -> String.valueOf(p.year())));
    assertThat(counts(answer, "section")).isEqualTo(byHand(says, Library.Entry::section));
    assertThat(counts(answer, "town")).isEqualTo(byHand(says, Library.Entry::town));
    assertThat(answer.at("/facetTotals/town").intValue()).isEqualTo(counts(answer, "town").size());
  }

  @Test
  void eachFieldIsCountedWithoutItsOwnChoice() {
    JsonNode answer = server.search("town", "柳湾镇", "year", "2024");

    assertThat(counts(answer, "town"))
        .isEqualTo(byHand(p -> p.year() == 2024, Library.Entry::town));
    assertThat(counts(answer, "year"))
        .isEqualTo(byHand(p -> p.town().equals("柳湾镇"), p -> String.valueOf(p.year())));
    assertThat(counts(answer, "section"))
        .isEqualTo(byHand(p -> p.town().equals("柳湾镇") && p.year() == 2024, Library.Entry::section));
  }

  @Test
  void everyCountedValueCanBeFilteredByAsItStands() {
    JsonNode facets = server.search("q", "“法律明白人”").get("facets");
    for (String field : facets.propertyNames()) {
      for (JsonNode value : facets.get(field).values()) {
        JsonNode answer = server.search("q", "“法律明白人”", field, value.get("value").asString());

        assertThat(answer.at("/total/value").longValue())
            .as("%s %s", field, value)
            .isEqualTo(value.get("count").longValue());
      }
    }
  }

  @Test
  void aNodeOfTheRegionTreeListsWhatIsDirectlyBelowWithItsTowns() {
    JsonNode counties = server.search("facet.region.parent", "示例省/云渚市/");
    assertThat(counts(counties, "region")).containsOnlyKeys("示例省/云渚市/澜沙区");
    assertThat(counties.at("/facets/region/0/children").intValue()).isEqualTo(1);

    JsonNode towns = server.search("facet.region.parent", "臨溪縣", "year", "2024");
    assertThat(counts(towns, "region"))
        .isEqualTo(byHand(p -> p.year() == 2024 && inside(p, "临溪县"), p -> "临溪县/" + p.town()));
    assertThat(counts(server.search("facet.region.parent", "没有的县"), "region")).isEmpty();
  }

  @Test
  void aLongListIsSearchedByAPartOfTheName() {
    JsonNode answer = server.search("q", "“法治”", "facet.town.prefix", "灣");

    assertThat(counts(answer, "town"))
        .isEqualTo(
            byHand(p -> p.text().contains("法治") && p.town().contains("湾"), Library.Entry::town))
        .isNotEmpty();
    assertThat(counts(server.search("facet.section.prefix", "问"), "section"))
        .containsOnlyKeys("problems");
    assertThat(counts(server.search("facet.year.prefix", "２０２１"), "year")).containsOnlyKeys("2021");
    assertThat(counts(server.search("facet.region.prefix", "双桐"), "region"))
        .containsOnlyKeys("示例省/云渚市/澜沙区/双桐镇");
    assertThat(
            counts(
                server.search("facet.region.prefix", "双桐", "facet.region.parent", "临溪县"), "region"))
        .isEmpty();
  }

  @Test
  void whatIsFilteredByIsListedAsItWasGivenWithTheCountOfItsFilter() {
    JsonNode answer =
        server.search("town", "柳灣鎮", "town", "-双桐镇", "region", "臨溪縣/柳灣鎮", "facet.town.prefix", "无");

    assertThat(counts(answer, "town"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "柳灣鎮",
                byHand(p -> p.town().equals("柳湾镇"), Library.Entry::town).get("柳湾镇"),
                "双桐镇",
                0L)); // of no region that is asked for
    assertThat(count(answer, "region", "臨溪縣/柳灣鎮"))
        .isEqualTo(answer.at("/total/value").longValue())
        .isPositive();
  }

  private static void assertFinds(JsonNode answer, Predicate<Library.Entry> wanted) {
    assertThat(Library.ids(answer))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(library.ids(wanted));
    assertThat(answer.at("/total/value").intValue()).isEqualTo(answer.get("hits").size());
  }

  private static Map<String, Long> counts(JsonNode answer, String field) {
    return answer
        .at("/facets/" + field)
        .valueStream()
        .collect(Collectors.toMap(v -> v.get("value").asString(), v -> v.get("count").longValue()));
  }

  private static long count(JsonNode answer, String field, String value) {
    return counts(answer, field).getOrDefault(value, 0L);
  }

  private static Map<String, Long> byHand(
      Predicate<Library.Entry> wanted, Function<Library.Entry, String> value) {
    return library.entries().stream()
        .filter(wanted)
        .collect(Collectors.groupingBy(value, Collectors.counting()));
  }
}
