package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.EngineContract;
import govsearch.engine.IndexSink;
import govsearch.engine.Match;
import govsearch.engine.PassageCount;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchResult;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More matches than one answer has, on several shards, of which each has some reports. */
@Tag("cluster")
class ManyMatchesTest extends EngineContract implements OpenSearchUnderTest {
  private static final int PAGE = 1_000;
  private static final List<Report> REPORTS =
      SampleReports.read(SampleReports.FOLDER).stream()
          .flatMap(one -> IntStream.range(0, 9).mapToObj(copy -> one.withId(one.id() + copy)))
          .toList();

  @Override
  public IndexSink openSink(Path where) {
    return OpenSearchSink.update(
        cluster().access(), OpenSearchUnderTest.name(where), new Sizing(3, 0));
  }

  @BeforeEach
  void indexThem() {
    index(REPORTS);
  }

  private static long paragraphs() {
    return REPORTS.stream().mapToLong(one -> one.paragraphs().size()).sum();
  }

  private static MatchRequest all(SortOrder order, boolean fold) {
    return new MatchRequest(
        new Query.Everything(), Mode.EXACT, Filters.NONE, order, new Presentation(fold, false));
  }

  private static int year(Match match, int unstated) {
    Integer year = match.report().year();
    return year == null ? unstated : year;
  }

  private static Comparator<Match> order(SortOrder order) {
    Comparator<Match> byReport =
        Comparator.<Match, String>comparing(match -> match.report().id())
            .thenComparingInt(match -> match.paragraph().ordinal());
    return switch (order) {
      case NEWEST ->
          Comparator.<Match>comparingInt(match -> -year(match, Integer.MIN_VALUE + 1))
              .thenComparing(byReport);
      case OLDEST ->
          Comparator.<Match>comparingInt(match -> year(match, Integer.MAX_VALUE))
              .thenComparing(byReport);
      case RELEVANCE, TOWN, FIRST_SEEN -> byReport;
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWEST", "OLDEST"})
  void whatIsReadInSlicesIsShownInOneOrder(SortOrder order) {
    assertThat(paragraphs()).isGreaterThan(3L * PAGE);
    List<Match> shown = new ArrayList<>();
    long count = engine.visit(all(order, false), shown::add);
    assertThat(count).isEqualTo(paragraphs());
    assertThat(shown).hasSize((int) count).isSortedAccordingTo(order(order));
    Set<String> different = new HashSet<>();
    shown.forEach(match -> different.add(match.report().id() + "." + match.paragraph().ordinal()));
    assertThat(different).hasSameSizeAs(shown);
  }

  /** Each says the same on three shards perhaps, and counts once. */
  @Test
  void whatSaysTheSameOnSeveralShardsCountsOnce() {
    SearchRequest folded =
        new SearchRequest(
            new Query.Everything(),
            Mode.EXACT,
            Filters.NONE,
            SortOrder.OLDEST,
            1,
            null,
            new Presentation(true, false));
    long different = engine.search(folded).foldedTotal();
    List<Match> shown = new ArrayList<>();
    assertThat(engine.visit(all(SortOrder.OLDEST, true), shown::add)).isEqualTo(different);
    assertThat(shown).hasSize((int) different);
    assertThat(different).isBetween(paragraphs() / 20, paragraphs() / 9);
    assertThat(engine.search(folded).summary().reports()).isEqualTo(REPORTS.size());
  }

  /** The cluster counts them shard by shard. */
  @Test
  void yearsOfSeveralShardsAreCountedTogether() {
    SearchRequest everything =
        new SearchRequest(
            new Query.Words("，"),
            Mode.EXACT,
            Filters.NONE,
            SortOrder.RELEVANCE,
            1,
            null,
            new Presentation(false, false));
    Map<String, Integer> years = new TreeMap<>();
    for (Report report : REPORTS) {
      int matching =
          (int)
              report.paragraphs().stream()
                  .filter(one -> Literal.literal(one.text()).contains(Literal.literal("，")))
                  .count();
      if (matching > 0) {
        Integer year = report.head().year();
        years.merge(year == null ? FacetField.UNSTATED : year.toString(), matching, Integer::sum);
      }
    }
    assertThat(years).as("several years, and reports that state none").hasSizeGreaterThan(2);
    SearchResult result = engine.search(everything);
    Map<String, Integer> counted = new TreeMap<>();
    result
        .facets()
        .get(FacetField.YEAR)
        .values()
        .forEach(one -> counted.put(one.value(), (int) one.count()));
    assertThat(counted).isEqualTo(years);
    assertThat(result.summary().years())
        .containsExactlyElementsOf(
            years.keySet().stream()
                .filter(year -> !year.equals(FacetField.UNSTATED))
                .map(Integer::valueOf)
                .toList());
  }

  /** As the concordance asks: of those that say the same the oldest, whichever reports are read. */
  @Test
  void ofWhatSaysTheSameOneIsReadForLines() {
    MatchRequest folded = all(SortOrder.OLDEST, true);
    List<String> read = new ArrayList<>();
    PassageCount whole =
        engine.passages(
            folded,
            Integer.MAX_VALUE,
            passage -> read.add(passage.report().id() + "." + passage.ordinal()));
    assertThat(whole.shown()).isEqualTo(whole.matching()).isEqualTo(read.size());
    assertThat(engine.visit(folded, match -> {})).isEqualTo(whole.matching());
    Set<String> some = new HashSet<>();
    PassageCount part =
        engine.passages(
            folded,
            whole.matching() / 2,
            passage -> some.add(passage.report().id() + "." + passage.ordinal()));
    assertThat(part.matching()).isEqualTo(whole.matching());
    assertThat(part.shown()).isLessThan(whole.matching()).isEqualTo(some.size());
    assertThat(read).containsAll(some);
  }
}
