package govsearch.engine.opensearch.layout;

import govsearch.engine.EngineUnavailableException;
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
  private static final long PAUSE_MILLIS = 100;

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
      for (JsonNode one : documents(cluster, indices.paragraphs(), wanted, patience)) {
        if (!one.path("found").asBoolean(false)) {
          return Optional.empty();
        }
        paragraphs.add(stored(one, Paragraph.class));
      }
    }
    return Optional.of(new Report(head.head(), paragraphs));
  }

  /**
   * Documents by their ids, each found or not. Where a part of the index cannot be read nothing is
   * known of what it has, so that it is asked again.
   */
  private static JsonNode documents(
      Cluster cluster, String index, List<Map<String, Object>> wanted, Duration patience) {
    String path = "/" + index + "/_mget?filter_path=docs.found,docs._source,docs.error.type";
    long start = System.nanoTime();
    while (true) {
      JsonNode documents =
          cluster.call("POST", path, Json.of("docs", wanted), patience).path("docs");
      boolean isWhole = documents.size() == wanted.size();
      for (JsonNode one : documents) {
        isWhole &= !one.has("error");
      }
      if (isWhole) {
        return documents;
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new EngineUnavailableException("OpenSearch 有分片一直读不到");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("等待 OpenSearch 时中断了", e);
    }
  }

  /** The head of a version; empty where it is gone. */
  public static Optional<StoredHead> head(
      Cluster cluster, Indices indices, String version, String reportId, Duration patience) {
    List<Map<String, Object>> wanted = List.of(Json.of("_id", version, "routing", reportId));
    JsonNode one = documents(cluster, indices.reports(), wanted, patience).path(0);
    return one.path("found").asBoolean(false)
        ? Optional.of(stored(one, StoredHead.class))
        : Optional.empty();
  }

  /** What a document of an answer stores. */
  public static <T> T stored(JsonNode document, Class<T> type) {
    return Json.read(document.path("_source").path(Columns.STORED), type);
  }
}
