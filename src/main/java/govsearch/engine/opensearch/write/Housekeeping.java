package govsearch.engine.opensearch.write;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes, cleans and drops the indices of a collection; for its one writer. */
final class Housekeeping {
  private static final Duration PATIENCE = OpenSearchSink.PATIENCE;
  private static final long PAUSE_MILLIS = 200;
  private static final int NOT_FOUND = 404;
  private static final int AT_ONCE = 5_000;

  /** So many paragraphs are rewritten within a second or two. */
  private static final long FEW = 20_000;

  private final Cluster cluster;
  private final String name;

  Housekeeping(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** A report that is there. */
  record Live(String version, StoredHead head) {}

  /**
   * What the name leads to.
   *
   * @param anew whether it is to be replaced, be it of another format or not
   */
  Optional<States.Read> current(boolean anew) {
    try {
      return States.read(cluster, name, PATIENCE);
    } catch (UnusableIndexException e) {
      if (anew) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Makes indices, which the name does not lead to yet. */
  States.Read create(Sizing sizing, State state) {
    Indices indices =
        new Indices(name + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    List<Indices.Kind> kinds = List.of(Indices.Kind.values());
    kinds.parallelStream()
        .forEach(
            kind -> {
              try {
                cluster.call(
                    "PUT",
                    "/" + indices.name(kind) + "?wait_for_active_shards=1",
                    Indices.definition(kind, sizing),
                    PATIENCE);
              } catch (ClusterException e) {
                if (!e.type().equals("resource_already_exists_exception")) { // by a first try
                  throw e;
                }
              }
            });
    return States.create(cluster, indices, state, PATIENCE);
  }

  /** Has the name lead to indices, in place of those that it led to. */
  void show(Indices indices) {
    cluster.call(
        "POST",
        "/_aliases",
        Json.of(
            "actions",
            List.of(
                Json.of(
                    "remove",
                    Json.of("index", name + "-*-ledger", "alias", name, "must_exist", false)),
                Json.of("add", Json.of("index", indices.ledger(), "alias", name)))),
        PATIENCE);
  }

  /** Drops indices of former buildings, and of such as were cut short. */
  void dropFormer(@Nullable Indices current) {
    JsonNode all =
        cluster.call("GET", "/_cat/indices/" + name + "-*?format=json&h=index", null, PATIENCE);
    for (JsonNode one : all) {
      String index = one.path("index").asString();
      boolean ours =
          index.matches(name + "-[0-9a-z]{6,12}-(paragraphs|reports|statements|revisions|ledger)");
      if (ours && (current == null || !current.all().contains(index)) && !isShown(index)) {
        drop(index);
      }
    }
  }

  /** Of another format, it may be what the name leads to. */
  private boolean isShown(String index) {
    try {
      JsonNode aliases = cluster.call("GET", "/_alias/" + name, null, PATIENCE);
      for (String ledger : aliases.propertyNames()) {
        if (Indices.ofLedger(ledger).all().contains(index)) {
          return true;
        }
      }
      return false;
    } catch (ClusterException e) {
      if (e.status() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  void drop(Indices indices) {
    indices.all().forEach(this::drop);
  }

  private void drop(String index) {
    try {
      cluster.call("DELETE", "/" + index, null, PATIENCE);
    } catch (ClusterException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Has everybody see what was written, on every copy that there is. */
  void refresh(List<String> indices) {
    wholly("/" + String.join(",", indices) + "/_refresh", null);
  }

  /** Does something again until no shard has failed at it: a node may just have gone. */
  private void wholly(String path, @Nullable Object body) {
    long start = System.nanoTime();
    while (true) {
      if (isDone(path, body)) {
        return;
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new EngineUnavailableException("OpenSearch 有分片一直不能写入");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineUnavailableException("写入时中断了", e);
      }
    }
  }

  private boolean isDone(String path, @Nullable Object body) {
    try {
      JsonNode answer = cluster.call("POST", path, body, Duration.ofMinutes(10));
      return answer.path("_shards").path("failed").asInt(0) == 0
          && answer.path("failures").isEmpty()
          && !answer.path("timed_out").asBoolean(false);
    } catch (ClusterException e) {
      if (e.isOfParts()) { // the answer has the status of what failed
        return false;
      }
      throw e;
    }
  }

  /** The heads of those of some reports that are there. */
  Map<String, Live> live(States.Read state, List<String> ids) {
    Map<String, Live> live = new HashMap<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      JsonNode answer =
          cluster.call(
              "POST",
              "/" + state.indices().reports() + "/_search?allow_partial_search_results=false",
              Json.of(
                  "size",
                  2 * AT_ONCE,
                  "query",
                  Json.of(
                      "bool",
                      Json.of(
                          "filter",
                          List.of(
                              Json.of("terms", Json.of(Columns.REPORT, some)),
                              Json.of(
                                  "range",
                                  Json.of(
                                      Columns.GENERATION,
                                      Json.of("lte", state.state().generation())))),
                          "must_not",
                          List.of(
                              Json.of("terms", Json.of(Columns.VERSION, state.state().dead())))))),
              PATIENCE);
      for (JsonNode hit : answer.path("hits").path("hits")) {
        StoredHead head = StoredReports.stored(hit, StoredHead.class);
        live.put(head.head().id(), new Live(hit.path("_id").asString(), head));
      }
    }
    return live;
  }

  /**
   * Deletes versions that nobody is shown any more, and of reports that are gone all that they said
   * before.
   */
  void purge(States.Read state) {
    List<String> versions = state.state().dead();
    for (int from = 0; from < versions.size(); from += AT_ONCE) {
      List<String> some = versions.subList(from, Math.min(versions.size(), from + AT_ONCE));
      delete(state.indices().content(), Json.of("terms", Json.of(Columns.VERSION, some)));
      Set<String> gone = new LinkedHashSet<>();
      some.forEach(version -> gone.add(Changes.reportOf(version)));
      gone.removeAll(live(state, List.copyOf(gone)).keySet());
      if (!gone.isEmpty()) {
        delete(
            List.of(state.indices().revisions()),
            Json.of("terms", Json.of(Columns.REPORT, List.copyOf(gone))));
      }
    }
  }

  private void delete(List<String> indices, Map<String, Object> query) {
    wholly(
        "/" + String.join(",", indices) + "/_delete_by_query?conflicts=proceed&scroll_size=5000",
        Json.of("query", query));
    // By itself it is left out where a second try finds that a first one has done all.
    refresh(indices);
  }

  /** Has new indices have what former ones have of earlier texts. */
  void takeOver(States.Read former, Indices indices) {
    Object committed =
        Json.of("range", Json.of(Columns.GENERATION, Json.of("lte", former.state().generation())));
    wholly(
        "/_reindex?refresh=true",
        Json.of(
            "source", Json.of("index", former.indices().revisions(), "query", committed),
            "dest", Json.of("index", indices.revisions())));
  }

  /** Deletes what a writer has left that gave up or was cut short. */
  States.Read recovered(States.Read read) {
    State state = read.state();
    if (state.clean()) {
      return read;
    }
    List<String> written = new ArrayList<>(read.indices().content());
    written.add(read.indices().revisions());
    refresh(written);
    purge(read);
    delete(
        written, Json.of("range", Json.of(Columns.GENERATION, Json.of("gt", state.generation()))));
    return States.replace(cluster, read, state.withClean(true, List.of()), PATIENCE);
  }

  /** Rewrites what deleted documents have left: it counts in the weights of words until then. */
  void tidy(States.Read read) {
    String how =
        read.state().paragraphs() <= FEW ? "max_num_segments=1" : "only_expunge_deletes=true";
    cluster.call(
        "POST",
        "/" + String.join(",", read.indices().content()) + "/_forcemerge?" + how,
        null,
        Duration.ofMinutes(10));
  }
}
