package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which paragraphs say the same: those with the same fingerprint. */
final class Folds {
  private record Count(String fold) {}

  private final Reader reader;

  Folds(Reader reader) {
    this.reader = reader;
  }

  /** Of each fold, the id of the first in an order of those that a query matches. */
  Map<String, String> firsts(Object query, Collection<String> folds, List<Object> order) {
    Set<String> asked = new HashSet<>(folds);
    Map<String, String> firsts = new HashMap<>();
    if (asked.isEmpty()) {
      return firsts;
    }
    JsonNode answer =
        reader.search(
            Indices.Kind.PARAGRAPHS,
            Json.of(
                "size",
                asked.size(),
                "query",
                Clauses.filter(query, Clauses.terms(Columns.FOLD, asked)),
                "collapse",
                Json.of("field", Columns.FOLD),
                "sort",
                order,
                "stored_fields",
                "_none_",
                "docvalue_fields",
                List.of(Columns.FOLD, Columns.VERSION)),
            "hits.hits.sort,hits.hits.fields");
    Row.of(answer).forEach(row -> firsts.putIfAbsent(row.text(Columns.FOLD), row.id()));
    return firsts;
  }

  /** How many paragraphs of the whole collection each fold has. */
  Map<String, Long> counts(Collection<String> folds) {
    Map<String, Long> counts = new HashMap<>();
    Set<String> asked = new HashSet<>();
    for (String fold : folds) {
      if (reader.snapshot().remembered().getIfPresent(new Count(fold)) instanceof Long known) {
        counts.put(fold, known);
      } else {
        asked.add(fold);
      }
    }
    if (!asked.isEmpty()) {
      JsonNode answer =
          reader.search(
              Indices.Kind.PARAGRAPHS,
              Json.of(
                  "size",
                  0,
                  "query",
                  Clauses.terms(Columns.FOLD, asked),
                  "aggs",
                  Json.of("folds", Clauses.values(Columns.FOLD, asked.size()))),
              "aggregations.*.buckets.key,aggregations.*.buckets.doc_count");
      for (JsonNode bucket : answer.path("aggregations").path("folds").path("buckets")) {
        String fold = bucket.path("key").asString();
        long count = bucket.path("doc_count").asLong();
        counts.put(fold, count);
        reader.snapshot().remembered().put(new Count(fold), count);
      }
    }
    return counts;
  }
}
