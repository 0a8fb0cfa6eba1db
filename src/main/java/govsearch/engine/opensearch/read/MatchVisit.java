package govsearch.engine.opensearch.read;

import govsearch.engine.Match;
import govsearch.engine.MatchSummary;
import govsearch.engine.MatchVisitor;
import govsearch.engine.MatchingReport;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a query matches on one snapshot, whole or not at all. */
final class MatchVisit {
  private static final int BATCH = 1_000;
  private static final String VISIT = "visit";

  /** Of so many reports the texts are fetched in one call. */
  private static final int AT_ONCE = 100;

  private final Asked asked;
  private final Reader reader;
  private final MatchRequest request;
  private final Matching matching;

  MatchVisit(Asked asked, MatchRequest request) {
    this.asked = asked;
    this.reader = asked.reader();
    this.request = request;
    this.matching = asked.matching(request.query(), request.filters(), request.presentation());
  }

  /** Shows all to a visitor; gives how many there were. */
  long show(MatchVisitor visitor) {
    Map<String, Object> shown = matching.shown(request.mode());
    boolean fold = request.presentation().fold();
    long count =
        fold
            ? new Distinct(reader).of(Indices.Kind.PARAGRAPHS, shown, Columns.FOLD)
            : reader.count(shown);
    reader.requireComplete();
    visitor.begin(count);
    SortOrder order = request.sort();
    if (fold || order == SortOrder.RELEVANCE) {
      showPages(pager(shown), visitor);
    } else {
      SortOrder byReport = SortOrder.RELEVANCE; // as if nothing could be scored
      show(shown, Orders.of(order == null ? byReport : order), count, visitor);
    }
    return count;
  }

  private Pager pager(Map<String, Object> shown) {
    Presentation presentation = new Presentation(request.presentation().fold(), false);
    SortOrder order = request.sort();
    return order == null
        ? new OrderPager(reader, shown, SortOrder.OLDEST, presentation, VISIT)
        : Pager.of(
            reader,
            matching,
            asked.scoring(),
            request.query(),
            request.mode(),
            order,
            presentation,
            VISIT);
  }

  /** Each is read once, with its text. */
  private void show(
      Map<String, Object> shown, List<Object> order, long count, MatchVisitor visitor) {
    Stream all =
        new Stream(reader, Indices.Kind.PARAGRAPHS, shown, order)
            .withSource()
            .withColumns(Pager.COLUMNS);
    if (count > Slices.AT_ONCE) {
      new Slices(all, order, reader.snapshot().shards(Indices.Kind.PARAGRAPHS))
          .forEach(rows -> show(rows, visitor));
    } else {
      show(all.atOnce(Slices.AT_ONCE).page(null), visitor);
    }
  }

  private void show(List<Row> rows, MatchVisitor visitor) {
    for (Match match : asked.hits().matches(rows, request.query(), request.mode())) {
      reader.check();
      visitor.visit(match);
    }
  }

  private void showPages(Pager pager, MatchVisitor visitor) {
    String cursor = null;
    do {
      Page page = pager.page(cursor, BATCH);
      reader.requireComplete();
      show(page.matches().stream().map(Page.Scored::row).toList(), visitor);
      cursor = page.next();
    } while (cursor != null);
  }

  /** Shows the texts of matches, report by report; of more than {@code most} of some reports. */
  PassageCount passages(long most, PassageVisitor visitor) {
    return new Passages(asked, request, matching.shown(request.mode())).show(most, visitor);
  }

  /** A page of the reports that they are in. */
  MatchingReportPage reports(MatchingReportOrder order, int size, @Nullable String cursor) {
    Map<String, Object> counted = matching.counted(request.mode());
    ReportsPage page = page(order, size, cursor, counted);
    return new MatchingReportPage(
        page.total, page.paragraphs, read(page.reports, counted), page.next);
  }

  /** Shows the passages of such a page, until enough was seen; gives where the next one begins. */
  @Nullable String passages(
      MatchingReportOrder order, int size, @Nullable String cursor, Predicate<Passage> visitor) {
    Map<String, Object> counted = matching.counted(request.mode());
    ReportsPage page = page(order, size, cursor, counted);
    PassageReader passages = new PassageReader(asked, request);
    boolean more = true;
    for (int i = 0; i < page.reports.size() && more; i += AT_ONCE) {
      List<String> ids = page.reports.subList(i, Math.min(i + AT_ONCE, page.reports.size()));
      Map<String, List<Row>> rows =
          rows(ids, counted, PassageReader.COLUMNS).stream()
              .collect(Collectors.groupingBy(row -> row.text(Columns.REPORT)));
      for (String id : ids) {
        for (Row row : rows.getOrDefault(id, List.of())) {
          reader.check();
          more = more && visitor.test(passages.of(row));
        }
      }
    }
    return page.next;
  }

  private record ReportsPage(
      long total, long paragraphs, List<String> reports, @Nullable String next) {}

  private ReportsPage page(
      MatchingReportOrder order, int size, @Nullable String cursor, Map<String, Object> counted) {
    String bound = "matching-reports|" + request + "|" + order;
    List<Object> after = Cursor.read(cursor, bound);
    List<ReportCounts.Counted> all = ReportCounts.of(reader, counted);
    CountedOrder by = new CountedOrder(order);
    List<ReportCounts.Counted> behind =
        all.stream()
            .filter(one -> after == null || by.isBehind(one, after))
            .sorted(by)
            .limit(size + 1L)
            .toList();
    List<ReportCounts.Counted> page = behind.subList(0, Math.min(size, behind.size()));
    String next =
        behind.size() > size
            ? Cursor.of(CountedOrder.values(page.getLast()), bound, reader.snapshot().key())
            : null;
    long paragraphs = all.stream().mapToLong(ReportCounts.Counted::paragraphs).sum();
    List<String> ids = page.stream().map(ReportCounts.Counted::report).toList();
    return new ReportsPage(all.size(), paragraphs, ids, next);
  }

  private List<MatchingReport> read(List<String> ids, Map<String, Object> counted) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Match>> byReport = new HashMap<>();
    List<Row> rows = rows(ids, counted, Pager.COLUMNS);
    for (Match match : asked.hits().matches(rows, request.query(), request.mode())) {
      byReport.computeIfAbsent(match.report().id(), id -> new ArrayList<>()).add(match);
    }
    List<MatchingReport> reports = new ArrayList<>();
    for (String id : ids) {
      List<Match> matches = byReport.getOrDefault(id, List.of());
      reports.add(new MatchingReport(matches.getFirst().report(), matches));
    }
    return reports;
  }

  /** Of some reports, those of one side by side. */
  private List<Row> rows(List<String> ids, Map<String, Object> counted, List<String> columns) {
    return new Stream(
            reader,
            Indices.Kind.PARAGRAPHS,
            Clauses.filter(counted, Clauses.terms(Columns.REPORT, ids)),
            Stream.BY_REPORT)
        .withSource()
        .withColumns(columns)
        .toList();
  }

  /** How far all is spread. */
  MatchSummary summary() {
    Map<String, Object> counted = matching.counted(request.mode());
    MatchSummary summary =
        new Counts(reader, counted, counted, Filters.NONE, null, false).ask().summary();
    reader.requireComplete();
    return summary;
  }

  /** What is counted, as a clause. */
  Map<String, Object> counted() {
    return matching.counted(request.mode());
  }
}
