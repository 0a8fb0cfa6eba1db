package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.query.RankingWeights;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What matches in the order of relevance, as one search: the tiers are worth more than any score,
 * so that whatever is of a stricter one comes first.
 */
final class Ranking {
  private static final double HALF = 10;
  private static final double LEAST_STEP = 64;

  private final Map<String, Object> query;
  private final List<Object> scoring;
  private final double step;
  private final int tiers;

  /**
   * A ranking.
   *
   * @param query what matches
   * @param stricter what is of a better tier, the best first
   * @param scored how well a match fits
   */
  Ranking(Map<String, Object> query, List<Map<String, Object>> stricter, Scoring.Scored scored) {
    this.query = query;
    this.tiers = stricter.size();
    this.step = Math.max(LEAST_STEP, 2.0 * Long.highestOneBit((long) scored.most() + 1));
    this.scoring = new ArrayList<>(scored.clauses());
    if (!stricter.isEmpty()) {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < stricter.size(); i++) {
        all.add(Clauses.worth(stricter.get(i), step * (stricter.size() - i)));
      }
      scoring.add(Clauses.best(all));
    }
  }

  /** What is shown, in no order. */
  Map<String, Object> shown() {
    return query;
  }

  /**
   * The search for the first ones. Nothing is counted with it, so that the cluster may pass over
   * what cannot be among them.
   */
  Map<String, Object> body(
      int count, boolean collapse, @Nullable List<Object> after, List<String> columns) {
    Map<String, Object> body =
        Json.of(
            "size",
            count,
            "query",
            Json.of("bool", Json.of("filter", List.of(query), "should", scoring)),
            "sort",
            Orders.SCORE,
            "stored_fields",
            "_none_",
            "docvalue_fields",
            columns);
    if (collapse) {
      body.put("collapse", Json.of("field", Columns.FOLD));
    }
    if (after != null) {
      body.put("search_after", after);
    }
    return body;
  }

  /** Whether a row is of the best tier there is, which is that of literal matches. */
  boolean isOfBestTier(Row row) {
    return level(row) >= tiers;
  }

  private double level(Row row) {
    return Math.floor(row.score() / step);
  }

  /**
   * Rows with their scores weighed by substance; what comes out lies between a tier's number and
   * the next.
   */
  List<Page.Scored> weighed(List<Row> rows, LongPredicate formula) {
    List<Page.Scored> weighed = new ArrayList<>(rows.size());
    for (Row row : rows) {
      double share = Formula.share(List.of(row.numbers(Columns.SENTENCE)), formula);
      double ofFormula = 1 - (1 - RankingWeights.CHOSEN.ofFormula()) * share;
      double level = level(row);
      double score = (row.score() - level * step) * ofFormula * row.number(Columns.WEIGHT) / 100;
      weighed.add(new Page.Scored(row, (float) (level + score / (score + HALF))));
    }
    return weighed;
  }
}
