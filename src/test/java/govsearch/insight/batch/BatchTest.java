package govsearch.insight.batch;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.MatchSummary;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchEngine;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  @TempDir private static Path index;

  private static SearchEngine engine;
  private static Batch batch;

  @BeforeAll
  static void indexTheSamples() {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      REPORTS.forEach(sink::put);
      sink.commit();
    }
    engine = LuceneEngine.open(index, Duration.ofMinutes(1));
    batch = new Batch(engine, Duration.ofMinutes(1));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static List<BatchRow> ask(String text, BatchMode mode) {
    return batch.rows(BatchLine.of(text), mode, Filters.NONE);
  }

  private static MatchSummary scan(String phrase) {
    String literal = Literal.literal(phrase);
    List<ReportHead> heads = new ArrayList<>();
    for (Report report : REPORTS) {
      report.paragraphs().stream()
          .filter(paragraph -> Literal.literal(paragraph.text()).contains(literal))
          .forEach(paragraph -> heads.add(report.head()));
    }
    List<Integer> years = heads.stream().map(ReportHead::year).distinct().sorted().toList();
    return new MatchSummary(
        heads.size(),
        heads.stream().distinct().count(),
        heads.stream().map(ReportHead::placeNames).distinct().count(),
        years);
  }

  @Test
  void eachPhraseIsCountedAsReadingEveryParagraphWould() {
    Random random = new Random(5);
    StringBuilder phrases = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      Report report = REPORTS.get(random.nextInt(REPORTS.size()));
      String text = report.paragraphs().get(random.nextInt(report.paragraphs().size())).text();
      int start = random.nextInt(text.length());
      String piece = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(9)));
      phrases.append(piece.strip().isEmpty() ? "法" : piece.strip()).append('\n');
    }
    for (BatchRow row : ask(phrases.toString(), BatchMode.PHRASE)) {
      if (row.error() == null && "“\"「『‘＂".indexOf(row.phrase().charAt(0)) < 0) {
        assertThat(row.found()).as(row.phrase()).isEqualTo(scan(row.phrase()));
      }
    }
  }

  @Test
  void aPhraseWithoutHitsIsListedAndABadLineStopsNoOther() {
    List<BatchRow> rows =
        ask("法律明白人\n没有人这样写\n\n“”\n" + "法".repeat(1_001) + "\n执法", BatchMode.PHRASE);

    assertThat(rows).extracting(BatchRow::line).containsExactly(1, 2, 4, 5, 6);
    assertThat(rows.get(0).found()).isEqualTo(scan("法律明白人"));
    assertThat(rows.get(1).found()).isEqualTo(new MatchSummary(0, 0, 0, List.of()));
    assertThat(rows.get(2).error()).contains("没有可以检索的文字");
    assertThat(rows.get(3).error()).contains("1001").contains("1000");
    assertThat(rows.get(3).phrase()).hasSizeLessThan(30);
    assertThat(rows.get(4).found()).isEqualTo(scan("执法"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"“法律明白人”", "\"法律明白人\"", "「法律明白人」", "法律明白人", "  法律 明白人　"})
  void quotationMarksAroundALineAreNoPartOfThePhrase(String line) {
    assertThat(ask(line, BatchMode.PHRASE).getFirst().found()).isEqualTo(scan("法律明白人"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"执法 -人员", "执法 OR 普法", "section:问题", "法*治", "（一）", "“法律”和“明白人”"})
  void noSignInAPhraseMeansAnything(String line) {
    assertThat(ask(line, BatchMode.PHRASE).getFirst().found()).isEqualTo(scan(line));
  }

  @Test
  void linesAreQueriesInTheOtherModes() {
    String lines = "执法 -人员\n“蒲扇\n法律干部";
    List<BatchRow> exact = ask(lines, BatchMode.EXACT);
    List<BatchRow> words = ask(lines, BatchMode.WORDS);

    assertThat(exact.get(0).found().paragraphs()).isPositive().isLessThan(scan("执法").paragraphs());
    assertThat(exact.get(1).notices()).extracting("code").containsExactly("unclosed-quote");
    assertThat(exact.get(1).found().paragraphs()).isPositive();
    assertThat(words.get(2).found().paragraphs()).isGreaterThan(exact.get(2).found().paragraphs());
  }

  @Test
  void aLineIsReadAsTheSearchOfItIs() {
    Query town = new Query.FieldIs(Query.Field.TOWN, "柳湾镇");
    Query year = new Query.Years(2024, 2024);
    MatchSummary own =
        engine.summary(
            MatchRequest.of(new Query.And(List.of(town, year)), Mode.WORDS, Filters.NONE));
    assertThat(own.paragraphs()).isPositive();
    assertThat(ask("柳湾镇 2024", BatchMode.WORDS).getFirst().found()).isEqualTo(own);
    assertThat(ask("柳湾镇 2024", BatchMode.EXACT).getFirst().found()).isNotEqualTo(own);
  }

  @Test
  void filtersNarrowEveryRow() {
    Filters town = Filters.of(Map.of(FacetField.TOWN, List.of("柳湾镇")));
    MatchSummary found = batch.rows(BatchLine.of("执法"), BatchMode.PHRASE, town).getFirst().found();
    assertThat(found.towns()).isEqualTo(1);
    assertThat(found.paragraphs()).isLessThan(scan("执法").paragraphs());
  }

  @Test
  void linesThatTimeDoesNotReachSaySo() {
    Batch hurried = new Batch(engine, Duration.ofNanos(-1));
    assertThat(hurried.rows(BatchLine.of("执法\n法治"), BatchMode.PHRASE, Filters.NONE))
        .hasSize(2)
        .allMatch(row -> row.found() == null && row.error().contains("时间用完"));
  }
}
