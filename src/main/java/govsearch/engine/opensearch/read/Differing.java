package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.util.HashMap;
import java.util.Map;

/**
 * How many different values some columns have in a query's matches, counted in parts side by side
 * where there are many; what fits into none of these after all, apart by {@link Distinct}.
 */
final class Differing {
  private static final String NAME = "differing";
  private static final String PARTS = "aggregations." + NAME + "." + Distinct.VALUE;

  private static final int MOST_PARTS = 64;

  private final Reader reader;
  private final Map<String, Object> query;
  private final Map<String, Long> known = new HashMap<>();

  Differing(Reader reader, Map<String, Object> query) {
    this.reader = reader;
    this.query = query;
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
    int parts = Math.clamp(1 + (most - 1) / Distinct.MOST, 1, MOST_PARTS);
    Sum sum = new Sum(column, parts);
    for (int part = 0; part < parts; part++) {
      batch.add(
          Indices.Kind.PARAGRAPHS,
          Json.of(
              "size",
              0,
              "query",
              query,
              "aggs",
              Json.of(NAME, Distinct.values(column, part, parts))),
          PARTS,
          answer -> sum.add(Distinct.count(answer.path("aggregations").path(NAME))));
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
