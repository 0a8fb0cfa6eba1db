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

  /**
   * A page.
   *
   * @param cursor where the page before ended; null for the first
   */
  Page page(@Nullable String cursor, int size);

  /**
   * Pages in an order; where nothing can be scored, that of relevance is the order of reports.
   *
   * @param counts what is counted with the first search of a ranking; null for nothing
   * @param request that cursors are bound to
   */
  static Pager of(
      Reader reader,
      Matching matching,
      Scoring scoring,
      Query query,
      Mode mode,
      SortOrder order,
      @Nullable Counts counts,
      Presentation presentation,
      String request) {
    if (order == SortOrder.RELEVANCE) {
      Scoring.Scored scored = scoring.of(query, mode);
      if (!scored.clauses().isEmpty()) {
        Ranking ranking =
            counts == null
                ? new Ranking(matching.shown(mode), null, matching.stricter(mode), scored)
                : new Ranking(counts.query(), counts.filter(), matching.stricter(mode), scored);
        return new RelevancePager(reader, ranking, counts, presentation, request);
      }
    }
    return new OrderPager(reader, matching.shown(mode), order, presentation, request);
  }
}
