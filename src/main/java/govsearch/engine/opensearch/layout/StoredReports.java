package govsearch.engine.opensearch.layout;

import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.Json;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a version of a report by its ids: a version never changes, it only goes. */
public final class StoredReports {
  private StoredReports() {}

  /**
   * The report of a version; empty where any of it is gone, or not there yet.
   *
   * @param reportId that the version is of, by which its documents are routed
   */
  public static Optional<Report> read(
      Cluster cluster, Indices indices, String version, String reportId, Duration patience) {
    return head(cluster, indices, version, reportId, patience)
        .flatMap(head -> read(cluster, indices, version, head, patience));
  }

  /** The same, of which the head is known. */
  public static Optional<Report> read(
      Cluster cluster, Indices indices, String version, StoredHead head, Duration patience) {
    String reportId = head.head().id();
    List<Map<String, Object>> wanted = new ArrayList<>();
    for (int ordinal = 1; ordinal <= head.paragraphs(); ordinal++) {
      wanted.add(Json.of("_id", version + "." + ordinal, "routing", reportId));
    }
    List<Paragraph> paragraphs = new ArrayList<>(wanted.size());
    if (!wanted.isEmpty()) {
      JsonNode answer =
          cluster.call(
              "POST",
              "/" + indices.paragraphs() + "/_mget?filter_path=docs.found,docs._source",
              Json.of("docs", wanted),
              patience);
      for (JsonNode one : answer.path("docs")) {
        if (!one.path("found").asBoolean(false)) {
          return Optional.empty();
        }
        paragraphs.add(stored(one, Paragraph.class));
      }
    }
    return Optional.of(new Report(head.head(), paragraphs));
  }

  /** The head of a version; empty where it is gone. */
  public static Optional<StoredHead> head(
      Cluster cluster, Indices indices, String version, String reportId, Duration patience) {
    JsonNode answer =
        cluster.call(
            "POST",
            "/" + indices.reports() + "/_mget?filter_path=docs.found,docs._source",
            Json.of("docs", List.of(Json.of("_id", version, "routing", reportId))),
            patience);
    JsonNode one = answer.path("docs").path(0);
    return one.path("found").asBoolean(false)
        ? Optional.of(stored(one, StoredHead.class))
        : Optional.empty();
  }

  /** What a document of an answer stores. */
  public static <T> T stored(JsonNode document, Class<T> type) {
    return Json.read(document.path("_source").path(Columns.STORED), type);
  }
}
