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

  /**
   * An earlier text as it is there.
   *
   * @param id of its document
   */
  public record Kept(String id, Revision revision) {}

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
  public static List<Kept> read(
      Cluster cluster,
      Indices indices,
      long generation,
      String reportId,
      int most,
      Duration patience) {
    JsonNode answer =
        cluster.call(
            "POST",
            "/"
                + indices.revisions()
                + "/_search?allow_partial_search_results=false&filter_path=hits.hits",
            Json.of(
                "size",
                most,
                "query",
                Json.of(
                    "bool",
                    Json.of(
                        "filter",
                        List.of(
                            Json.of("term", Json.of(Columns.REPORT, Json.wellFormed(reportId))),
                            Json.of(
                                "range",
                                Json.of(Columns.GENERATION, Json.of("lte", generation)))))),
                "sort",
                List.of(
                    Json.of(Columns.UNTIL, "desc"),
                    Json.of(Columns.FROM, "desc"),
                    Json.of(Columns.GENERATION, "desc"))),
            patience);
    List<Kept> kept = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      kept.add(new Kept(hit.path("_id").asString(), StoredReports.stored(hit, Revision.class)));
    }
    return kept;
  }
}
