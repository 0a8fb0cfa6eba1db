package govsearch.engine.opensearch.read;

import govsearch.engine.NearIdentical;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.report.ReportHead;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many paragraphs of a snapshot say the same as some, for all of a page at once. */
final class NearIdenticals {
  private record Key(String fold) {}

  /** What is known of all that say the same. */
  private record Same(long paragraphs, long towns, @Nullable Integer earliest) {}

  private static final String TOWNS = "towns";
  private static final String EARLIEST = "earliest";
  private static final String PARTS =
      "aggregations.folds.buckets.key,aggregations.folds.buckets.doc_count,"
          + "aggregations.folds.buckets.towns.value,aggregations.folds.buckets.earliest.value";

  private final Reader reader;
  private final Map<String, Same> known = new HashMap<>();

  /**
   * Of the folds of some matches.
   *
   * @param batch with which it is asked for
   */
  NearIdenticals(Reader reader, Collection<String> folds, Batch batch) {
    this.reader = reader;
    Set<String> asked = new HashSet<>();
    for (String fold : folds) {
      if (reader.snapshot().remembered().getIfPresent(new Key(fold)) instanceof Same same) {
        known.put(fold, same);
      } else {
        asked.add(fold);
      }
    }
    if (!asked.isEmpty()) {
      batch.add(Indices.Kind.PARAGRAPHS, body(asked), PARTS, this::read);
    }
  }

  private static Map<String, Object> body(Set<String> folds) {
    return Json.of(
        "size",
        0,
        "query",
        Clauses.terms(Columns.FOLD, folds),
        "aggs",
        Json.of(
            "folds",
            Json.of(
                "terms",
                Json.of("field", Columns.FOLD, "size", folds.size()),
                "aggs",
                Json.of(
                    EARLIEST,
                    Json.of("min", Json.of("field", Columns.OLDEST)),
                    TOWNS,
                    Distinct.values(Columns.TOWN_PLACE)))));
  }

  private void read(JsonNode answer) {
    for (JsonNode bucket : answer.path("aggregations").path("folds").path("buckets")) {
      String fold = bucket.path("key").asString();
      double earliest = bucket.path(EARLIEST).path("value").asDouble(Integer.MAX_VALUE);
      Same same =
          new Same(
              bucket.path("doc_count").asLong(),
              Distinct.count(bucket.path(TOWNS)),
              earliest >= Integer.MAX_VALUE ? null : (Integer) (int) earliest);
      known.put(fold, same);
      if (reader.isComplete()) {
        reader.snapshot().remembered().put(new Key(fold), same);
      }
    }
  }

  /** Those of a paragraph, itself and its own town left out. */
  NearIdentical of(String fold, ReportHead head) {
    Same same = known.getOrDefault(fold, new Same(1, head.town() == null ? 0 : 1, head.year()));
    int own = head.town() == null ? 0 : 1;
    return new NearIdentical(
        Math.max(0, same.paragraphs - 1), Math.max(0, same.towns - own), same.earliest);
  }
}
