package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Metadata;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Visiting every match: the same as turning all pages of a search, and as a plain scan. Some of the
 * reports do not say their year or town, and they are written in several commits.
 */
public abstract class MatchVisitContract extends EngineContract {

  private static final List<Report> REPORTS = withGaps(SampleReports.read(SampleReports.FOLDER));

  private static final List<Query> QUERIES =
      List.of(
          new Query.Everything(),
          new Query.Words("法律干部"),
          new Query.Phrase("法治"),
          new Query.Or(List.of(new Query.Phrase("执法证"), new Query.Words("网格员"))),
          new Query.And(List.of(new Query.Words("执法"), new Query.Not(new Query.Phrase("人员")))),
          new Query.FieldIs(Query.Field.SECTION, "problems"),
          new Query.Phrase("没有人这样写"));

  private final PlainScan scan = new PlainScan(REPORTS);

  @BeforeEach
  void indexTheSamples() {
    for (int from = 0; from < REPORTS.size(); from += 4) {
      try (IndexSink sink = openSink(index)) {
        REPORTS.subList(from, Math.min(from + 4, REPORTS.size())).forEach(sink::put);
        sink.put(REPORTS.getFirst()); // replaced, so that its first writing is left deleted
        sink.commit();
      }
    }
    engine = openEngine(index);
  }

  private static List<Report> withGaps(List<Report> reports) {
    List<Report> all = new ArrayList<>(reports);
    Report yearless = all.get(2);
    Report townless = all.get(5);
    all.set(2, with(yearless, yearless.head().metadata().town(), null));
    all.set(5, with(townless, null, townless.head().metadata().year()));
    return all;
  }

  private static Report with(Report report, Sourced<String> town, Sourced<Integer> year) {
    ReportHead head = report.head();
    Metadata old = head.metadata();
    Metadata metadata =
        new Metadata(
            old.title(), old.province(), old.city(), old.county(), town, year, old.published());
    return new Report(
        new ReportHead(head.id(), metadata, head.paragraphCount(), head.source()),
        report.paragraphs());
  }

  /** Remembers what it was shown. */
  private static final class Shown implements MatchVisitor {
    private final List<Match> matches = new ArrayList<>();
    private long announced = -1;

    @Override
    public void begin(long total) {
      assertThat(announced).as("begun once").isEqualTo(-1);
      announced = total;
    }

    @Override
    public void visit(Match match) {
      matches.add(match);
    }
  }

  private List<Match> visit(MatchRequest request) {
    Shown shown = new Shown();
    long count = engine.visit(request, shown);
    assertThat(count).isEqualTo(shown.announced).isEqualTo(shown.matches.size());
    return shown.matches;
  }

  private List<Hit> pages(MatchRequest all) {
    List<Hit> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page =
          engine.search(
              new SearchRequest(
                  all.query(),
                  all.mode(),
                  all.filters(),
                  all.sort(),
                  41,
                  cursor,
                  all.presentation()));
      hits.addAll(page.hits());
      cursor = page.nextCursor();
    } while (cursor != null);
    return hits;
  }

  @Test
  void showsWhatAllPagesOfASearchShowInTheSameOrder() {
    for (Query query : QUERIES) {
      for (SortOrder sort : SortOrder.values()) {
        for (Presentation presentation :
            List.of(
                Presentation.EVERYTHING,
                new Presentation(true, false),
                new Presentation(false, true),
                new Presentation(true, true))) {
          MatchRequest request =
              new MatchRequest(query, Mode.WORDS, Filters.NONE, sort, presentation);
          List<Match> expected =
              pages(request).stream()
                  .map(h -> new Match(h.report(), h.paragraph(), h.ranges(), h.formulaShare()))
                  .toList();
          assertThat(visit(request)).as(request.toString()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void showsExactlyWhatAPlainScanFinds() {
    Filters filters =
        Filters.of(
            Map.of(
                FacetField.YEAR, List.of("2023", "2024", FacetField.UNSTATED),
                FacetField.TOWN, List.of("-柳湾镇")));
    for (Query query : QUERIES) {
      for (Filters some : List.of(Filters.NONE, filters)) {
        assertThat(visit(MatchRequest.of(query, Mode.EXACT, some)))
            .extracting(match -> match.report().id() + "." + match.paragraph().id())
            .containsExactlyInAnyOrderElementsOf(
                scan.find(query, some).stream().map(PlainScan.Line::key).toList());
      }
    }
  }

  @Test
  void summaryCountsWhatAPlainScanCounts() {
    for (Query query : QUERIES) {
      List<PlainScan.Line> lines = scan.find(query, Filters.NONE);
      List<ReportHead> heads = lines.stream().map(PlainScan.Line::report).distinct().toList();
      List<Integer> years =
          heads.stream()
              .map(ReportHead::year)
              .filter(Objects::nonNull)
              .distinct()
              .sorted()
              .toList();
      MatchSummary expected =
          new MatchSummary(
              lines.size(),
              heads.size(),
              heads.stream()
                  .filter(head -> head.town() != null)
                  .map(ReportHead::placeNames)
                  .distinct()
                  .count(),
              years);
      assertThat(engine.summary(MatchRequest.of(query, Mode.EXACT, Filters.NONE)))
          .as(query.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void townsOfOneNameInDifferentRegionsAreDifferentOnes() {
    Report namesake = REPORTS.getLast();
    Metadata old = namesake.head().metadata();
    Metadata elsewhere =
        new Metadata(
            old.title(),
            old.province(),
            old.city(),
            new Sourced<>("别处县", old.county().from()),
            old.town(),
            old.year(),
            old.published());
    try (IndexSink sink = openSink(index)) {
      sink.put(
          new Report(
              new ReportHead(
                  "namesake", elsewhere, namesake.paragraphs().size(), namesake.head().source()),
              namesake.paragraphs()));
      sink.commit();
    }
    engine.refresh();
    MatchSummary summary =
        engine.summary(
            MatchRequest.of(
                new Query.FieldIs(Query.Field.TOWN, namesake.head().town()),
                Mode.EXACT,
                Filters.NONE));
    assertThat(summary.towns()).isEqualTo(2);
  }

  @Test
  void whatIsShownIsOfOneStateOfTheCollection() {
    MatchRequest everything = MatchRequest.of(new Query.Everything(), Mode.WORDS, Filters.NONE);
    List<String> seen = new ArrayList<>();
    engine.visit(
        everything,
        match -> {
          if (seen.isEmpty()) {
            try (IndexSink sink = openSink(index)) {
              REPORTS.forEach(report -> sink.remove(report.id()));
              sink.commit();
            }
            engine.refresh();
          }
          seen.add(match.report().id() + "." + match.paragraph().id());
        });
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            scan.lines().stream().map(PlainScan.Line::key).collect(Collectors.toList()));
    assertThat(visit(everything)).isEmpty();
  }

  @Test
  void whatAVisitorThrowsEndsTheVisitAndComesOut() {
    int[] seen = {0};
    IllegalStateException enough = new IllegalStateException("enough");
    assertThatThrownBy(
            () ->
                engine.visit(
                    MatchRequest.of(new Query.Everything(), Mode.WORDS, Filters.NONE),
                    match -> {
                      seen[0]++;
                      throw enough;
                    }))
        .isSameAs(enough);
    assertThat(seen[0]).isEqualTo(1);
  }

  @Test
  void aSearchThatRunsOutOfTimeShowsNothing() {
    try (SearchEngine hurried = openEngine(index, Duration.ZERO)) {
      MatchRequest request = MatchRequest.of(new Query.Phrase("法治"), Mode.WORDS, Filters.NONE);
      Shown shown = new Shown();
      assertThatThrownBy(() -> hurried.visit(request, shown))
          .isInstanceOf(SearchTimedOutException.class);
      assertThat(shown.announced).isEqualTo(-1);
      assertThat(shown.matches).isEmpty();
      assertThatThrownBy(() -> hurried.summary(request))
          .isInstanceOf(SearchTimedOutException.class);
      assertThatThrownBy(
              () ->
                  hurried.countBy(
                      List.of(new CountRequest(request, request)), new Grouping.Whole(), c -> true))
          .isInstanceOf(SearchTimedOutException.class);
    }
  }
}
