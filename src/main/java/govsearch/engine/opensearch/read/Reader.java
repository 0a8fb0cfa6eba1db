package govsearch.engine.opensearch.read;

import govsearch.engine.Deadline;
import govsearch.engine.EngineUnavailableException;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.SearchTimedOutException;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Asks one snapshot, for one request and until its time is over. What of it was not answered is
 * remembered: a shard that is lost, or too slow.
 */
final class Reader {
  /** Scores are to be those of the whole collection, on however many shards it stands. */
  private static final String SCORED = "dfs_query_then_fetch";

  private static final String COUNTED = "query_then_fetch";
  private static final String OF_ALL = "&filter_path=pit_id,timed_out,_shards,";
  private static final String LOST = "search_context_missing_exception";
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long LEAST_MILLIS = 50;
  private static final int COUNTED_AT_ONCE = 100;

  private final Snapshot snapshot;
  private final Deadline deadline;
  private final long end;
  private volatile boolean late;
  private volatile boolean partly;

  /**
   * A reader.
   *
   * @param limit of the request's time, which may end sooner
   */
  Reader(Snapshot snapshot, Duration limit) {
    this.snapshot = snapshot;
    this.partly = snapshot.isPartial();
    this.deadline = Deadline.current().within(limit);
    this.end = System.nanoTime() + limit.toNanos();
  }

  private Reader(Reader other) {
    this.snapshot = other.snapshot;
    this.partly = snapshot.isPartial();
    this.deadline = other.deadline;
    this.end = other.end;
  }

  /** One of the same request for another thread, of which it is remembered by itself. */
  Reader beside() {
    return new Reader(this);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** Goes on only while there is time. */
  void check() {
    deadline.check();
  }

  /** Whether everything was answered that was asked so far. */
  boolean isComplete() {
    return !late && !partly;
  }

  /** Goes on only if everything was answered. */
  void requireComplete() {
    if (late) {
      throw new SearchTimedOutException();
    }
    if (partly) {
      throw new EngineUnavailableException("OpenSearch 有分片暂时读不到，不能给出完整的结果；请稍后再试");
    }
  }

  /** How long to wait for an answer. */
  Duration patience() {
    long left = end - System.nanoTime();
    Duration most = Duration.ofNanos(Math.max(left, LEAST_MILLIS * 1_000_000));
    return most.compareTo(LONGEST) < 0 ? most : LONGEST;
  }

  /** Searches an index as of the snapshot; what the snapshot leaves out is left out. */
  JsonNode search(Indices.Kind kind, Map<String, Object> body) {
    return search(kind, body, "");
  }

  /**
   * The same, of whose answer not all is sent.
   *
   * @param parts those of the answer that are wanted beside what tells whether it is whole; all of
   *     it for ""
   */
  JsonNode search(Indices.Kind kind, Map<String, Object> body, String parts) {
    check();
    Map<String, Object> whole = whole(kind, body);
    String path = "/_search?search_type=" + type(kind, body);
    JsonNode answer;
    try {
      answer =
          snapshot
              .cluster()
              .callThere("POST", path + (parts.isEmpty() ? "" : OF_ALL + parts), whole, patience());
    } catch (ClusterException e) {
      throw read(e);
    }
    take(kind, answer);
    return answer;
  }

  private Map<String, Object> whole(Indices.Kind kind, Map<String, Object> body) {
    Map<String, Object> whole = new LinkedHashMap<>(body);
    whole.put("query", visible(whole.getOrDefault("query", Clauses.all())));
    whole.putIfAbsent("track_total_hits", false);
    whole.put("timeout", timeout(patience()));
    whole.put("pit", Json.of("id", snapshot.point(kind), "keep_alive", Snapshot.KEPT));
    return whole;
  }

  /** In whole seconds where there are some: the cluster remembers answers to equal searches. */
  private static String timeout(Duration patience) {
    return patience.toSeconds() > 1 ? patience.toSeconds() + "s" : patience.toMillis() + "ms";
  }

  private String type(Indices.Kind kind, Map<String, Object> body) {
    Object sort = body.get("sort");
    boolean isScored = sort == null || Orders.SCORE.equals(sort);
    boolean hasHits = !Integer.valueOf(0).equals(body.get("size"));
    return isScored && hasHits && snapshot.shards(kind) > 1 ? SCORED : COUNTED;
  }

  private void take(Indices.Kind kind, JsonNode answer) {
    snapshot.renew(kind, answer);
    for (JsonNode failure : answer.path("_shards").path("failures")) {
      String type = failure.path("reason").path("type").asString("");
      if (type.equals(LOST) || ClusterException.isOfLostNode(0, type)) {
        throw new LostSnapshotException("a part of it");
      }
    }
    if (answer.path("timed_out").asBoolean(false)) {
      late = true; // several threads may say so, and none takes it back
    }
    if (isPartial(answer.path("_shards"))) {
      partly = true;
    }
  }

  /** Whether some shards did not answer; one that no node holds counts as none that failed. */
  static boolean isPartial(JsonNode shards) {
    return shards.path("failed").asInt(0) > 0
        || shards.path("successful").asInt() < shards.path("total").asInt();
  }

  /**
   * One of several searches that are sent together.
   *
   * @param parts as in {@link #search(Indices.Kind, Map, String)}, but never all
   */
  record Search(Indices.Kind kind, Map<String, Object> body, String parts) {}

  /** Does several searches on one way to the cluster and back; gives what they gave. */
  List<JsonNode> searchAll(List<Search> searches) {
    if (searches.size() == 1) {
      Search one = searches.getFirst();
      return List.of(search(one.kind, one.body, one.parts));
    }
    List<JsonNode> answers = new ArrayList<>(searches.size());
    if (searches.isEmpty()) {
      return answers;
    }
    check();
    StringBuilder lines = new StringBuilder();
    Set<String> parts = new LinkedHashSet<>(List.of("error", "status", "pit_id", "timed_out"));
    parts.add("_shards");
    for (Search one : searches) {
      lines.append("{\"search_type\":\"").append(type(one.kind, one.body)).append("\"}\n");
      lines.append(Json.text(whole(one.kind, one.body))).append('\n');
      parts.addAll(List.of(one.parts.split(",", -1)));
    }
    String path = "/_msearch?filter_path=responses." + String.join(",responses.", parts);
    JsonNode all;
    try {
      byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
      all = snapshot.cluster().callThere("POST", path, body, patience());
    } catch (ClusterException e) {
      throw read(e);
    }
    for (JsonNode answer : all.path("responses")) {
      if (answer.has("error")) {
        throw read(ClusterException.of(answer.path("status").asInt(), answer));
      }
      take(searches.get(answers.size()).kind, answer);
      answers.add(answer);
    }
    return answers;
  }

  private static RuntimeException read(ClusterException e) {
    if (e.type().equals(LOST) || e.type().equals("index_not_found_exception") || e.isOfLostNode()) {
      return new LostSnapshotException(e);
    }
    if (String.valueOf(e.getMessage()).contains("cannot execute [inline] scripts")) {
      return new NotAnsweredException(
          "这个 OpenSearch 集群不许执行脚本（script.allowed_types），数不出有多少份不同的；请允许内联脚本（inline）");
    }
    if (e.type().equals("too_many_clauses") || e.type().equals("too_many_nested_clauses")) {
      return new NotAnsweredException("检索式里的词太多，OpenSearch 一次处理不了；请分成几次检索");
    }
    return e;
  }

  private Object visible(Object query) {
    if (snapshot.filters().isEmpty()) {
      return query;
    }
    return Json.of("bool", Json.of("must", List.of(query), "filter", snapshot.filters()));
  }

  /** How many paragraphs a query matches. */
  long count(Map<String, Object> query) {
    return counts(List.of(query)).getFirst();
  }

  /** How many paragraphs each of some queries matches; all of it one request for some at a time. */
  List<Long> counts(List<Map<String, Object>> queries) {
    return countedInParts(queries, true);
  }

  /** The same, but of more than some no more are counted. */
  List<Long> counts(List<Map<String, Object>> queries, int most) {
    return countedInParts(queries, most).stream().map(count -> Math.min(count, most)).toList();
  }

  private List<Long> countedInParts(List<Map<String, Object>> queries, Object tracked) {
    List<Long> counts = new ArrayList<>(queries.size());
    for (int from = 0; from < queries.size(); from += COUNTED_AT_ONCE) {
      int to = Math.min(queries.size(), from + COUNTED_AT_ONCE);
      counts.addAll(countSome(queries.subList(from, to), tracked));
    }
    return counts;
  }

  private List<Long> countSome(List<Map<String, Object>> queries, Object tracked) {
    List<Search> searches = new ArrayList<>(queries.size());
    for (Map<String, Object> query : queries) {
      Map<String, Object> body =
          Json.of("size", 0, "track_total_hits", tracked, "query", Clauses.filter(query));
      searches.add(new Search(Indices.Kind.PARAGRAPHS, body, "hits.total.value"));
    }
    return searchAll(searches).stream()
        .map(answer -> answer.path("hits").path("total").path("value").asLong())
        .toList();
  }

  /** Asks in whatever way what is not of a snapshot. */
  <T> T asked(BiFunction<Cluster, Duration, T> way) {
    check();
    try {
      return way.apply(snapshot.cluster(), patience());
    } catch (ClusterException e) {
      throw read(e);
    }
  }

  /** Asks what is not of a snapshot. */
  JsonNode call(String method, String path, Object body) {
    check();
    try {
      return snapshot.cluster().call(method, path, body, patience());
    } catch (ClusterException e) {
      throw read(e);
    }
  }

  Cluster cluster() {
    return snapshot.cluster();
  }
}
