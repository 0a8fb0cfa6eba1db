package govsearch.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.EngineContract;
import govsearch.engine.IndexSink;
import govsearch.engine.SampleReports;
import govsearch.engine.SearchEngine;
import govsearch.engine.Seen;
import govsearch.engine.Suggestion;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.read.OpenSearchEngine;
import govsearch.engine.opensearch.write.OpenSearchSink;
import govsearch.library.RunRecord;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Report;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a cluster has beside what every engine has: writers that exclude each other, an alias. */
@Tag("cluster")
class OpenSearchSinkTest extends EngineContract implements OpenSearchUnderTest {
  private static final List<Report> REPORTS =
      SampleReports.read(SampleReports.FOLDER).subList(0, 4);
  private static final MatchRequest ALL =
      MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE);

  private static long paragraphs(List<Report> reports) {
    return reports.stream().mapToLong(report -> report.paragraphs().size()).sum();
  }

  @Test
  void oneWritesAtATime() {
    try (IndexSink first = openSink(index)) {
      assertThatThrownBy(() -> openSink(index))
          .isInstanceOf(UnusableIndexException.class)
          .hasMessageContaining("另一个进程");
      first.put(REPORTS.getFirst());
      first.commit();
    }
    index(REPORTS);
    assertThat(engine.size().reports()).isEqualTo(REPORTS.size());
  }

  @Test
  void theOldOneServesUntilARebuildIsCommitted() {
    index(REPORTS);
    try (OpenSearchSink sink =
        OpenSearchSink.rebuild(
            cluster().access(), OpenSearchUnderTest.name(index), IndexSettings.USUAL, sizing())) {
      sink.put(REPORTS.getFirst());
      engine.refresh();
      assertThat(engine.size().reports()).isEqualTo(REPORTS.size());
      sink.commit();
    }
    engine.refresh();
    assertThat(engine.size().reports()).isEqualTo(1);
    assertThat(engine.summary(ALL).paragraphs()).isEqualTo(paragraphs(REPORTS.subList(0, 1)));
  }

  @Test
  void aRebuildKeepsTheTimesAndAFirstFillIsNoNews() throws InterruptedException {
    RunRecord run =
        new RunRecord("index", "2026-01-31T00:00:00Z", true, 1, List.of(), 1, 0, 0, 0, 0);
    index(REPORTS);
    assertThat(engine.begun()).as("no run has ended").isEqualTo(Long.MAX_VALUE);
    try (OpenSearchSink sink = (OpenSearchSink) openSink(index)) {
      sink.record(run);
      sink.commit();
    }
    engine.refresh();
    long begun = engine.begun();
    Seen seen = engine.seen(REPORTS.getFirst().id()).orElseThrow();
    assertThat(seen.text()).isPositive().isLessThanOrEqualTo(begun);
    Thread.sleep(1_100); // times are kept by the second
    try (OpenSearchSink sink =
        OpenSearchSink.rebuild(
            cluster().access(), OpenSearchUnderTest.name(index), IndexSettings.USUAL, sizing())) {
      sink.put(REPORTS.getFirst());
      sink.put(REPORTS.getFirst());
      sink.record(run);
      sink.commit();
    }
    engine.refresh();
    assertThat(engine.seen(REPORTS.getFirst().id())).contains(seen);
    assertThat(engine.begun()).isEqualTo(begun);
    put(REPORTS.subList(1, 2));
    engine.refresh();
    assertThat(engine.seen(REPORTS.get(1).id()).orElseThrow().first())
        .as("was gone meanwhile")
        .isGreaterThan(begun);
  }

  /** Whoever opens it while somebody writes is not shown what is not committed. */
  @Test
  void whatIsBeingWrittenIsShownToNobody() {
    put(REPORTS.subList(0, 2));
    try (IndexSink sink = openSink(index)) {
      sink.put(REPORTS.get(2));
      sink.remove(REPORTS.getFirst().id());
      ((OpenSearchSink) sink).report(REPORTS.get(2).id()); // so that it is there
      cluster().refresh();
      try (SearchEngine late = openEngine(index)) {
        assertThat(late.summary(ALL).paragraphs()).isEqualTo(paragraphs(REPORTS.subList(0, 2)));
        assertThat(late.report(REPORTS.get(2).id())).isEmpty();
        assertThat(late.report(REPORTS.getFirst().id())).contains(REPORTS.getFirst());
        sink.commit();
        assertThat(late.summary(ALL).paragraphs()).as("as of one moment").isPositive();
        late.refresh();
        assertThat(late.summary(ALL).paragraphs()).isEqualTo(paragraphs(REPORTS.subList(1, 3)));
      }
    }
  }

  /** Whoever asks again what he was told holds it for the same, whatever was read meanwhile. */
  @Test
  void aStateIsThatOfACommitAndOfNothingElse() {
    index(REPORTS);
    OpenSearchEngine now = (OpenSearchEngine) engine;
    long state = now.state();
    assertThat(now.suggest("法治", EnumSet.allOf(Suggestion.Kind.class), 5)).isNotEmpty();
    assertThat(now.nearest("法治建社", false, 3)).isNotNull();
    assertThat(now.state()).isEqualTo(state);
    put(REPORTS.subList(0, 1));
    now.refresh();
    assertThat(now.state()).isNotEqualTo(state);
  }
}
