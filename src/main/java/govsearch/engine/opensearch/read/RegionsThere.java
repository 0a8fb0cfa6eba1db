package govsearch.engine.opensearch.read;

import govsearch.engine.RegionCount;
import govsearch.engine.lucene.count.RegionCounts;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which regions there are: the heads of reports are counted by their places, no paragraph is. */
final class RegionsThere {
  private static final int AT_ONCE = 10_000;
  private static final String PLACES = "places";

  private RegionsThere() {}

  static List<RegionCount> of(Reader reader, @Nullable String parent) {
    FacetValues places = new FacetValues(FacetField.REGION);
    long[] reports = new long[AT_ONCE];
    Object after = null;
    do {
      JsonNode answer =
          reader.search(Indices.Kind.REPORTS, page(after)).path("aggregations").path(PLACES);
      reader.requireComplete();
      for (JsonNode bucket : answer.path("buckets")) {
        int place = places.place(bucket.path("key").path(Columns.PLACE).asString());
        if (place >= reports.length) {
          reports = Arrays.copyOf(reports, 2 * place);
        }
        reports[place] += bucket.path("doc_count").asLong();
      }
      after = answer.path("buckets").size() < AT_ONCE ? null : answer.path("after_key");
    } while (after != null);
    places.publish();
    return RegionCounts.of(places, Arrays.copyOf(reports, places.size()), parent);
  }

  private static Map<String, Object> page(@Nullable Object after) {
    Map<String, Object> composite =
        Json.of(
            "size",
            AT_ONCE,
            "sources",
            List.of(Json.of(Columns.PLACE, Json.of("terms", Json.of("field", Columns.PLACE)))));
    if (after != null) {
      composite.put("after", after);
    }
    return Json.of(
        "size",
        0,
        "query",
        Clauses.filter(Clauses.exists(Columns.SECTION)), // those without any have no paragraph
        "aggs",
        Json.of(PLACES, Json.of("composite", composite)));
  }
}
