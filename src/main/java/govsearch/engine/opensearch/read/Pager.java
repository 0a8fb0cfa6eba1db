package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.layout.Columns;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of matches in one order. */
sealed interface Pager permits RelevancePager, OrderPager {
  /** What is read of each match on the way. */
  List<String> COLUMNS =
      List.of(
          Columns.REPORT,
          Columns.VERSION,
          Columns.ORDINAL,
          Columns.FOLD,
          Columns.WEIGHT,
          Columns.SENTENCE,
          Columns.TOWN_PLACE);

  /**
   * A page.
   *
   * @param cursor where the page before ended; null for the first
   */
  Page page(@Nullable String cursor, int size);

  /**
   * Pages in an order; where nothing can be scored, that of relevance is the order of reports.
   *
   * @param request that cursors are bound to
   */
  static Pager of(
      Reader reader,
      Matching matching,
      Scoring scoring,
      Query query,
      Mode mode,
      SortOrder order,
      Presentation presentation,
      String request) {
    if (order == SortOrder.RELEVANCE) {
      List<Object> scored = scoring.of(query, mode);
      if (!scored.isEmpty()) {
        return new RelevancePager(reader, matching.tiers(mode), scored, presentation, request);
      }
    }
    return new OrderPager(reader, matching.shown(mode), order, presentation, request);
  }
}
