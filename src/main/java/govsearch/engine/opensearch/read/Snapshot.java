package govsearch.engine.opensearch.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import govsearch.engine.EngineUnavailableException;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.text.Thesaurus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A collection as of one commit: points in time of its indices, with what has to be left out of
 * them. Nothing has, unless somebody was writing when they were taken. Borrowed and given back; let
 * go of when nobody has it.
 */
final class Snapshot {
  static final String KEPT = "10m";
  private static final List<Indices.Kind> POINTS =
      List.of(Indices.Kind.PARAGRAPHS, Indices.Kind.REPORTS, Indices.Kind.STATEMENTS);
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
  private static final Duration TO_CLOSE = Duration.ofSeconds(1);
  private static final int TRIES = 20;
  private static final int NOT_FOUND = 404;
  private static final int MOST_KEPT = 50_000;
  private static final int MOST_COUNTED = 200;

  private final Cluster cluster;
  private final States.Read read;
  private final Map<Indices.Kind, String> points;
  private final List<Object> filters;
  private final long key = ThreadLocalRandom.current().nextLong();
  private final Thesaurus thesaurus;
  private final boolean partial;
  private final Map<Indices.Kind, Integer> shards;
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();
  private final Map<Object, Object> lasting;
  private final Cache<Object, Object> remembered =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();
  private final Cache<Object, Object> counted =
      Caffeine.newBuilder().maximumSize(MOST_COUNTED).executor(Runnable::run).build();
  private int borrowers = 1;

  private Snapshot(
      Cluster cluster,
      States.Read read,
      Map<Indices.Kind, String> points,
      Thesaurus thesaurus,
      Map<Object, Object> lasting,
      Map<Indices.Kind, Integer> shards,
      boolean partial) {
    this.partial = partial;
    this.shards = shards;
    this.lasting = lasting;
    this.cluster = cluster;
    this.read = read;
    this.points = new ConcurrentHashMap<>(points);
    this.thesaurus = thesaurus;
    this.filters = read.state().clean() ? List.of() : leftOut(read.state());
  }

  private static List<Object> leftOut(State state) {
    List<Object> filters = new ArrayList<>();
    filters.add(Json.of("range", Json.of(Columns.GENERATION, Json.of("lte", state.generation()))));
    if (!state.dead().isEmpty()) {
      filters.add(Clauses.not(Clauses.terms(Columns.VERSION, state.dead())));
    }
    return filters;
  }

  /**
   * Takes a snapshot: points in time between two readings of the same state.
   *
   * @param known the snapshot before, for what holds of this one too; null for none
   * @return empty where the name leads to nothing
   */
  static Optional<Snapshot> take(
      Cluster cluster, String name, @Nullable Snapshot known, Duration patience) {
    Optional<States.Read> before = States.read(cluster, name, patience);
    for (int i = 0; i < TRIES && before.isPresent(); i++) {
      States.Read read = before.get();
      Map<Indices.Kind, String> points = new EnumMap<>(Indices.Kind.class);
      Map<Indices.Kind, Integer> shards = new EnumMap<>(Indices.Kind.class);
      boolean partial = false;
      try {
        for (Indices.Kind kind : POINTS) {
          Point point = point(cluster, read.indices().name(kind), patience);
          points.put(kind, point.id());
          partial |= point.isPartial();
          shards.put(kind, point.shards());
        }
      } catch (ClusterException e) {
        if (e.status() != NOT_FOUND) { // dropped meanwhile
          throw e;
        }
      }
      before = States.read(cluster, name, patience);
      boolean same =
          before
              .filter(now -> now.number() == read.number() && now.indices().equals(read.indices()))
              .isPresent();
      if (same && points.size() == POINTS.size()) {
        Thesaurus thesaurus =
            known != null && known.state().thesaurus().equals(read.state().thesaurus())
                ? known.thesaurus
                : new IndexSettings(read.state().thesaurus()).thesaurus();
        Map<Object, Object> lasting =
            known != null && known.indices().equals(read.indices())
                ? known.lasting
                : new ConcurrentHashMap<>();
        return Optional.of(
            new Snapshot(cluster, read, points, thesaurus, lasting, shards, partial));
      }
      letGo(cluster, points.values());
    }
    if (before.isPresent()) {
      throw new EngineUnavailableException("OpenSearch 里的索引一直在变，没能取得一个时刻的内容");
    }
    return Optional.empty();
  }

  private record Point(String id, int shards, boolean isPartial) {}

  /** Of all shards; where one is lost of the others, which is said in every answer. */
  private static Point point(Cluster cluster, String index, Duration patience) {
    String path = "/" + index + "/_search/point_in_time?keep_alive=" + KEPT;
    JsonNode made;
    try {
      made = cluster.callThere("POST", path + "&allow_partial_pit_creation=false", null, patience);
    } catch (ClusterException e) {
      if (!e.isOfLostNode()) {
        throw e;
      }
      made = cluster.call("POST", path + "&allow_partial_pit_creation=true", null, patience);
    }
    JsonNode shards = made.path("_shards");
    return new Point(
        made.path("pit_id").asString(), shards.path("total").asInt(), Reader.isPartial(shards));
  }

  private static void letGo(Cluster cluster, Iterable<String> points) {
    List<String> all = new ArrayList<>();
    points.forEach(all::add);
    if (all.isEmpty()) {
      return;
    }
    try {
      cluster.call("DELETE", "/_search/point_in_time", Json.of("pit_id", all), TO_CLOSE);
    } catch (RuntimeException e) {
      LOG.debug("points in time were not given back; they lapse by themselves", e);
    }
  }

  Cluster cluster() {
    return cluster;
  }

  State state() {
    return read.state();
  }

  Indices indices() {
    return read.indices();
  }

  /** Whether another state would be the same to whoever searches, and need not be taken anew. */
  boolean isOf(States.Read other) {
    return read.number() == other.number() && read.indices().equals(other.indices());
  }

  /** Whether shards are lost that it should have. */
  boolean isPartial() {
    return partial;
  }

  /** On how many shards an index stands. */
  int shards(Indices.Kind kind) {
    return shards.getOrDefault(kind, 1);
  }

  /** What tells it from any other. */
  long key() {
    return key;
  }

  Thesaurus thesaurus() {
    return thesaurus;
  }

  /** What every query has to ask for beside its own. */
  List<Object> filters() {
    return filters;
  }

  String point(Indices.Kind kind) {
    return Objects.requireNonNull(points.get(kind));
  }

  /** Carries the name on by which the cluster wants a point in time to be called next. */
  void renew(Indices.Kind kind, JsonNode answer) {
    String next = answer.path("pit_id").asString("");
    if (!next.isEmpty()) {
      points.put(kind, next);
    }
  }

  /** What was derived of the whole, made when it is first asked for. */
  <T> T whole(Object what, Supplier<T> derive) {
    return known(derived, what, derive);
  }

  /** The same of what holds of every snapshot of the same indices. */
  <T> T lasting(Object what, Supplier<T> derive) {
    return known(lasting, what, derive);
  }

  @SuppressWarnings("unchecked")
  private static <T> T known(Map<Object, Object> all, Object what, Supplier<T> derive) {
    Object known = all.get(what);
    if (known == null) {
      T made = derive.get();
      known = all.putIfAbsent(what, made);
      known = known == null ? made : known;
    }
    return (T) known;
  }

  /** What was found out of single things, as far as there is room. */
  Cache<Object, Object> remembered() {
    return remembered;
  }

  /** What was counted of the last searches. */
  Cache<Object, Object> counted() {
    return counted;
  }

  synchronized boolean borrow() {
    if (borrowers == 0) {
      return false;
    }
    borrowers++;
    return true;
  }

  void release() {
    boolean last;
    synchronized (this) {
      last = --borrowers == 0;
    }
    if (last) {
      letGo(cluster, points.values());
    }
  }
}
