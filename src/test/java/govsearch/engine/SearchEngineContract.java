package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every engine must do. An engine's test extends it and says how one is opened. */
public abstract class SearchEngineContract extends SamplesContract {

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
  void findsWhatReportsDoNotSay() {
    ReportHead silent = REPORTS.getFirst().head();
    Metadata nothing = new Metadata(null, null, null, null, null, null, null);
    List<Report> all = new ArrayList<>(REPORTS);
    all.set(
        0,
        new Report(
            new ReportHead(silent.id(), nothing, silent.paragraphCount(), silent.source()),
            REPORTS.getFirst().paragraphs()));
    engine.close();
    index(all);
    PlainScan plain = new PlainScan(all);
    for (Query.Field field :
        List.of(
            Query.Field.TOWN,
            Query.Field.COUNTY,
            Query.Field.CITY,
            Query.Field.PROVINCE,
            Query.Field.YEAR)) {
      Query unstated = new Query.FieldIs(field, FacetField.UNSTATED);
      List<Hit> hits = all(unstated, Mode.WORDS, Filters.NONE, SortOrder.RELEVANCE);
      assertThat(keys(hits)).as(field.name()).isNotEmpty().isEqualTo(keysIn(plain, unstated));
      Query stated = new Query.And(List.of(new Query.Words("法治"), new Query.Not(unstated)));
      assertThat(keys(all(stated, Mode.EXACT, Filters.NONE, SortOrder.RELEVANCE)))
          .as("not " + field.name())
          .isEqualTo(keysIn(plain, stated));
    }
  }

  private static Set<String> keysIn(PlainScan plain, Query query) {
    return plain.find(query, Filters.NONE).stream()
        .map(PlainScan.Line::key)
        .collect(Collectors.toSet());
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
}
