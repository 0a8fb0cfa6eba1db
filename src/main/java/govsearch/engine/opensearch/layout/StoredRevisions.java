package govsearch.engine.opensearch.layout;

import govsearch.engine.Revision;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Earlier texts of reports, in an index of their own, which no search looks at. Each has the id of
 * the version that it was, so that it is written once however often that is tried, and the
 * generation of the commit that replaced it.
 */
public final class StoredRevisions {
  private StoredRevisions() {}

  /** What is written of an earlier text. */
  public static Map<String, Object> document(Revision revision, long generation) {
    return Json.of(
        Columns.REPORT, revision.report().id(),
        Columns.GENERATION, generation,
        Columns.FROM, revision.from(),
        Columns.UNTIL, revision.until(),
        Columns.STORED, revision);
  }

  /**
   * The earlier texts of a report, latest first.
   *
   * @param generation later ones are left out
   * @param most how many at the most
   */
  public static List<Revision> read(
      Cluster cluster,
      Indices indices,
      long generation,
      String reportId,
      int most,
      Duration patience) {
    List<Revision> all = new ArrayList<>();
    for (JsonNode hit : hits(cluster, indices, body(generation, reportId, most), patience)) {
      all.add(StoredReports.stored(hit, Revision.class));
    }
    return all;
  }

  /** The ids of their documents. */
  public static List<String> ids(
      Cluster cluster,
      Indices indices,
      long generation,
      String reportId,
      int most,
      Duration patience) {
    Map<String, Object> body = body(generation, reportId, most);
    body.put("_source", false);
    List<String> all = new ArrayList<>();
    for (JsonNode hit : hits(cluster, indices, body, patience)) {
      all.add(hit.path("_id").asString());
    }
    return all;
  }

  private static JsonNode hits(
      Cluster cluster, Indices indices, Map<String, Object> body, Duration patience) {
    String path = "/_search?allow_partial_search_results=false&filter_path=hits.hits";
    return cluster
        .call("POST", "/" + indices.revisions() + path, body, patience)
        .path("hits")
        .path("hits");
  }

  private static Map<String, Object> body(long generation, String reportId, int most) {
    return Json.of(
        "size",
        most,
        "query",
        Json.of(
            "bool",
            Json.of(
                "filter",
                List.of(
                    Json.of("term", Json.of(Columns.REPORT, Json.wellFormed(reportId))),
                    Json.of("range", Json.of(Columns.GENERATION, Json.of("lte", generation)))))),
        "sort",
        List.of(
            Json.of(Columns.UNTIL, "desc"),
            Json.of(Columns.FROM, "desc"),
            Json.of(Columns.GENERATION, "desc")));
  }
}
