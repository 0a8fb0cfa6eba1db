package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Matching reports, and passages, against visiting every match; written in several commits. */
public abstract class MatchingReportContract extends EngineContract {

  private static final List<Report> SAMPLES = SampleReports.read(SampleReports.FOLDER);

  private static final List<Query> QUERIES =
      List.of(
          new Query.Phrase("法律明白人"),
          new Query.Words("普法"),
          new Query.Words("法律干部"),
          new Query.Phrase("法"),
          new Query.Everything(),
          new Query.FieldIs(Query.Field.SECTION, "problems"),
          new Query.Phrase("绝无此语"));

  private static final List<Presentation> PRESENTATIONS =
      List.of(Presentation.EVERYTHING, new Presentation(true, false), new Presentation(true, true));

  @BeforeEach
  void indexTheSamples() {
    for (int from = 0; from < SAMPLES.size(); from += 5) {
      try (IndexSink sink = openSink(index)) {
        SAMPLES.subList(from, Math.min(from + 5, SAMPLES.size())).forEach(sink::put);
        sink.put(SAMPLES.getFirst()); // replaced, so that its first writing is left deleted
        sink.commit();
      }
    }
    engine = openEngine(index);
  }

  private static MatchRequest request(Query query, Presentation presentation) {
    return new MatchRequest(query, Mode.WORDS, Filters.NONE, null, presentation);
  }

  private List<MatchingReport> pages(MatchRequest request, MatchingReportOrder order, int size) {
    List<MatchingReport> all = new ArrayList<>();
    String cursor = null;
    do {
      MatchingReportPage page = engine.matchingReports(request, order, size, cursor);
      all.addAll(page.reports());
      cursor = page.nextCursor();
      assertThat(cursor == null).isEqualTo(all.size() == page.total());
    } while (cursor != null);
    return all;
  }

  private Map<String, List<Match>> visited(MatchRequest request) {
    Map<String, List<Match>> byReport = new LinkedHashMap<>();
    engine.visit(
        request,
        match -> byReport.computeIfAbsent(match.report().id(), id -> new ArrayList<>()).add(match));
    return byReport;
  }

  @ParameterizedTest
  @EnumSource(MatchingReportOrder.class)
  void eachReportHasTheMatchesThatAVisitShowsAndPagesGoOnInOrderToTheEnd(
      MatchingReportOrder order) {
    for (Query query : QUERIES) {
      for (Presentation presentation : PRESENTATIONS) {
        MatchRequest request = request(query, presentation);
        Map<String, List<Match>> expected = visited(request);
        List<MatchingReport> all = pages(request, order, 3);

        assertThat(all.stream().collect(Collectors.toMap(MatchingReportContract::id, r -> r)))
            .as(request.toString())
            .hasSameSizeAs(all)
            .allSatisfy((id, report) -> assertThat(report.matches()).isEqualTo(expected.get(id)))
            .hasSameSizeAs(expected);
        assertThat(all).isSortedAccordingTo(said(order));
        MatchingReportPage whole = engine.matchingReports(request, order, 200, null);
        assertThat(whole.reports()).isEqualTo(all);
        assertThat(whole.paragraphs())
            .isEqualTo(expected.values().stream().mapToLong(List::size).sum());
      }
    }
  }

  private static String id(MatchingReport report) {
    return report.report().id();
  }

  /** The orders as they are described. */
  private static Comparator<MatchingReport> said(MatchingReportOrder order) {
    Comparator<MatchingReport> oldest =
        Comparator.comparing(
            each -> each.report().year(), Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<MatchingReport> newest =
        Comparator.comparing(
            each -> each.report().year(), Comparator.nullsLast(Comparator.reverseOrder()));
    Comparator<MatchingReport> town =
        Comparator.comparing(
            each -> each.report().town(), Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<MatchingReport> byOrder =
        switch (order) {
          case MOST ->
              Comparator.<MatchingReport>comparingInt(each -> each.matches().size())
                  .reversed()
                  .thenComparing(newest)
                  .thenComparing(town);
          case NEWEST -> newest.thenComparing(town);
          case OLDEST -> oldest.thenComparing(town);
          case TOWN -> town.thenComparing(newest);
        };
    return byOrder.thenComparing(MatchingReportContract::id);
  }

  @Test
  void theExampleIsTheMatchWithTheLeastFormulaAndPlacesAreThoseOfAll() {
    MatchRequest request = request(new Query.Phrase("法"), Presentation.EVERYTHING);
    for (MatchingReport each : pages(request, MatchingReportOrder.MOST, 200)) {
      List<Match> bodies =
          each.matches().stream()
              .filter(match -> match.paragraph().kind() == ParagraphKind.BODY)
              .toList();
      List<Match> among = bodies.isEmpty() ? each.matches() : bodies;
      assertThat(among).as("no bare heading where there is a text").contains(each.example());
      assertThat(each.example().formulaShare())
          .isEqualTo(among.stream().mapToDouble(Match::formulaShare).min().orElseThrow());
      assertThat(each.places())
          .isEqualTo(each.matches().stream().mapToInt(match -> match.ranges().size()).sum());
    }
  }

  @Test
  void passagesAreTheTextsOfTheMatchesThoseOfAReportInARow() {
    for (Query query : QUERIES) {
      for (Presentation presentation : PRESENTATIONS) {
        MatchRequest request = request(query, presentation);
        Map<String, List<Match>> expected = visited(request);
        Map<String, List<Match>> shown = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        long count =
            engine.passages(
                request,
                passage -> {
                  String id = passage.report().id();
                  assertThat(shown.containsKey(id)).isEqualTo(last.contains(id));
                  last.clear();
                  last.add(id);
                  Match match = passage.match();
                  shown.computeIfAbsent(id, key -> new ArrayList<>()).add(match);
                  assertSame(passage, match);
                });
        assertThat(shown).as(request.toString()).isEqualTo(expected);
        assertThat(count).isEqualTo(shown.values().stream().mapToLong(List::size).sum());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MatchingReportOrder.class)
  void passagesOfAPageOfReportsAreThoseOfItsMatchesInItsOrderUntilEnoughWasSeen(
      MatchingReportOrder order) {
    for (Query query : QUERIES) {
      for (Presentation presentation : PRESENTATIONS) {
        MatchRequest request = request(query, presentation);
        List<Match> expected =
            pages(request, order, 3).stream().flatMap(report -> report.matches().stream()).toList();
        List<Match> shown = new ArrayList<>();
        String cursor = null;
        do {
          cursor =
              engine.passages(
                  request,
                  order,
                  3,
                  cursor,
                  passage -> {
                    Match match = passage.match();
                    assertSame(passage, match);
                    return shown.add(match);
                  });
        } while (cursor != null);
        assertThat(shown).as(request.toString()).isEqualTo(expected);

        List<Match> enough = new ArrayList<>();
        engine.passages(
            request,
            order,
            200,
            null,
            passage -> {
              enough.add(passage.match());
              return enough.size() < 2;
            });
        assertThat(enough).isEqualTo(expected.subList(0, Math.min(2, expected.size())));
      }
    }
  }

  @Test
  void ofMorePassagesThanAreWantedThoseOfSomeReportsAreShownAndAlwaysTheSame() {
    MatchRequest request = request(new Query.Phrase("法"), Presentation.EVERYTHING);
    Map<String, List<Match>> all = visited(request);
    long matching = all.values().stream().mapToLong(List::size).sum();
    Map<String, List<Match>> before = Map.of();
    for (long most : new long[] {1, 20, matching / 3, matching, 4 * matching, Long.MAX_VALUE}) {
      Map<String, List<Match>> some = some(request, most, matching);
      assertThat(some).isEqualTo(some(request, most, matching));
      assertThat(all.entrySet()).containsAll(some.entrySet());
      assertThat(some.entrySet()).containsAll(before.entrySet());
      before = some;
    }
    assertThat(before).isEqualTo(all);
  }

  @Test
  void someReportsAreTheSameHoweverTheIndexWasBuilt(@TempDir Path other) {
    MatchRequest request = request(new Query.Phrase("法"), Presentation.EVERYTHING);
    long matching = visited(request).values().stream().mapToLong(List::size).sum();
    List<Set<String>> before = samples(request, matching);
    engine.close();
    try (IndexSink sink = openSink(other)) {
      SAMPLES.reversed().forEach(sink::put);
      sink.commit();
    }
    engine = openEngine(other);
    assertThat(samples(request, matching)).isEqualTo(before);
  }

  private List<Set<String>> samples(MatchRequest request, long matching) {
    return LongStream.of(matching / 4, matching / 2, matching, 2 * matching)
        .mapToObj(most -> Set.copyOf(some(request, most, matching).keySet()))
        .toList();
  }

  private Map<String, List<Match>> some(MatchRequest request, long most, long matching) {
    Map<String, List<Match>> some = new LinkedHashMap<>();
    PassageCount count =
        engine.passages(
            request,
            most,
            passage ->
                some.computeIfAbsent(passage.report().id(), key -> new ArrayList<>())
                    .add(passage.match()));
    assertThat(count.matching()).isEqualTo(matching);
    assertThat(count.shown()).isEqualTo(some.values().stream().mapToLong(List::size).sum());
    if (most < matching || most >= 4 * matching) { // a report that is opened counts as three
      assertThat(count.isWhole()).isEqualTo(most >= matching);
    }
    return some;
  }

  private static void assertSame(Passage passage, Match match) {
    assertThat(passage.text()).isEqualTo(match.paragraph().text());
    assertThat(passage.literal().text()).isEqualTo(Literal.literal(passage.text()));
    assertThat(passage.paragraphId()).isEqualTo(match.paragraph().id());
    assertThat(passage.ranges()).isEqualTo(match.ranges());
    assertThat(passage.ordinal()).isEqualTo(match.paragraph().ordinal());
    assertThat(passage.section()).isEqualTo(match.paragraph().section());
    assertThat(passage.report().year()).isEqualTo(match.report().year());
    assertThat(passage.report().place())
        .isEqualTo(new Place(match.report().region(), match.report().town()));
  }

  @Test
  void refusesACursorOfAnotherRequestAndGivesNothingInPart() {
    MatchRequest request = request(new Query.Words("普法"), Presentation.EVERYTHING);
    String cursor =
        Objects.requireNonNull(
            engine.matchingReports(request, MatchingReportOrder.MOST, 2, null).nextCursor());
    assertThatThrownBy(() -> engine.matchingReports(request, MatchingReportOrder.TOWN, 2, cursor))
        .isInstanceOf(InvalidCursorException.class);
    try (SearchEngine hurried = openEngine(index, Duration.ZERO)) {
      assertThatThrownBy(() -> hurried.matchingReports(request, MatchingReportOrder.MOST, 2, null))
          .isInstanceOf(SearchTimedOutException.class);
      assertThatThrownBy(() -> hurried.passages(request, passage -> {}))
          .isInstanceOf(SearchTimedOutException.class);
    }
  }
}
