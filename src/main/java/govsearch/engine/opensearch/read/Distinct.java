package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How many different values a field has, exactly: all are counted on the shards, and only their
 * number is sent. What is more than one answer can have is asked for in parts. The cluster's own
 * {@code cardinality} is nearly exact for a few and estimates many.
 */
final class Distinct {
  private static final int MOST_PARTS = 1 << 10;
  private static final String PARTS = "aggregations.*.sum_other_doc_count,aggregations.*.count";

  private final Reader reader;

  Distinct(Reader reader) {
    this.reader = reader;
  }

  long of(Indices.Kind kind, Map<String, Object> query, String field) {
    for (int parts = 1; parts <= MOST_PARTS; parts *= 4) {
      long sum = 0;
      for (int part = 0; part < parts && sum >= 0; part++) {
        long count = count(kind, query, values(field, part, parts));
        sum = count < 0 ? -1 : sum + count;
      }
      if (sum >= 0) {
        return sum;
      }
    }
    throw new IllegalStateException("more values than " + MOST_PARTS + " answers have");
  }

  /** The values of a part of all. */
  static Map<String, Object> values(String field, int part, int parts) {
    Map<String, Object> terms = Json.of("field", field, "size", Counts.MOST_VALUES);
    if (parts > 1) {
      terms.put("include", Json.of("partition", part, "num_partitions", parts));
    }
    return Json.of("terms", terms);
  }

  /** Negative where there are more than one answer can have. */
  private long count(Indices.Kind kind, Map<String, Object> query, Map<String, Object> values) {
    JsonNode answer =
        reader.search(
            kind,
            Json.of(
                "size",
                0,
                "query",
                query,
                "aggs",
                Json.of(
                    "values",
                    values,
                    "number",
                    Json.of("stats_bucket", Json.of("buckets_path", "values>_count")))),
            PARTS);
    JsonNode aggregations = answer.path("aggregations");
    boolean isWhole = aggregations.path("values").path("sum_other_doc_count").asLong(0) == 0;
    return isWhole ? aggregations.path("number").path("count").asLong(0) : -1;
  }
}
