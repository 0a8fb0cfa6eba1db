package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words mode where few or no paragraphs have all the words. */
public abstract class WideningContract extends EngineContract {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  /** No sample has all of its words in one paragraph. */
  private static final Query NONE_HAS_ALL = new Query.Words("网格员留不住");

  /** Some have all of them, fewer than fill a screen. */
  private static final Query FEW_HAVE_ALL =
      new Query.And(List.of(new Query.Words("草场"), new Query.Words("争议")));

  private final PlainScan scan = new PlainScan(REPORTS);

  @BeforeEach
  void indexTheSamples() {
    index(REPORTS);
  }

  @Test
  void goesOnLooselyWhereNoParagraphHasAllTheWords() {
    SearchResult words = engine.search(request(NONE_HAS_ALL, Mode.WORDS, null));
    SearchResult loose = engine.search(request(NONE_HAS_ALL, Mode.MOST, null));
    assertThat(words.mode()).isEqualTo(Mode.MOST);
    assertThat(words.total()).isEqualTo(loose.total());
    assertThat(words.total().value()).isPositive();
    assertThat(words.literalTotal()).isZero();
    assertThat(words.hits()).isEqualTo(loose.hits());
    assertThat(words.facets()).isEqualTo(loose.facets());
    assertThat(words.partial()).isEmpty();
    assertThat(words.hits().getFirst().ranges()).isNotEmpty();
  }

  @Test
  void turnsThePagesOfALoosenedSearchToItsEnd() {
    Set<String> seen = new HashSet<>();
    String cursor = null;
    SearchResult page;
    do {
      page = engine.search(request(NONE_HAS_ALL, Mode.WORDS, cursor));
      assertThat(page.mode()).isEqualTo(Mode.MOST);
      page.hits().forEach(hit -> assertThat(seen.add(key(hit))).isTrue());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat((long) seen.size()).isEqualTo(page.total().value()).isGreaterThan(5);
  }

  /** Nobody says it so; yet there is more to read than the few that have a quarter of it. */
  @Test
  void aSentenceIsAnsweredByWhatIsAboutTheSameAndItsPagesEnd() {
    Query sentence = new Query.Words("包工头跑得没了影，外星登陆一样找不着，工棚里的人拿着白条");
    Set<String> seen = new HashSet<>();
    String cursor = null;
    SearchResult page;
    do {
      page = engine.search(request(sentence, Mode.WORDS, cursor));
      assertThat(page.mode()).isIn(Mode.MOST, Mode.LOOSE);
      page.hits().forEach(hit -> assertThat(seen.add(key(hit))).isTrue());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat((long) seen.size()).isEqualTo(page.total().value());
    long most = engine.search(request(sentence, Mode.MOST, null)).total().value();
    assertThat(page.total().value()).isGreaterThan(most);
  }

  @Test
  void doesNotTakeACursorOfALoosenedSearchForOneThatWasAskedForLoosely() {
    String cursor = engine.search(request(NONE_HAS_ALL, Mode.WORDS, null)).nextCursor();
    assertThat(cursor).isNotNull();
    assertThatThrownBy(() -> engine.search(request(NONE_HAS_ALL, Mode.MOST, cursor)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void obeysQuotationsExclusionsFieldsAndFiltersWhereItLoosens() {
    Query query =
        new Query.And(
            List.of(
                new Query.Phrase("纠纷"),
                new Query.Words("外星移民登陆"),
                new Query.Words("调解"),
                new Query.Not(new Query.Words("物业")),
                new Query.Years(2023, null)));
    Filters filters = Filters.of(Map.of(FacetField.SECTION, List.of("achievements")));
    SearchResult result =
        engine.search(
            new SearchRequest(query, Mode.WORDS, filters, SortOrder.RELEVANCE, 200, null));
    assertThat(result.mode()).isEqualTo(Mode.MOST);
    Query required =
        new Query.And(
            List.of(
                new Query.Phrase("纠纷"),
                new Query.Phrase("调解"),
                new Query.Not(new Query.Words("物业")),
                new Query.Years(2023, null)));
    List<String> expected = scan.find(required, filters).stream().map(PlainScan.Line::key).toList();
    assertThat(result.hits().stream().map(WideningContract::key))
        .containsExactlyInAnyOrderElementsOf(expected)
        .isNotEmpty();
  }

  /** What is quoted is wanted most; to say that nothing is there would be wrong. */
  @Test
  void whereNothingIsSaidBesideAQuotationTheQuotationAloneIsFound() {
    Query quoted = new Query.Phrase("纠纷");
    Query query =
        new Query.And(
            List.of(quoted, new Query.Words("轟轰龘龘"), new Query.Not(new Query.Words("物业"))));
    Query alone = new Query.And(List.of(quoted, new Query.Not(new Query.Words("物业"))));
    List<String> expected =
        scan.find(alone, Filters.NONE).stream().map(PlainScan.Line::key).toList();
    Set<String> seen = new HashSet<>();
    String cursor = null;
    do {
      SearchResult page = engine.search(request(query, Mode.WORDS, cursor));
      assertThat(page.mode()).isEqualTo(Mode.LOOSE);
      assertThat(page.total().value()).isEqualTo(expected.size());
      page.hits().forEach(hit -> assertThat(seen.add(key(hit))).isTrue());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).hasSizeGreaterThan(5);
  }

  @Test
  void addsParagraphsWithMostWordsWhereFewHaveAllAndCountsThemNowhere() {
    SearchResult result = engine.search(request(FEW_HAVE_ALL, Mode.WORDS, null, 20));
    assertThat(result.mode()).isEqualTo(Mode.WORDS);
    assertThat(result.total().value()).isBetween(1L, 9L).isEqualTo(result.hits().size());
    assertThat(result.hits().size() + result.partial().size()).isEqualTo(10);
    for (Hit hit : result.hits()) {
      assertThat(Literal.literal(hit.paragraph().text())).contains("草场", "争议");
    }
    for (Hit hit : result.partial()) {
      String text = Literal.literal(hit.paragraph().text());
      assertThat(text.contains("草场") && text.contains("争议")).isFalse();
      assertThat(text.contains("草场") || text.contains("争议")).isTrue();
      assertThat(hit.ranges()).isNotEmpty();
    }
    long counted =
        result.facets().get(FacetField.YEAR).values().stream()
            .mapToLong(FacetCounts.FacetCount::count)
            .sum();
    assertThat(counted).isEqualTo(result.total().value());
    assertThat(result.nextCursor()).isNull();
  }

  @Test
  void foldsWhatItAdds() {
    // One sample has both; several have the first in a sentence that they share.
    Query query = new Query.And(List.of(new Query.Words("对照上级要求"), new Query.Words("免租期")));
    List<Long> flat = folds(query, Presentation.EVERYTHING);
    assertThat(flat.size()).isGreaterThan(Set.copyOf(flat).size());
    assertThat(folds(query, new Presentation(true, false))).isNotEmpty().doesNotHaveDuplicates();
  }

  private List<Long> folds(Query query, Presentation presentation) {
    SearchRequest request =
        new SearchRequest(
            query, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE, 10, null, presentation);
    SearchResult result = engine.search(request);
    assertThat(result.hits()).isNotEmpty();
    return result.partial().stream()
        .map(hit -> new Fingerprints(hit.report().placeNames()).paragraph(hit.paragraph().text()))
        .toList();
  }

  @Test
  void addsNothingWhereTheOrderIsNotByRelevanceOrNothingMayBeLeftOut() {
    SearchResult newest =
        engine.search(
            new SearchRequest(FEW_HAVE_ALL, Mode.WORDS, Filters.NONE, SortOrder.NEWEST, 20, null));
    assertThat(newest.partial()).isEmpty();
    for (Query query :
        List.of(
            new Query.Phrase("网格员留不住"),
            new Query.And(
                List.of(new Query.Phrase("没有这句话"), new Query.FieldIs(Query.Field.TOWN, "柳湾镇"))),
            new Query.And(
                List.of(new Query.Phrase("没有这句话"), new Query.Not(new Query.Words("调解")))))) {
      SearchResult result = engine.search(request(query, Mode.WORDS, null));
      assertThat(result.mode()).isEqualTo(Mode.WORDS);
      assertThat(result.total().value()).isZero();
      assertThat(result.partial()).isEmpty();
    }
    SearchResult exact = engine.search(request(NONE_HAS_ALL, Mode.EXACT, null));
    assertThat(exact.mode()).isEqualTo(Mode.EXACT);
    assertThat(exact.total().value()).isZero();
  }

  @Test
  void staysInWordsModeWhereNothingIsFoundLooselyEither() {
    SearchResult result = engine.search(request(new Query.Words("彗彗彗"), Mode.WORDS, null));
    assertThat(result.mode()).isEqualTo(Mode.WORDS);
    assertThat(result.total().value()).isZero();
    assertThat(result.hits()).isEmpty();
  }

  @Test
  void putsWhatHasEveryWordAboveWhatHasMostOfThem() {
    List<Hit> hits =
        engine
            .search(
                new SearchRequest(
                    FEW_HAVE_ALL, Mode.MOST, Filters.NONE, SortOrder.RELEVANCE, 200, null))
            .hits();
    List<Boolean> all =
        hits.stream()
            .map(hit -> Literal.literal(hit.paragraph().text()))
            .map(text -> text.contains("草场") && text.contains("争议"))
            .toList();
    assertThat(all).contains(true, false);
    assertThat(all).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
  }

  private static SearchRequest request(Query query, Mode mode, String cursor) {
    return request(query, mode, cursor, 3);
  }

  private static SearchRequest request(Query query, Mode mode, String cursor, int size) {
    return new SearchRequest(query, mode, Filters.NONE, SortOrder.RELEVANCE, size, cursor);
  }

  private static String key(Hit hit) {
    return hit.report().id() + "." + hit.paragraph().id();
  }
}
