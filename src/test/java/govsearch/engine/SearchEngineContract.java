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
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine must do. An engine's test extends it and says how one is opened. */
public abstract class SearchEngineContract {

  protected static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  @TempDir protected Path index;

  private final PlainScan scan = new PlainScan(REPORTS);
  private SearchEngine engine;

  protected abstract IndexSink openSink(Path where);

  protected abstract SearchEngine openEngine(Path where);

  @BeforeEach
  void indexTheSamples() {
    try (IndexSink sink = openSink(index)) {
      REPORTS.forEach(sink::put);
      sink.commit();
    }
    engine = openEngine(index);
  }

  @AfterEach
  void closeTheEngine() {
    engine.close();
  }

  @Test
  void countsWhatWasPut() {
    assertThat(engine.size()).isEqualTo(new CollectionSize(REPORTS.size(), scan.lines().size()));
  }

  @Test
  void givesReportsBackAsTheyWerePut() {
    for (Report report : REPORTS) {
      assertThat(engine.report(report.id())).contains(report);
    }
    assertThat(engine.report("nosuchreport")).isEmpty();
  }

  @Test
  void findsAPhraseExactlyWhereAPlainScanDoesAndMarksItWhole() {
    Query phrase = new Query.Phrase("法律明白人");
    List<Hit> hits = all(phrase, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE);
    assertThat(keys(hits)).isEqualTo(keys(phrase, Filters.NONE));
    for (Hit hit : hits) {
      assertThat(hit.ranges()).isNotEmpty();
      hit.ranges()
          .forEach(
              range ->
                  assertThat(Literal.literal(range.of(hit.paragraph().text()))).isEqualTo("法律明白人"));
    }
  }

  @Test
  void findsTraditionalCharactersAndOtherWidths() {
    Set<String> expected = keys(new Query.Phrase("法律明白人"), Filters.NONE);
    assertThat(keys(search("法律明白人", Mode.EXACT))).isEqualTo(expected);
    Query spaced = new Query.Phrase("法 律　明白\u200B人");
    assertThat(keys(all(spaced, Mode.EXACT, Filters.NONE, SortOrder.RELEVANCE)))
        .isEqualTo(expected);
    assertThat(keys(all(new Query.Phrase("執法證"), Mode.EXACT, Filters.NONE, SortOrder.RELEVANCE)))
        .isEqualTo(keys(new Query.Phrase("执法证"), Filters.NONE))
        .isNotEmpty();
    assertThat(keys(all(new Query.Phrase("２０２４年"), Mode.EXACT, Filters.NONE, SortOrder.NEWEST)))
        .isEqualTo(keys(new Query.Phrase("2024年"), Filters.NONE))
        .isNotEmpty();
  }

  @Test
  void everyModeFindsWhatTheStricterOneFinds() {
    for (String typed : List.of("网格员流动", "懂法律的干部", "普法经费不足", "执法", "合同 纠纷 调解")) {
      Query query = words(typed);
      Set<String> exact = keys(all(query, Mode.EXACT, Filters.NONE, SortOrder.RELEVANCE));
      Set<String> words = keys(all(query, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE));
      Set<String> loose = keys(all(query, Mode.LOOSE, Filters.NONE, SortOrder.RELEVANCE));
      assertThat(exact).as(typed).isEqualTo(keys(query, Filters.NONE));
      assertThat(words).as(typed).containsAll(exact);
      assertThat(loose).as(typed).containsAll(words);
    }
    assertThat(search("懂法律的干部", Mode.LOOSE).size())
        .isGreaterThan(search("懂法律的干部", Mode.WORDS).size());
  }

  @Test
  void tellsHowManyHitsAreLiteralAndPutsThemFirst() {
    Query query = words("法律干部");
    SearchResult result = engine.search(request(query, Mode.WORDS, Filters.NONE, 200, null));
    long literal = scan.find(query, Filters.NONE).size();
    assertThat(result.literalTotal()).isEqualTo(literal);
    assertThat(result.total().value()).isGreaterThan(literal);
    Query common = words("执法人员");
    List<Boolean> literalFirst =
        all(common, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE).stream()
            .map(hit -> Literal.literal(hit.paragraph().text()).contains("执法人员"))
            .toList();
    assertThat(literalFirst).contains(true).contains(false);
    assertThat(literalFirst).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void marksJustTheWordsWhereAHitIsNotLiteral() {
    for (Hit hit : search("法律干部", Mode.WORDS)) {
      String text = hit.paragraph().text();
      if (!Literal.literal(text).contains("法律干部")) {
        Set<String> marked =
            hit.ranges().stream().map(range -> range.of(text)).collect(Collectors.toSet());
        assertThat(marked).containsExactlyInAnyOrder("法律", "干部");
      }
    }
  }

  @Test
  void excludesOnlyWhatIsLiterallyThere() {
    Query query = new Query.And(List.of(words("执法"), new Query.Not(words("执法人员"))));
    assertThat(keys(all(query, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE)))
        .isEqualTo(keys(query, Filters.NONE))
        .isNotEmpty();
  }

  @Test
  void listsEveryParagraphForAnEmptyQueryInEachOrderExactlyOnce() {
    for (SortOrder sort : SortOrder.values()) {
      List<Hit> hits = all(new Query.Everything(), Mode.WORDS, Filters.NONE, sort);
      assertThat(hits).hasSize(scan.lines().size());
      assertThat(keys(hits)).hasSize(scan.lines().size());
    }
  }

  @Test
  void ordersByYearAndTownAndThenByReportAndPlace() {
    List<ReportHead> newest = heads(SortOrder.NEWEST);
    assertThat(newest.stream().map(ReportHead::year).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
    List<ReportHead> oldest = heads(SortOrder.OLDEST);
    assertThat(oldest.stream().map(ReportHead::year).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
    List<Hit> byTown = all(new Query.Everything(), Mode.WORDS, Filters.NONE, SortOrder.TOWN);
    for (int i = 1; i < byTown.size(); i++) {
      Hit before = byTown.get(i - 1);
      Hit behind = byTown.get(i);
      if (before.report().equals(behind.report())) {
        assertThat(behind.paragraph().ordinal()).isEqualTo(before.paragraph().ordinal() + 1);
      }
    }
  }

  @Test
  void refusesACursorOfAnotherRequestOrOfNobody() {
    SearchResult page =
        engine.search(request(new Query.Everything(), Mode.WORDS, Filters.NONE, 3, null));
    String cursor = page.nextCursor();
    assertThat(cursor).isNotNull();
    for (String bad : List.of("", "x", "!!!", "AAAA", cursor + "AA", cursor.substring(4))) {
      assertThatThrownBy(
              () ->
                  engine.search(request(new Query.Everything(), Mode.WORDS, Filters.NONE, 3, bad)))
          .isInstanceOf(InvalidCursorException.class);
    }
    assertThatThrownBy(
            () -> engine.search(request(words("法治"), Mode.WORDS, Filters.NONE, 3, cursor)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void listsReportsByFilterExactlyOnce() {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      ReportPage page = engine.reports(Filters.NONE, 4, cursor);
      assertThat(page.total()).isEqualTo(REPORTS.size());
      page.reports().forEach(head -> ids.add(head.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(ids).hasSize(REPORTS.size()).doesNotHaveDuplicates();
    Filters oneTown = Filters.of(Map.of(FacetField.TOWN, List.of("柳湾镇")));
    assertThat(engine.reports(oneTown, 10, null).reports())
        .extracting(ReportHead::year)
        .containsExactly(2025, 2024, 2023);
  }

  @Test
  void highlightsAReportAsASearchWould() {
    Query query = words("法律 合同");
    Map<String, List<Hit>> byReport =
        all(query, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE).stream()
            .collect(Collectors.groupingBy(hit -> hit.report().id()));
    for (Report report : REPORTS) {
      List<ParagraphRanges> highlights = engine.highlight(report.id(), query, Mode.WORDS);
      List<ParagraphRanges> expected =
          byReport.getOrDefault(report.id(), List.of()).stream()
              .sorted(Comparator.comparingInt(hit -> hit.paragraph().ordinal()))
              .map(hit -> new ParagraphRanges(hit.paragraph().id(), hit.ranges()))
              .toList();
      assertThat(highlights).isEqualTo(expected);
    }
    assertThat(engine.highlight("nosuchreport", query, Mode.WORDS)).isEmpty();
  }

  @Test
  void foldsNearIdenticalHitsAndTellsBothNumbers() {
    Query query = new Query.Phrase("执法人员上门检查一律亮证");
    SearchResult flat = engine.search(request(query, Mode.EXACT, Filters.NONE, 200, null));
    SearchResult folded =
        engine.search(
            new SearchRequest(
                query,
                Mode.EXACT,
                Filters.NONE,
                SortOrder.RELEVANCE,
                200,
                null,
                new Presentation(true, false)));
    Set<Long> different =
        flat.hits().stream()
            .map(
                hit ->
                    new Fingerprints(hit.report().placeNames()).paragraph(hit.paragraph().text()))
            .collect(Collectors.toSet());
    assertThat(folded.total()).isEqualTo(flat.total());
    assertThat(folded.facets()).isEqualTo(flat.facets());
    assertThat(flat.foldedTotal()).isEqualTo(flat.total().value());
    assertThat(folded.foldedTotal()).isEqualTo(different.size());
    assertThat(folded.hits()).hasSize(different.size());
    assertThat(keys(flat.hits())).containsAll(keys(folded.hits()));
  }

  @Test
  void pagesThroughFoldedHitsWithoutLosingOrRepeatingOne() {
    Presentation fold = new Presentation(true, false);
    Set<String> seen = new HashSet<>();
    String cursor = null;
    long total;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  new Query.Everything(),
                  Mode.WORDS,
                  Filters.NONE,
                  SortOrder.NEWEST,
                  23,
                  cursor,
                  fold));
      assertThat(seen).doesNotContainAnyElementsOf(keys(page.hits()));
      seen.addAll(keys(page.hits()));
      total = page.foldedTotal();
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat((long) seen.size()).isEqualTo(total).isLessThan(scan.lines().size());
  }

  @Test
  void pagesThroughEveryHitOnceWhileReportsAreBeingAdded() {
    Query query = new Query.Or(List.of(words("法治"), words("执法"), words("调解")));
    Set<String> before = keys(query, Filters.NONE);
    Set<String> seen = new HashSet<>();
    String cursor = null;
    int pages = 0;
    do {
      SearchResult page = engine.search(request(query, Mode.EXACT, Filters.NONE, 20, cursor));
      assertThat(seen).doesNotContainAnyElementsOf(keys(page.hits()));
      seen.addAll(keys(page.hits()));
      cursor = page.nextCursor();
      addAnotherReport("added" + pages++);
    } while (cursor != null);
    assertThat(pages).isGreaterThan(3);
    assertThat(seen).isEqualTo(before);
  }

  /** A copy of a sample under another id, which changes every score there is. */
  private void addAnotherReport(String id) {
    Report copied = REPORTS.get(3);
    ReportHead head = copied.head();
    try (IndexSink sink = openSink(index)) {
      sink.put(
          new Report(
              new ReportHead(id, head.metadata(), head.paragraphCount(), head.source()),
              copied.paragraphs()));
      sink.commit();
    }
    engine.refresh();
  }

  @Test
  void listsEveryNearIdenticalParagraphAndCountsThemOnTheHit() {
    List<Hit> all = all(new Query.Everything(), Mode.WORDS, Filters.NONE, SortOrder.OLDEST);
    Map<Long, List<Hit>> folds =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    hit ->
                        new Fingerprints(hit.report().placeNames())
                            .paragraph(hit.paragraph().text())));
    assertThat(folds.values()).anyMatch(fold -> fold.size() > 2);
    for (List<Hit> fold : folds.values()) {
      Hit hit = fold.getFirst();
      HitPage page =
          engine.nearIdentical(hit.report().id(), hit.paragraph().id(), 200, null).orElseThrow();
      assertThat(keys(page.hits())).isEqualTo(keys(fold));
      assertThat(page.total()).isEqualTo(fold.size());
      assertThat(hit.nearIdentical().paragraphs()).isEqualTo(fold.size() - 1L);
      assertThat(hit.nearIdentical().towns())
          .isEqualTo(
              fold.stream()
                  .map(other -> other.report().town())
                  .filter(town -> !town.equals(hit.report().town()))
                  .distinct()
                  .count());
      assertThat(hit.nearIdentical().earliestYear())
          .isEqualTo(
              fold.stream()
                  .map(other -> other.report().year())
                  .min(Integer::compare)
                  .orElseThrow());
    }
    assertThat(engine.nearIdentical("nosuchreport", "aaaaaaaa", 10, null)).isEmpty();
  }

  @Test
  void tellsFormulaFromSubstance() {
    String formula = "执法人员上门检查一律亮证、一律告知、一律留痕";
    Hit shared = search(formula, Mode.EXACT).getFirst();
    assertThat(shared.formulaShare()).isBetween(0.1, 1.0);
    Hit own =
        all(new Query.Phrase("合法性审核走过场"), Mode.EXACT, Filters.NONE, SortOrder.NEWEST).getFirst();
    assertThat(own.formulaShare()).isLessThan(1.0);
    SearchRequest substance =
        new SearchRequest(
            new Query.Everything(),
            Mode.WORDS,
            Filters.NONE,
            SortOrder.NEWEST,
            200,
            null,
            new Presentation(false, true));
    SearchResult shown = engine.search(substance);
    long hidden = scan.lines().size() - shown.total().value();
    assertThat(hidden).isPositive();
    assertThat(shown.hits()).allMatch(hit -> hit.formulaShare() < 1.0);
  }

  @Test
  void tellsWhereASentenceWasFirstSaidAndHowItSpread() {
    Hit hit = search("执法人员上门检查一律亮证、一律告知、一律留痕", Mode.EXACT).getFirst();
    Origin origin = engine.origin(hit.report().id(), hit.paragraph().id()).orElseThrow();
    Origin.Sentence sentence =
        origin.sentences().stream()
            .filter(s -> s.at().of(hit.paragraph().text()).contains("一律亮证"))
            .findFirst()
            .orElseThrow();
    long reports =
        REPORTS.stream()
            .filter(
                report ->
                    report.paragraphs().stream()
                        .anyMatch(p -> Literal.literal(p.text()).contains("一律亮证")))
            .count();
    assertThat(sentence.reports()).isEqualTo(reports).isGreaterThanOrEqualTo(3);
    assertThat(sentence.spread().stream().mapToLong(Origin.YearCount::reports).sum())
        .isEqualTo(reports);
    assertThat(sentence.first().year()).isEqualTo(sentence.spread().getFirst().year());
    assertThat(engine.origin(hit.report().id(), "aaaaaaaa")).isEmpty();
  }

  @Test
  void replacesAReportWhole() {
    Report old = REPORTS.getFirst();
    List<Paragraph> shorter = old.paragraphs().subList(0, 2);
    ReportHead head = new ReportHead(old.id(), old.head().metadata(), 2, old.head().source());
    try (IndexSink sink = openSink(index)) {
      sink.put(new Report(head, shorter));
      engine.refresh();
      assertThat(engine.report(old.id())).as("before the commit").contains(old);
      sink.commit();
    }
    engine.refresh();
    assertThat(engine.report(old.id()).orElseThrow().paragraphs()).isEqualTo(shorter);
    assertThat(engine.size().paragraphs())
        .isEqualTo(scan.lines().size() - old.paragraphs().size() + 2L);
  }

  @Test
  void removesAReportWholeAndForgetsWhatWasNotCommitted() {
    Report gone = REPORTS.getLast();
    try (IndexSink sink = openSink(index)) {
      sink.remove(gone.id());
    }
    engine.refresh();
    assertThat(engine.report(gone.id())).as("never committed").contains(gone);
    try (IndexSink sink = openSink(index)) {
      sink.remove(gone.id());
      sink.remove("nosuchreport");
      sink.commit();
    }
    engine.refresh();
    assertThat(engine.report(gone.id())).isEmpty();
    assertThat(engine.size().reports()).isEqualTo(REPORTS.size() - 1L);
  }

  private List<ReportHead> heads(SortOrder sort) {
    return all(new Query.Everything(), Mode.WORDS, Filters.NONE, sort).stream()
        .map(Hit::report)
        .toList();
  }

  private List<Hit> search(String typed, Mode mode) {
    return all(words(typed), mode, Filters.NONE, SortOrder.RELEVANCE);
  }

  private static Query words(String typed) {
    List<Query> terms = new ArrayList<>();
    for (String term : typed.split(" ")) {
      terms.add(new Query.Words(term));
    }
    return terms.size() == 1 ? terms.getFirst() : new Query.And(terms);
  }

  /** All hits, page by page, as a person would turn them. */
  private List<Hit> all(Query query, Mode mode, Filters filters, SortOrder sort) {
    List<Hit> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = engine.search(new SearchRequest(query, mode, filters, sort, 37, cursor));
      hits.addAll(page.hits());
      cursor = page.nextCursor();
      assertThat(page.total().exact()).isTrue();
      assertThat(cursor == null).isEqualTo(hits.size() == page.total().value());
    } while (cursor != null);
    return hits;
  }

  private static SearchRequest request(
      Query query, Mode mode, Filters filters, int size, String cursor) {
    return new SearchRequest(query, mode, filters, SortOrder.RELEVANCE, size, cursor);
  }

  private static Set<String> keys(List<Hit> hits) {
    return hits.stream()
        .map(hit -> hit.report().id() + "." + hit.paragraph().id())
        .collect(Collectors.toSet());
  }

  private Set<String> keys(Query query, Filters filters) {
    return scan.find(query, filters).stream()
        .map(PlainScan.Line::key)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
