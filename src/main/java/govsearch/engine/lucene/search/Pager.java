package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Pages of matches in one order. */
sealed interface Pager permits RelevancePager, ReportPager {

  /**
   * A page.
   *
   * @param cursor where the page before ended; null for the first
   */
  Page page(@Nullable String cursor, int size) throws IOException;

  /**
   * Pages in an order; where nothing can be scored, that of relevance is the order of reports.
   *
   * @param matches all that is shown
   * @param request that cursors are bound to
   */
  static Pager of(
      Snapshot snapshot,
      Matching matching,
      Mode mode,
      SortOrder order,
      MatchSet matches,
      Presentation presentation,
      String request)
      throws IOException {
    if (order == SortOrder.RELEVANCE) {
      Query scoring = matching.scoring(mode);
      if (!(scoring instanceof BooleanQuery any && any.clauses().isEmpty())) {
        Tiers tiers =
            new Tiers(
                snapshot,
                matching.tiers(mode),
                matching.literalScore().orElse(matching.words()),
                matching.words(),
                matching.scores(scoring),
                matching.substance());
        return new RelevancePager(
            tiers, RelevancePager.WINDOW, presentation, request, matching.searcher()::isOver);
      }
    }
    return new ReportPager(snapshot, matches, order, presentation, request);
  }
}
