package govsearch.engine.opensearch.read;

import com.github.benmanes.caffeine.cache.Cache;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Indices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How often terms are there: what the shards' dictionaries know, asked by an invented document that
 * has the terms. As in the embedded engine, what was deleted counts until it is rewritten.
 */
final class TermStats {
  /** A field's value. */
  record Term(String field, String text) {}

  private record DocCount(String field) {}

  private static final int ROUTES = 1_000;
  private static final String PATH =
      "/_mtermvectors?filter_path=docs.term_vectors.*.field_statistics.doc_count,"
          + "docs.term_vectors.*.terms.*.doc_freq";
  private final Reader reader;
  private final Indices.Kind kind;
  private final Cache<Object, Object> known;

  TermStats(Reader reader, Indices.Kind kind) {
    this.reader = reader;
    this.kind = kind;
    this.known = reader.snapshot().remembered();
  }

  /** How much a term tells: the inverse document frequency of BM25. */
  double weight(Term term) {
    return weight(List.of(term));
  }

  /** How much several terms tell together. */
  double weight(Collection<Term> terms) {
    Map<Term, Long> having = having(terms);
    double sum = 0;
    for (Term term : terms) {
      long of = having.getOrDefault(term, 0L);
      double all = Math.max(of, docCount(term.field()));
      sum += Math.log(1 + (all - of + 0.5) / (of + 0.5));
    }
    return sum;
  }

  private long docCount(String field) {
    return known.getIfPresent(new DocCount(field)) instanceof Long count ? count : 0;
  }

  /** In how many documents each of some terms is. */
  Map<Term, Long> having(Collection<Term> terms) {
    Map<Term, Long> having = new HashMap<>();
    Set<Term> asked = new LinkedHashSet<>();
    for (Term term : terms) {
      if (known.getIfPresent(term) instanceof Long count) {
        having.put(term, count);
      } else {
        asked.add(term);
      }
    }
    if (!asked.isEmpty()) {
      Map<Term, Long> found = lookUp(asked);
      found.forEach(known::put);
      having.putAll(found);
    }
    return having;
  }

  /** The same, of which nothing is known nor remembered. */
  Map<Term, Long> lookUp(Set<Term> asked) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (Term term : asked) {
      texts
          .computeIfAbsent(term.field(), field -> new StringBuilder())
          .append(term.text())
          .append(' ');
    }
    List<Object> documents = new ArrayList<>();
    for (String route : routes()) {
      Map<String, Object> invented = new LinkedHashMap<>();
      texts.forEach((field, text) -> invented.put(field, text.toString()));
      documents.add(
          Json.of(
              "_index",
              reader.snapshot().indices().name(kind),
              "routing",
              route,
              "doc",
              invented,
              "fields",
              List.copyOf(texts.keySet()),
              "term_statistics",
              true,
              "positions",
              false,
              "offsets",
              false,
              "payloads",
              false));
    }
    JsonNode answer = reader.call("POST", PATH, Json.of("docs", documents));
    Map<Term, Long> counts = new HashMap<>();
    Map<String, Long> docCounts = new HashMap<>();
    for (JsonNode document : answer.path("docs")) {
      for (String field : texts.keySet()) {
        JsonNode vector = document.path("term_vectors").path(field);
        long all = vector.path("field_statistics").path("doc_count").asLong(0);
        docCounts.merge(field, Math.max(0, all), Long::sum);
        for (Map.Entry<String, JsonNode> term : vector.path("terms").properties()) {
          long of = term.getValue().path("doc_freq").asLong(0);
          counts.merge(new Term(field, term.getKey()), of, Long::sum);
        }
      }
    }
    docCounts.forEach((field, count) -> known.put(new DocCount(field), count));
    Map<Term, Long> found = new HashMap<>();
    for (Term term : asked) {
      found.put(term, counts.getOrDefault(term, 0L));
    }
    return found;
  }

  /** For each shard a value that leads to it, which it does for good. */
  private List<String> routes() {
    record Routes(Indices.Kind kind) {}
    return reader.snapshot().lasting(new Routes(kind), this::findRoutes);
  }

  private List<String> findRoutes() {
    String path = "/" + reader.snapshot().indices().name(kind) + "/_search_shards";
    int shards = reader.call("GET", path, Json.of()).path("shards").size();
    Map<Integer, String> routes = new LinkedHashMap<>();
    for (int i = 0; i < ROUTES && routes.size() < shards; i++) {
      String route = shards == 1 ? "0" : Integer.toString(i);
      JsonNode one =
          shards == 1
              ? null
              : reader.call("GET", path + "?routing=" + route, Json.of()).path("shards").path(0);
      routes.putIfAbsent(one == null ? 0 : one.path(0).path("shard").asInt(), route);
    }
    return List.copyOf(routes.values());
  }
}
