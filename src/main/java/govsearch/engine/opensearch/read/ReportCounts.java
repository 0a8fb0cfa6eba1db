package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.report.Newness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The reports in which a query matches, each with how many of its paragraphs do. */
final class ReportCounts {
  private static final int AT_ONCE = 10_000;

  /**
   * A report.
   *
   * @param place the label of its place
   * @param year {@link Newness#NONE} for none
   * @param town as for the order by town
   */
  record Counted(String report, String place, int year, String town, long paragraphs) {}

  private ReportCounts() {}

  /** All of them, by their ids. */
  static List<Counted> of(Reader reader, Map<String, Object> query) {
    List<Counted> all = new ArrayList<>();
    Object after = null;
    while (true) {
      Map<String, Object> composite =
          Json.of(
              "size",
              AT_ONCE,
              "sources",
              List.of(
                  source(Columns.REPORT),
                  source(Columns.PLACE),
                  source(Columns.NEWEST),
                  source(Columns.TOWN_ORDER)));
      if (after != null) {
        composite.put("after", after);
      }
      JsonNode answer =
          reader.search(
              Indices.Kind.PARAGRAPHS,
              Json.of(
                  "size",
                  0,
                  "query",
                  query,
                  "aggs",
                  Json.of("reports", Json.of("composite", composite))));
      reader.requireComplete();
      JsonNode reports = answer.path("aggregations").path("reports");
      for (JsonNode bucket : reports.path("buckets")) {
        JsonNode key = bucket.path("key");
        all.add(
            new Counted(
                key.path(Columns.REPORT).asString(),
                key.path(Columns.PLACE).asString(),
                Newness.year(key.path(Columns.NEWEST).asInt()),
                key.path(Columns.TOWN_ORDER).asString(),
                bucket.path("doc_count").asLong()));
      }
      if (reports.path("buckets").size() < AT_ONCE) {
        return all;
      }
      after = reports.path("after_key");
    }
  }

  private static Object source(String column) {
    return Json.of(column, Json.of("terms", Json.of("field", column)));
  }
}
