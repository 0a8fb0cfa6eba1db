package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How many different values a column of numbers has, exactly: the shards put each into a table by a
 * script, and only the number is sent. {@code terms} would make, sort and merge a bucket of each
 * value for that, and the cluster's own {@code cardinality} estimates.
 */
final class Distinct {
  /** So many at the most are counted by one search; of more, parts are. */
  static final int MOST = 200_000;

  /** What a counted column says. */
  static final String VALUE = "value";

  private static final int MOST_PARTS = 1 << 10;
  private static final String COUNTED = "counted";

  private static final String BEGIN = "state.table = new long[64]; state.count = new long[1];";

  private static final String OF_PART =
      "long parts = params.parts; long part = params.part;"
          + " if ((v & 0x7FFFFFFFFFFFFFFFL) % parts != part) { return; }";

  /** An open table of hashes; where there is no room for more it says so by a negative count. */
  private static final String EACH =
      """
      if (doc['COLUMN'].size() == 0) { return; }
      long v = doc['COLUMN'].value;
      PART
      if (v == 0L) { v = 1L; }
      long[] table = state.table;
      long[] count = state.count;
      if (count[0] < 0L) { return; }
      int mask = table.length - 1;
      int at = ((int) ((v * -7046029254386353131L) >>> 40)) & mask;
      while (table[at] != 0L) {
        if (table[at] == v) { return; }
        at = (at + 1) & mask;
      }
      table[at] = v;
      count[0] += 1L;
      if (count[0] * 2L <= table.length) { return; }
      if (table.length >= 524288) { count[0] = -1L; return; }
      long[] larger = new long[table.length * 2];
      mask = larger.length - 1;
      for (int i = 0; i < table.length; ++i) {
        long one = table[i];
        if (one != 0L) {
          at = ((int) ((one * -7046029254386353131L) >>> 40)) & mask;
          while (larger[at] != 0L) { at = (at + 1) & mask; }
          larger[at] = one;
        }
      }
      state.table = larger;
      """;

  private static final String OF_SHARD =
      """
      long[] table = state.table;
      long[] count = state.count;
      if (count[0] < 0L) { return new long[] {-1L}; }
      long[] all = new long[(int) count[0] + 1];
      all[0] = count[0];
      int next = 1;
      for (int i = 0; i < table.length; ++i) {
        if (table[i] != 0L) { all[next] = table[i]; next += 1; }
      }
      return all;
      """;

  private static final String OF_ALL =
      """
      long sum = 0L;
      int many = 0;
      for (def one : states) {
        if (one != null) {
          long[] values = one;
          if (values[0] < 0L) { return -1L; }
          sum += values[0];
          many += 1;
        }
      }
      if (many <= 1) { return sum; }
      if (sum > 500000L) { return -1L; }
      Set all = new HashSet();
      for (def one : states) {
        if (one != null) {
          long[] values = one;
          for (int i = 1; i < values.length; ++i) { all.add(values[i]); }
        }
      }
      return (long) all.size();
      """;

  private final Reader reader;

  Distinct(Reader reader) {
    this.reader = reader;
  }

  /** Counts a column's values, as an aggregation whose {@link #VALUE} {@link #count} reads. */
  static Map<String, Object> values(String column) {
    return values(column, 0, 1);
  }

  /** The values of a part of all. */
  static Map<String, Object> values(String column, int part, int parts) {
    String each = EACH.replace("COLUMN", column).replace("PART\n", parts > 1 ? OF_PART : "");
    Map<String, Object> script =
        Json.of(
            "init_script", BEGIN,
            "map_script", each,
            "combine_script", OF_SHARD,
            "reduce_script", OF_ALL);
    if (parts > 1) {
      script.put("params", Json.of("part", part, "parts", parts));
    }
    return Json.of("scripted_metric", script);
  }

  /** What was counted; negative where there are more values than one search can count. */
  static long count(JsonNode counted) {
    return counted.path(VALUE).asLong(0);
  }

  /** Of what a query matches, asked for by itself. */
  long of(Indices.Kind kind, Map<String, Object> query, String column) {
    for (int parts = 1; parts <= MOST_PARTS; parts *= 4) {
      long sum = 0;
      for (int part = 0; part < parts && sum >= 0; part++) {
        long count = count(kind, query, values(column, part, parts));
        sum = count < 0 ? -1 : sum + count;
      }
      if (sum >= 0) {
        return sum;
      }
    }
    throw new IllegalStateException("more values than " + MOST_PARTS + " answers have");
  }

  private long count(Indices.Kind kind, Map<String, Object> query, Map<String, Object> values) {
    JsonNode answer =
        reader.search(
            kind,
            Json.of("size", 0, "query", query, "aggs", Json.of(COUNTED, values)),
            "aggregations." + COUNTED + "." + VALUE);
    return count(answer.path("aggregations").path(COUNTED));
  }
}
