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
  List<String> COLUMNS = List.of(Columns.VERSION, Columns.FOLD, Columns.WEIGHT, Columns.SENTENCE);

  /** Has a batch ask for what the page will need in any case. */
  void askWith(@Nullable String cursor, int size, Batch batch);

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
      Scoring.Scored scored = scoring.of(query, mode);
      if (!scored.clauses().isEmpty()) {
        Ranking ranking = new Ranking(matching.shown(mode), matching.stricter(mode), scored);
        return new RelevancePager(reader, ranking, presentation, request);
      }
    }
    return new OrderPager(reader, matching.shown(mode), order, presentation, request);
  }
}
