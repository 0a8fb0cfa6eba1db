package govsearch.engine.opensearch.write;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.library.FileRecord;
import govsearch.library.Ledger.Glance;
import govsearch.library.Ledger.Glances;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The file at a path, and then those below it, some at a time, each time from behind the last one:
 * what is written meanwhile is met or not.
 */
final class ClusterGlances implements Glances {
  private static final int AT_ONCE = 1_000;
  private final Function<Map<String, Object>, JsonNode> search;
  private final String beginning;
  private final Deque<Glance> next = new ArrayDeque<>();
  private @Nullable Object after;
  private boolean isLast;

  ClusterGlances(
      @Nullable FileRecord own, Function<Map<String, Object>, JsonNode> search, String beginning) {
    this.search = search;
    this.beginning = beginning;
    if (own != null) {
      next.add(Glance.of(own));
    }
  }

  @Override
  public @Nullable Glance next() {
    if (next.isEmpty() && !isLast) {
      read();
    }
    return next.poll();
  }

  private void read() {
    Map<String, Object> body =
        Json.of(
            "size",
            AT_ONCE,
            "query",
            Json.of("prefix", Json.of(Columns.FILE, Json.of("value", beginning))),
            "sort",
            List.of(Json.of(Columns.FILE, "asc")));
    if (after != null) {
      body.put("search_after", List.of(after));
    }
    JsonNode hits = search.apply(body).path("hits").path("hits");
    for (JsonNode hit : hits) {
      next.add(Glance.of(StoredReports.stored(hit, FileRecord.class)));
      after = hit.path("sort").path(0).asString();
    }
    isLast = hits.size() < AT_ONCE;
  }

  @Override
  public void close() {}
}
