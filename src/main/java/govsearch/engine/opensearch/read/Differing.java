package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How many different values of some columns a query's matches have: the shards count every value,
 * and only their number is sent. What does not fit into an answer is counted in parts, side by
 * side; what fits into none of these after all, apart by {@link Distinct}.
 */
final class Differing {
  /** What it is called among what is counted. */
  static final String NAME = "differing";

  private static final String NUMBER = "_number";
  private static final String PARTS =
      "aggregations." + NAME + ".*.sum_other_doc_count,aggregations." + NAME + ".*.count";

  /** Parts are not all as large as each other. */
  private static final int OF_PART = Counts.MOST_VALUES / 5 * 4;

  private static final int MOST_PARTS = 64;

  private final Reader reader;
  private final Map<String, Object> query;
  private final Map<String, Long> known = new HashMap<>();

  Differing(Reader reader, Map<String, Object> query) {
    this.reader = reader;
    this.query = query;
  }

  /** What a search has to count for it. */
  static Map<String, Object> counted(String column, int most) {
    return counted(column, Clauses.values(column, most));
  }

  private static Map<String, Object> counted(String column, Map<String, Object> values) {
    return Json.of(
        column,
        values,
        column + NUMBER,
        Json.of("stats_bucket", Json.of("buckets_path", column + ">_count")));
  }

  /** Reads what such a search has counted. */
  void read(JsonNode aggregations, String column) {
    long count = count(aggregations, column);
    if (count >= 0) {
      known.put(column, count);
    }
  }

  /** Negative where there are more than fit. */
  private static long count(JsonNode aggregations, String column) {
    JsonNode counted = aggregations.path(NAME);
    boolean isWhole = counted.path(column).path("sum_other_doc_count").asLong(-1) == 0;
    return isWhole ? counted.path(column + NUMBER).path("count").asLong(0) : -1;
  }

  void know(String column, long count) {
    known.put(column, count);
  }

  /**
   * Has a batch count, unless it is known.
   *
   * @param most there cannot be more of them
   */
  void askWith(Batch batch, String column, long most) {
    if (known.containsKey(column)) {
      return;
    }
    int parts = Math.clamp(1 + (most - 1) / OF_PART, 1, MOST_PARTS);
    Sum sum = new Sum(column, parts);
    for (int part = 0; part < parts; part++) {
      Map<String, Object> values = Distinct.values(column, part, parts);
      Map<String, Object> all =
          Json.of(NAME, Clauses.filtered(Clauses.all(), counted(column, values)));
      batch.add(
          Indices.Kind.PARAGRAPHS,
          Json.of("size", 0, "query", query, "aggs", all),
          PARTS,
          answer -> sum.add(count(answer.path("aggregations"), column)));
    }
  }

  /** Sums parts up; it is known when all of them are. */
  private final class Sum {
    private final String column;
    private int missing;
    private long sum;

    Sum(String column, int parts) {
      this.column = column;
      this.missing = parts;
    }

    void add(long count) {
      if (count >= 0) {
        sum += count;
        missing--;
      }
      if (missing == 0) {
        known.put(column, sum);
      }
    }
  }

  long count(String column) {
    return known.computeIfAbsent(
        column, key -> new Distinct(reader).of(Indices.Kind.PARAGRAPHS, query, key));
  }
}
