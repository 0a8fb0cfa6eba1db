package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.FacetCounts.FacetCount;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Source;
import govsearch.report.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of facet values that are longer than what is listed. */
public abstract class FacetListingContract extends EngineContract {

  private static final int TOWNS = 900;
  private static final int COUNTIES = 300;

  /** Town number n is in county n/3, city n/30, province n/300, and has n%3+1 paragraphs. */
  @BeforeEach
  void indexManyTowns() {
    index(IntStream.range(0, TOWNS).mapToObj(FacetListingContract::report).toList());
  }

  private static Report report(int n) {
    Metadata metadata =
        new Metadata(
            null,
            said("甲乙丙".charAt(n / 300) + "省"),
            said("市" + n / 30 + "市"),
            said("县" + n / 3 + "县"),
            said((n % 100 == 0 ? "灣" : "镇") + n + (n % 100 == 50 ? "灣镇" : "镇")),
            null,
            null);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i <= n % 3; i++) {
      paragraphs.add(
          new Paragraph(
              "aaaaaaa" + (char) ('a' + i),
              i + 1,
              ParagraphKind.BODY,
              "第" + n + "镇第" + i + "段",
              null,
              List.of(),
              Section.OTHER,
              List.of()));
    }
    Source source = new Source("r" + n + ".txt", null, "0".repeat(64), 1);
    return new Report(new ReportHead("r" + n, metadata, paragraphs.size(), source), paragraphs);
  }

  private static Sourced<String> said(String value) {
    return new Sourced<>(value, Provenance.TITLE);
  }

  @Test
  void aCutListSaysHowManyMoreThereAre() {
    FacetCounts towns = counts(FacetField.TOWN, Filters.NONE, FacetListing.ALL);
    assertThat(towns.values()).hasSize(200).allMatch(town -> town.count() == 3);
    assertThat(towns.distinct()).isEqualTo(TOWNS);
    assertThat(towns.more()).isEqualTo(TOWNS - 200);
  }

  @Test
  void whatIsFilteredByIsListedBeyondTheCut() {
    Filters filters = Filters.of(Map.of(FacetField.TOWN, List.of("镇3镇", "-鎮4镇", "镇7镇")));
    FacetCounts towns = counts(FacetField.TOWN, filters, FacetListing.ALL);
    assertThat(towns.values())
        .hasSize(203)
        .contains(new FacetCount("镇3镇", 1, 0), new FacetCount("鎮4镇", 2, 0));
    assertThat(towns.more()).isEqualTo(TOWNS - 203);
  }

  @Test
  void aTreeIsCutFromBelowSoThatEveryBranchIsSeen() {
    FacetCounts regions = counts(FacetField.REGION, Filters.NONE, FacetListing.ALL);
    List<String> names = regions.values().stream().map(FacetCount::value).toList();
    assertThat(regions.distinct()).isEqualTo(3 + 30 + COUNTIES);
    assertThat(regions.more()).isEqualTo(3 + 30 + COUNTIES - 200);
    assertThat(names).contains("甲省", "乙省", "丙省");
    assertThat(names.stream().filter(name -> name.matches("[^/]+/[^/]+")).count()).isEqualTo(30);
    for (String name : names) {
      int end = name.lastIndexOf('/');
      assertThat(end < 0 || names.indexOf(name.substring(0, end)) < names.indexOf(name)).isTrue();
    }
    FacetCounts city =
        counts(FacetField.REGION, Filters.NONE, new FacetListing(Map.of(), "乙省/市17市"));
    assertThat(city.values()).hasSize(10).contains(new FacetCount("乙省/市17市/县175县", 6, 3));
  }

  @Test
  void aPartOfANameFindsValuesBeyondTheCutThoseThatBeginWithItFirst() {
    FacetCounts towns =
        counts(
            FacetField.TOWN, Filters.NONE, new FacetListing(Map.of(FacetField.TOWN, " 湾"), null));
    assertThat(towns.values()).hasSize(18);
    assertThat(towns.values().subList(0, 9)).allMatch(town -> town.value().startsWith("灣"));
    assertThat(towns.values().subList(9, 18)).allMatch(town -> town.value().endsWith("灣镇"));
    assertThat(towns.distinct()).isEqualTo(18);
    FacetCounts below =
        counts(
            FacetField.REGION,
            Filters.NONE,
            new FacetListing(Map.of(FacetField.REGION, "湾"), "乙省"));
    assertThat(below.values()).hasSize(6).contains(new FacetCount("乙省/市15市/县150县/镇450灣镇", 1, 0));
  }

  private FacetCounts counts(FacetField field, Filters filters, FacetListing listing) {
    return engine
        .search(
            new SearchRequest(
                new Query.Everything(),
                Mode.WORDS,
                filters,
                SortOrder.NEWEST,
                1,
                null,
                Presentation.EVERYTHING,
                listing))
        .facets()
        .get(field);
  }
}
