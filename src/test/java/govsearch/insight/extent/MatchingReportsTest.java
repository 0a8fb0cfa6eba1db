package govsearch.insight.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matching reports of the samples, against a plain scan of them. */
class MatchingReportsTest {

  private static final List<Report> SAMPLES = SampleReports.read(SampleReports.FOLDER);

  private static LuceneEngine engine;

  @BeforeAll
  static void index(@TempDir Path folder) {
    try (LuceneSink sink = LuceneSink.rebuild(folder)) {
      SAMPLES.forEach(sink::put);
      sink.commit();
    }
    engine = LuceneEngine.open(folder, Duration.ofMinutes(1));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static MatchRequest phrase(String text) {
    return MatchRequest.of(new Query.Phrase(text), Mode.EXACT, Filters.NONE);
  }

  private static MatchingReports reports() {
    return new MatchingReports(engine, Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"法律明白人", "普法", "法", "绝无此语"})
  void countsWhatAScanCounts(String text) {
    Map<String, String> scanned = new TreeMap<>();
    for (Report report : SAMPLES) {
      List<Integer> places =
          report.paragraphs().stream()
              .map(Paragraph::text)
              .map(each -> count(Literal.literal(each), text))
              .filter(count -> count > 0)
              .toList();
      if (!places.isEmpty()) {
        int all = places.stream().mapToInt(Integer::intValue).sum();
        scanned.put(report.head().id(), places.size() + "/" + all);
      }
    }
    Map<String, String> found = new TreeMap<>();
    MatchingReportPage page = reports().page(phrase(text), MatchingReportOrder.MOST, 200, null);
    page.reports()
        .forEach(each -> found.put(each.report().id(), each.paragraphs() + "/" + each.places()));

    assertThat(found).isEqualTo(scanned);
    assertThat(page.total()).isEqualTo(scanned.size());
    assertThat(page.paragraphs())
        .isEqualTo(page.reports().stream().mapToLong(MatchingReport::paragraphs).sum());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @ParameterizedTest
  @EnumSource(MatchingReportOrder.class)
  void pagesGoOnInOrderToTheEnd(MatchingReportOrder order) {
    List<MatchingReport> all = new ArrayList<>();
    String cursor = null;
    do {
      MatchingReportPage page = reports().page(phrase("普法"), order, 3, cursor);
      all.addAll(page.reports());
      cursor = page.nextCursor();
    } while (cursor != null);

    MatchingReportPage whole = reports().page(phrase("普法"), order, 200, null);
    assertThat(all).isEqualTo(whole.reports()).hasSizeGreaterThan(3);
    assertThat(all).isSortedAccordingTo(said(order));
  }

  /** The orders as they are described. */
  private static Comparator<MatchingReport> said(MatchingReportOrder order) {
    Comparator<MatchingReport> years =
        Comparator.comparing(
            each -> each.report().year(), Comparator.nullsFirst(Comparator.naturalOrder()));
    return switch (order) {
      case MOST ->
          Comparator.comparingLong(MatchingReport::paragraphs)
              .thenComparingLong(MatchingReport::places)
              .reversed();
      case NEWEST -> years.reversed();
      case OLDEST ->
          Comparator.comparing(
              each -> each.report().year(), Comparator.nullsLast(Comparator.naturalOrder()));
      case TOWN ->
          Comparator.comparing(
              each -> each.report().town(), Comparator.nullsLast(Comparator.naturalOrder()));
    };
  }

  @Test
  void theExampleIsTheMatchWithTheLeastFormula() {
    MatchingReportPage page = reports().page(phrase("法"), MatchingReportOrder.MOST, 200, null);
    for (MatchingReport each : page.reports()) {
      List<Double> shares = new ArrayList<>();
      engine.visit(
          phrase("法"),
          match -> {
            if (match.report().id().equals(each.report().id())) {
              shares.add(match.formulaShare());
            }
          });
      assertThat(shares).hasSize((int) each.paragraphs());
      assertThat(each.example().formulaShare())
          .isEqualTo(shares.stream().min(Comparator.naturalOrder()).orElseThrow());
    }
  }

  @Test
  void refusesACursorOfAnotherRequestAndTakesNoLongerThanItMay() {
    String cursor = reports().page(phrase("普法"), MatchingReportOrder.MOST, 2, null).nextCursor();
    assertThatThrownBy(() -> reports().page(phrase("普法"), MatchingReportOrder.TOWN, 2, cursor))
        .isInstanceOf(InvalidCursorException.class);
    MatchingReports hurried = new MatchingReports(engine, Duration.ZERO);
    assertThatThrownBy(() -> hurried.page(phrase("普法"), MatchingReportOrder.MOST, 2, null))
        .isInstanceOf(SearchTimedOutException.class);
  }
}
