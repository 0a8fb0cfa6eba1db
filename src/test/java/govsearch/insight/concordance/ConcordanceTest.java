package govsearch.insight.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concordances over the samples, beside what reading every paragraph gives. */
class ConcordanceTest {

  @TempDir private static Path index;

  private static SearchEngine engine;
  private static Concordance concordance;

  @BeforeAll
  static void indexTheSamples() {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      Lines.reports().forEach(sink::put);
      sink.commit();
    }
    engine = LuceneEngine.open(index, Duration.ofMinutes(1));
    concordance = new Concordance(engine, Duration.ofMinutes(1));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static MatchRequest request(Query query) {
    return MatchRequest.of(query, Mode.WORDS, Filters.NONE);
  }

  private static List<ConcordanceLine> scan(String phrase) {
    List<ConcordanceLine> lines = new ArrayList<>();
    for (Report report : Lines.reports()) {
      for (Paragraph paragraph : report.paragraphs()) {
        for (Range at : Literal.of(paragraph.text()).occurrences(Literal.literal(phrase))) {
          lines.add(new ConcordanceLine(report.head(), paragraph, at));
        }
      }
    }
    return lines;
  }

  private static List<ConcordanceLine> pages(MatchRequest request, ConcordanceOrder order) {
    List<ConcordanceLine> lines = new ArrayList<>();
    String cursor = null;
    do {
      ConcordancePage page = concordance.page(request, order, false, 7, cursor);
      lines.addAll(page.lines());
      cursor = page.nextCursor();
      assertThat(cursor == null).isEqualTo(lines.size() == page.totalLines());
    } while (cursor != null);
    return lines;
  }

  private static String behind(ConcordanceLine line) {
    String text = line.paragraph().text();
    return Literal.literal(text.substring(line.at().end())).replace("\"", "");
  }

  private static String beforeBackwards(ConcordanceLine line) {
    String text = line.paragraph().text().substring(0, line.at().start());
    return new StringBuilder(Literal.literal(text).replace("\"", "")).reverse().toString();
  }

  private static String year(ConcordanceLine line) {
    return line.report().year().toString();
  }

  private static String town(ConcordanceLine line) {
    return line.report().town();
  }

  @Test
  void linesAreThoseOfAPlainScanInEachOrder() {
    Comparator<ConcordanceLine> place =
        Comparator.comparing((ConcordanceLine line) -> line.report().id())
            .thenComparingInt(line -> line.paragraph().ordinal())
            .thenComparingInt(line -> line.at().start());
    Map<ConcordanceOrder, Comparator<ConcordanceLine>> orders =
        Map.of(
            ConcordanceOrder.RIGHT, Comparator.comparing(ConcordanceTest::behind),
            ConcordanceOrder.LEFT, Comparator.comparing(ConcordanceTest::beforeBackwards),
            ConcordanceOrder.YEAR,
                Comparator.comparing(ConcordanceTest::year).thenComparing(ConcordanceTest::town),
            ConcordanceOrder.TOWN,
                Comparator.comparing(ConcordanceTest::town).thenComparing(ConcordanceTest::year));
    for (String phrase : List.of("法律明白人", "执法", "一律", "网格员")) {
      List<ConcordanceLine> expected = scan(phrase);
      assertThat(expected).hasSizeGreaterThan(2);
      orders.forEach(
          (order, comparator) -> {
            expected.sort(comparator.thenComparing(place));
            assertThat(pages(request(new Query.Phrase(phrase)), order))
                .as("%s by %s", phrase, order)
                .isEqualTo(expected);
          });
    }
  }

  @Test
  void groupsAreCountedAsByHand() {
    for (String phrase : List.of("法律明白人", "执法", "法治", "的")) {
      ConcordancePage page =
          concordance.page(
              request(new Query.Phrase(phrase)), ConcordanceOrder.RIGHT, false, 1, null);
      // Any number is as any other.
      List<String> rights =
          scan(phrase).stream()
              .map(ConcordanceTest::behind)
              .map(right -> right.replaceAll("\\p{Nd}++(?:[.,]\\p{Nd}++)*+", "〈数〉"))
              .toList();
      assertThat(page.totalLines()).isEqualTo(rights.size());
      long listed = page.groups().stream().mapToLong(ConcordanceGroup::lines).sum();
      assertThat(listed + page.otherLines()).isEqualTo(rights.size());
      assertThat(page.otherGroups() == 0).isEqualTo(page.otherLines() == 0);
      for (ConcordanceGroup group : page.groups()) {
        String next = group.ends() ? "([^\\p{L}\\p{Nd}〈].*)?" : ".*";
        assertThat(rights.stream().filter(right -> right.matches(group.following() + next)).count())
            .as("%s of %s", group, phrase)
            .isEqualTo(group.lines());
      }
    }
  }

  @Test
  void wordsThatAreNotLiteralGiveALineForEachWord() {
    Query query = new Query.Words("法律干部");
    Set<String> marked =
        pages(request(query), ConcordanceOrder.TOWN).stream()
            .map(ConcordanceLine::match)
            .collect(Collectors.toSet());
    assertThat(marked).contains("法律", "干部").isSubsetOf("法律", "干部", "法律干部");
  }

  @Test
  void filtersNarrowTheLines() {
    Filters town = Filters.of(Map.of(FacetField.TOWN, List.of("柳湾镇")));
    MatchRequest narrowed = MatchRequest.of(new Query.Phrase("法律明白人"), Mode.WORDS, town);
    assertThat(pages(narrowed, ConcordanceOrder.YEAR))
        .containsExactlyInAnyOrderElementsOf(
            scan("法律明白人").stream().filter(line -> town(line).equals("柳湾镇")).toList())
        .isNotEmpty();
  }

  @Test
  void aQueryOfFieldsAloneHasParagraphsButNoLines() {
    Query problems = new Query.FieldIs(Query.Field.SECTION, "problems");
    ConcordancePage page =
        concordance.page(request(problems), ConcordanceOrder.LEFT, false, 20, null);
    assertThat(page.lines()).isEmpty();
    assertThat(page.totalLines()).isZero();
    assertThat(page.paragraphs()).isPositive();
  }

  @Test
  void aCursorOfAnotherRequestOrOfNobodyIsRefused() {
    MatchRequest request = request(new Query.Phrase("执法"));
    String cursor = concordance.page(request, ConcordanceOrder.RIGHT, false, 2, null).nextCursor();
    assertThat(concordance.page(request, ConcordanceOrder.RIGHT, false, 5, cursor).lines())
        .hasSize(5);
    for (String bad : List.of("", "x", "!!!", cursor + "AA", cursor.substring(4))) {
      assertThatThrownBy(() -> concordance.page(request, ConcordanceOrder.RIGHT, false, 2, bad))
          .isInstanceOf(InvalidCursorException.class);
    }
    assertThatThrownBy(() -> concordance.page(request, ConcordanceOrder.LEFT, false, 2, cursor))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(
            () ->
                concordance.page(
                    request(new Query.Phrase("法治")), ConcordanceOrder.RIGHT, false, 2, cursor))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void ofVeryManyParagraphsThoseOfSomeReportsAreReadAndThatIsSaid() {
    Concordance hurried = new Concordance(engine, Duration.ofMinutes(1), 40);
    MatchRequest request = request(new Query.Phrase("法"));
    List<ConcordanceLine> all = pages(request, ConcordanceOrder.RIGHT);
    List<ConcordanceLine> part = new ArrayList<>();
    String cursor = null;
    do {
      ConcordancePage page = hurried.page(request, ConcordanceOrder.RIGHT, false, 50, cursor);
      assertThat(page.read()).isLessThan(page.paragraphs());
      part.addAll(page.lines());
      cursor = page.nextCursor();
      assertThat(cursor == null).isEqualTo(part.size() == page.totalLines());
    } while (cursor != null);
    assertThat(all).containsAll(part);
    assertThat(part).isNotEmpty().doesNotHaveDuplicates().hasSizeLessThan(all.size());
    ConcordancePage whole = hurried.page(request, ConcordanceOrder.RIGHT, true, 50, null);
    assertThat(whole.totalLines()).isEqualTo(all.size());
    assertThat(whole.read()).isEqualTo(whole.paragraphs());
  }

  @Test
  void aPageThatTakesTooLongIsNoPage() {
    Concordance hurried = new Concordance(engine, Duration.ZERO);
    assertThatThrownBy(
            () ->
                hurried.page(
                    request(new Query.Phrase("执法")), ConcordanceOrder.RIGHT, false, 20, null))
        .isInstanceOf(SearchTimedOutException.class);
  }
}
