package govsearch.insight.extent;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.SearchEngine;
import govsearch.insight.First;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.query.MatchRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The reports in which a query matches, each with its counts and one paragraph. A page takes one
 * look at all matches, report by report, and holds no more reports than it has.
 */
public final class MatchingReports {

  private final SearchEngine engine;
  private final Duration timeLimit;

  /**
   * Matching reports of a collection.
   *
   * @param timeLimit of one page
   */
  public MatchingReports(SearchEngine engine, Duration timeLimit) {
    this.engine = engine;
    this.timeLimit = timeLimit;
  }

  /**
   * A page of reports.
   *
   * @param request its order does not matter
   * @param size how many reports at the most, 1 or more
   * @param cursor where the page before ended, or null
   * @throws govsearch.engine.SearchTimedOutException if there is more than can be looked at in the
   *     time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public MatchingReportPage page(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor) {
    String fingerprint = "matching-reports|" + request + "|" + order;
    Run run = new Run(order, LineCursor.read(cursor, fingerprint), size);
    Deadline deadline = Deadline.current().within(timeLimit);
    MatchRequest together =
        new MatchRequest(
            request.query(),
            request.mode(),
            request.filters(),
            MatchingReportOrder.TOGETHER,
            request.presentation());
    long paragraphs =
        engine.visit(
            together,
            match -> {
              deadline.check();
              run.add(match);
            });
    run.endReport();
    return run.page(paragraphs, fingerprint);
  }

  /** One look. */
  private static final class Run {
    private final MatchingReportOrder order;
    private final @Nullable LineKey after;
    private final First<MatchingReport> first;
    private @Nullable MatchingReport current;
    private long total;

    Run(MatchingReportOrder order, @Nullable LineKey after, int size) {
      this.order = order;
      this.after = after;
      this.first = new First<>(size);
    }

    void add(Match match) {
      MatchingReport report = current;
      if (report != null && report.report().id().equals(match.report().id())) {
        current = report.and(match);
      } else {
        endReport();
        current = MatchingReport.of(match);
      }
    }

    void endReport() {
      MatchingReport report = current;
      if (report == null) {
        return;
      }
      total++;
      LineKey key = order.key(report);
      if (after == null || key.compareTo(after) > 0) {
        first.add(key, report);
      }
      current = null;
    }

    MatchingReportPage page(long paragraphs, String fingerprint) {
      var page = first.sorted();
      String next =
          first.hasMore() ? LineCursor.after(order.key(page.getLast()), fingerprint) : null;
      return new MatchingReportPage(total, paragraphs, page, next);
    }
  }
}
