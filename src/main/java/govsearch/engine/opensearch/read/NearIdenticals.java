package govsearch.engine.opensearch.read;

import govsearch.engine.NearIdentical;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many paragraphs of a snapshot say the same as some, for all of a page at once. */
final class NearIdenticals {
  private record Key(String fold) {}

  /** What is known of all that say the same. */
  private record Same(long paragraphs, long towns, @Nullable Integer earliest) {}

  private static final String TOWNS = "towns";
  private static final String NUMBER = "number";
  private static final String EARLIEST = "earliest";

  private final Reader reader;
  private final Map<String, Same> known = new HashMap<>();

  /** Of the folds of some matches. */
  NearIdenticals(Reader reader, Collection<String> folds) {
    this.reader = reader;
    Set<String> asked = new HashSet<>();
    for (String fold : folds) {
      if (reader.snapshot().remembered().getIfPresent(new Key(fold)) instanceof Same same) {
        known.put(fold, same);
      } else {
        asked.add(fold);
      }
    }
    List<Callable<JsonNode>> works = new ArrayList<>();
    groups(asked).forEach(group -> works.add(() -> ask(group)));
    if (!works.isEmpty()) {
      Reader.together(works).forEach(this::read);
    }
  }

  /** As many at a time as have no more towns than one answer can have. */
  private List<List<String>> groups(Set<String> folds) {
    List<List<String>> groups = new ArrayList<>();
    Map<String, Long> counts = new Folds(reader).counts(folds);
    long room = 0;
    for (String fold : folds) {
      long count = counts.getOrDefault(fold, 0L);
      if (groups.isEmpty() || count > room) {
        groups.add(new ArrayList<>());
        room = Counts.MOST_VALUES;
      }
      groups.getLast().add(fold);
      room -= count + 1;
    }
    return groups;
  }

  private JsonNode ask(List<String> folds) {
    return reader.search(
        Indices.Kind.PARAGRAPHS,
        Json.of(
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
                        Clauses.values(Columns.TOWN_PLACE, Counts.MOST_VALUES),
                        NUMBER,
                        Json.of("stats_bucket", Json.of("buckets_path", TOWNS + ">_count")))))),
        "aggregations.*.buckets.key,aggregations.*.buckets.doc_count,"
            + "aggregations.*.buckets.number.count,aggregations.*.buckets.earliest.value");
  }

  private void read(JsonNode answer) {
    for (JsonNode bucket : answer.path("aggregations").path("folds").path("buckets")) {
      double earliest = bucket.path(EARLIEST).path("value").asDouble(Integer.MAX_VALUE);
      Same same =
          new Same(
              bucket.path("doc_count").asLong(),
              bucket.path(NUMBER).path("count").asLong(0),
              earliest >= Integer.MAX_VALUE ? null : (Integer) (int) earliest);
      String fold = bucket.path("key").asString();
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
