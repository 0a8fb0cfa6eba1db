package govsearch.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.search.RevisionReader;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Ids;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import govsearch.report.Sourced;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Since when reports are there; what they said before; what is new since a time. */
public abstract class RevisionContract {

  protected static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);
  protected static final long START = 1_700_000_000;

  @TempDir protected Path index;

  /** By the clock of the last writing. */
  protected long now = START;

  /**
   * Opens the collection for writing.
   *
   * @param anew whether it is begun anew
   */
  protected abstract LibrarySink openSink(boolean anew, Clock clock);

  protected abstract SearchEngine openEngine();

  /** Looks through what was written, where an engine can. */
  protected void check() {}

  protected void write(boolean anew, Consumer<LibrarySink> work) {
    now += 100;
    Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
    try (LibrarySink sink = openSink(anew, clock)) {
      work.accept(sink);
      sink.commit();
    }
  }

  protected void put(Report... reports) {
    write(false, sink -> List.of(reports).forEach(sink::put));
  }

  protected <T> T read(Function<SearchEngine, T> work) {
    try (SearchEngine engine = openEngine()) {
      return work.apply(engine);
    }
  }

  protected Seen seen(Report report) {
    return read(engine -> engine.seen(report.id()).orElseThrow());
  }

  protected List<Revision> revisions(Report report) {
    return read(engine -> engine.revisions(report.id()));
  }

  protected static Report edited(Report report, String end) {
    List<Paragraph> paragraphs = new ArrayList<>(report.paragraphs());
    Paragraph last = paragraphs.removeLast();
    paragraphs.add(
        new Paragraph(
            last.id(),
            last.ordinal(),
            last.kind(),
            last.text() + end,
            last.heading(),
            last.headingPath(),
            last.section(),
            List.of()));
    ReportHead head = report.head();
    Source source = head.source();
    Source file = new Source(source.path(), source.url(), Ids.sha256(end.getBytes(UTF_8)), 9);
    return new Report(
        new ReportHead(head.id(), head.metadata(), head.paragraphCount(), file), paragraphs);
  }

  /** As a later program reads the same file. */
  protected static Report readOtherwise(Report report) {
    return new Report(report.head(), report.paragraphs().subList(1, report.paragraphs().size()));
  }

  protected static RunRecord run(boolean finished) {
    return new RunRecord("index", "2026-01-31T00:00:00Z", finished, 1, List.of(), 1, 0, 0, 0, 0);
  }

  protected long begun() {
    return read(SearchEngine::begun);
  }

  private static Report inOtherYear(Report report) {
    ReportHead head = report.head();
    Metadata old = head.metadata();
    Metadata with =
        new Metadata(
            old.title(),
            old.province(),
            old.city(),
            old.county(),
            old.town(),
            new Sourced<>(1999, Provenance.MANIFEST),
            old.published());
    return new Report(
        new ReportHead(head.id(), with, head.paragraphCount(), head.sources()),
        report.paragraphs());
  }

  @Test
  void anEarlierTextStaysThroughChangesAndRebuilds() {
    Report report = REPORTS.getFirst();
    put(report);
    assertThat(seen(report)).isEqualTo(new Seen(START + 100, START + 100));
    put(report);
    assertThat(seen(report)).as("the same again").isEqualTo(new Seen(START + 100, START + 100));
    put(inOtherYear(report));
    assertThat(seen(report)).as("the same text").isEqualTo(new Seen(START + 100, START + 100));
    assertThat(revisions(report)).isEmpty();
    Report second = edited(report, "改了一回。");
    put(second);
    assertThat(seen(report)).isEqualTo(new Seen(START + 100, START + 400));
    assertThat(seen(report).isRevised()).isTrue();
    Revision first = revisions(report).getFirst();
    assertThat(first.from()).isEqualTo(START + 100);
    assertThat(first.until()).isEqualTo(START + 400);
    assertThat(first.report().paragraphs()).isEqualTo(report.paragraphs());
    write(true, sink -> sink.put(edited(report, "改了两回。")));
    assertThat(revisions(report)).hasSize(2);
    assertThat(revisions(report).getFirst().report().paragraphs()).isEqualTo(second.paragraphs());
    write(true, sink -> sink.put(edited(report, "改了两回。")));
    assertThat(revisions(report)).as("taken over by a rebuild").hasSize(2);
    assertThat(seen(report)).isEqualTo(new Seen(START + 100, START + 500));
    long left = read(engine -> engine.size().reports());
    assertThat(left).isEqualTo(1);
    write(false, sink -> sink.remove(report.id()));
    assertThat(revisions(report)).isEmpty();
    boolean known = read(engine -> engine.seen(report.id()).isPresent());
    assertThat(known).isFalse();
    check();
  }

  @Test
  void aRebuildKeepsTheTimesThoughItReadsTheFilesOtherwise() {
    Report report = REPORTS.getFirst();
    Report other = REPORTS.get(1);
    put(report, other);
    put(edited(report, "改了一回。"));
    write(
        true,
        sink -> {
          sink.put(readOtherwise(edited(report, "改了一回。")));
          sink.put(readOtherwise(other));
          sink.put(REPORTS.get(2));
        });
    assertThat(seen(report)).isEqualTo(new Seen(START + 100, START + 200));
    assertThat(revisions(report)).hasSize(1);
    assertThat(seen(other)).isEqualTo(new Seen(START + 100, START + 100));
    assertThat(revisions(other)).isEmpty();
    assertThat(seen(REPORTS.get(2))).isEqualTo(new Seen(START + 300, START + 300));
  }

  @Test
  void aRebuildWithoutAReportShowsNothingOfItAnyMore() {
    Report report = REPORTS.getFirst();
    put(report, REPORTS.get(1));
    put(edited(report, "改了一回。"));
    assertThat(revisions(report)).hasSize(1);
    write(true, sink -> sink.put(REPORTS.get(1)));
    assertThat(revisions(report)).isEmpty();
    check();
  }

  @Test
  void theBeginningOfACollectionIsWhereItsFirstRunEnds() {
    write(true, sink -> sink.put(REPORTS.getFirst()));
    assertThat(begun()).as("cut short").isEqualTo(Long.MAX_VALUE);
    write(
        false,
        sink -> {
          sink.put(REPORTS.get(1));
          sink.record(run(true));
        });
    assertThat(begun()).isEqualTo(START + 200);
    write(
        true,
        sink -> {
          REPORTS.subList(0, 3).forEach(sink::put);
          sink.record(run(true));
        });
    assertThat(begun()).as("a rebuild").isEqualTo(START + 200);
  }

  @Test
  void noMoreTextsAreKeptThanThereIsRoomFor() {
    Report report = REPORTS.getFirst();
    put(report);
    for (int i = 0; i < RevisionReader.MOST + 3; i++) {
      put(edited(report, "第" + i + "回。"));
    }
    List<Revision> kept = revisions(report);
    assertThat(kept).hasSize(RevisionReader.MOST);
    assertThat(kept.getFirst().report().paragraphs().getLast().text())
        .endsWith("第" + (RevisionReader.MOST + 1) + "回。");
    assertThat(kept).isSortedAccordingTo((a, b) -> Long.compare(b.until(), a.until()));
  }

  @Test
  void reportsArePutByManyThreadsWhileOthersCommit() throws Exception {
    write(false, sink -> REPORTS.forEach(sink::put));
    try (LibrarySink sink = openSink(false, Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> all = new ArrayList<>();
      for (Report report : REPORTS) {
        all.add(threads.submit(() -> sink.put(edited(report, "又改。"))));
        all.add(threads.submit(sink::commit));
      }
      for (Future<?> one : all) {
        one.get();
      }
      sink.commit();
    }
    for (Report report : REPORTS) {
      assertThat(revisions(report)).hasSize(1);
    }
  }

  private SearchResult search(Filters filters, String cursor) {
    return read(
        engine ->
            engine.search(
                new SearchRequest(
                    new Query.Everything(), Mode.EXACT, filters, SortOrder.FIRST_SEEN, 7, cursor)));
  }

  private List<Hit> all(Filters filters) {
    List<Hit> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = search(filters, cursor);
      hits.addAll(page.hits());
      cursor = page.nextCursor();
      assertThat(page.total().value()).isGreaterThanOrEqualTo(hits.size());
      assertThat(cursor == null).isEqualTo(page.total().value() == hits.size());
    } while (cursor != null);
    return hits;
  }

  @Test
  void whatCameLastIsFirstAndWhatIsNewSinceATimeIsFoundAndCounted() {
    for (int i = 0; i < 6; i += 2) {
      put(REPORTS.get(i), REPORTS.get(i + 1));
    }
    put(edited(REPORTS.get(1), "又改。"));
    long paragraphs =
        REPORTS.subList(0, 6).stream().mapToLong(report -> report.paragraphs().size()).sum();
    List<Hit> hits = all(Filters.NONE);
    assertThat(hits).hasSize((int) paragraphs);
    List<String> order = hits.stream().map(hit -> hit.report().id()).distinct().toList();
    assertThat(order.getFirst()).isEqualTo(REPORTS.get(1).id());
    assertThat(order.subList(1, 3))
        .containsExactlyInAnyOrder(REPORTS.get(4).id(), REPORTS.get(5).id());
    assertThat(order.getLast()).isEqualTo(REPORTS.get(0).id());

    Filters late = Filters.NONE.since(START + 300);
    assertThat(all(late).stream().map(hit -> hit.report().id()).distinct())
        .containsExactlyElementsOf(order.subList(0, 3));
    SearchResult found = search(late, null);
    long years =
        found.facets().get(FacetField.YEAR).values().stream().mapToLong(v -> v.count()).sum();
    assertThat(years).isEqualTo(found.total().value());
    assertThat(
            found.facets().get(FacetField.SECTION).values().stream()
                .mapToLong(v -> v.count())
                .sum())
        .isEqualTo(found.total().value());
    long reports = read(engine -> engine.reports(late, 10, null).total());
    assertThat(reports).isEqualTo(3);
    assertThat(search(Filters.NONE.since(now + 1), null).total().value()).isZero();
    String town = REPORTS.get(1).head().town();
    Filters there = Filters.NONE.only(FacetField.TOWN, Set.of(town)).since(START + 300);
    assertThat(all(there)).isNotEmpty().allMatch(hit -> town.equals(hit.report().town()));
  }
}
