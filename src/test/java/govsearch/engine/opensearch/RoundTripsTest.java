package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.EngineContract;
import govsearch.engine.NearText;
import govsearch.engine.SampleReports;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many ways to the cluster and back a search takes: each is a wait, however little is asked.
 */
@Tag("cluster")
class RoundTripsTest extends EngineContract implements OpenSearchUnderTest {
  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);
  private static final Presentation FOLDED = new Presentation(true, false);

  /** One part: of several ones the names of towns are asked for too, as the cluster's page says. */
  @Override
  public Sizing sizing() {
    return Sizing.USUAL;
  }

  private static SearchRequest quoted(String text, Filters filters, SortOrder order) {
    return new SearchRequest(new Query.Phrase(text), Mode.WORDS, filters, order, 10, null, FOLDED);
  }

  private static SearchRequest quoted(String text) {
    return quoted(text, Filters.NONE, SortOrder.RELEVANCE);
  }

  /** Its own search, what its terms weigh, the search for most of them, and what that needs. */
  @Test
  void whatHasMostOfTheWordsIsAskedForWithAllThatItsTermsWeigh() {
    put(REPORTS);
    String some =
        REPORTS.get(1).paragraphs().stream()
            .map(Paragraph::text)
            .filter(text -> text.length() > 60)
            .findFirst()
            .orElseThrow()
            .substring(10, 24);
    SearchRequest words =
        new SearchRequest(
            new Query.Words(some), Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE, 10, null, FOLDED);
    try (CountingNode node = new CountingNode(cluster());
        OpenSearchEngine counted = counted(node)) {
      counted.search(quoted("法治"));
      var unused = node.takeAsked();
      assertThat(counted.search(words).partial()).as("most of " + some).isNotEmpty();
      assertThat(node.takeAsked()).hasSizeLessThanOrEqualTo(8);
    }
  }

  @Test
  void aPageItsTotalsAndItsFacetsAreAskedForTogether() {
    put(REPORTS.subList(1, REPORTS.size()));
    try (CountingNode node = new CountingNode(cluster());
        OpenSearchEngine counted = counted(node)) {
      long all = counted.search(quoted("法治")).total().value();
      assertThat(all).as("places have their names now").isGreaterThan(10);
      assertThat(node.takeAsked()).as("names and routes too").hasSizeLessThan(7);

      assertThat(counted.search(quoted("工作")).total().value()).isGreaterThan(10);
      assertThat(node.takeAsked())
          .as("the best and the counts; their sentences; the page")
          .hasSizeLessThanOrEqualTo(3);

      Filters section = Filters.of(Map.of(FacetField.SECTION, List.of("achievements")));
      counted.search(quoted("工作", section, SortOrder.RELEVANCE));
      assertThat(node.takeAsked()).as("facets of another filter").hasSizeLessThanOrEqualTo(3);

      counted.search(quoted("工作", Filters.NONE, SortOrder.NEWEST));
      assertThat(node.takeAsked()).as("in an order of reports").hasSizeLessThanOrEqualTo(4);

      counted.search(quoted("工作"));
      assertThat(node.takeAsked()).as("asked before").hasSizeLessThanOrEqualTo(2);

      put(REPORTS.subList(0, 1));
      counted.refresh();
      var unused = node.takeAsked();
      counted.search(quoted("工作"));
      assertThat(node.takeAsked())
          .as("after a commit perhaps the name of a new place")
          .hasSizeLessThanOrEqualTo(4);
    }
  }

  /** As the web page asks it that nobody has typed anything into yet. */
  @Test
  void theFirstPageHasBeenCountedWhenSomebodyComes() {
    put(REPORTS);
    try (CountingNode node = new CountingNode(cluster());
        OpenSearchEngine one = counted(node);
        OpenSearchEngine other = counted(node)) {
      long all = one.search(SearchRequest.FIRST_PAGE).total().value();
      int unprepared = node.takeAsked().size();

      other.prepareFirstPage();
      var unused = node.takeAsked();
      assertThat(other.search(SearchRequest.FIRST_PAGE).total().value()).isEqualTo(all);
      assertThat(node.takeAsked()).as("the page alone").hasSizeLessThan(unprepared);
    }
  }

  @Test
  void whatCanBeSuggestedHasBeenReadWhenSomebodyComes() {
    put(REPORTS);
    try (CountingNode node = new CountingNode(cluster());
        OpenSearchEngine one = counted(node);
        OpenSearchEngine other = counted(node)) {
      List<NearText> near = one.nearest("法侓明白人", false, 5);
      assertThat(near).isNotEmpty();
      int unprepared = node.takeAsked().size();

      other.prepareSuggestions();
      var unused = node.takeAsked();
      assertThat(other.nearest("法侓明白人", false, 5)).isEqualTo(near);
      assertThat(node.takeAsked()).as("the counts alone").hasSizeLessThan(unprepared);
    }
  }

  private OpenSearchEngine counted(CountingNode node) {
    return OpenSearchEngine.open(
        node.access(), OpenSearchUnderTest.name(index), Duration.ofMinutes(1));
  }
}
