package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Parts of queries as the cluster takes them. */
final class Clauses {
  private Clauses() {}

  static Map<String, Object> all() {
    return Json.of("match_all", Json.of());
  }

  static Map<String, Object> none() {
    return Json.of("match_none", Json.of());
  }

  static Map<String, Object> term(String field, Object value) {
    return Json.of("term", Json.of(field, Json.of("value", value)));
  }

  static Map<String, Object> terms(String field, Collection<?> values) {
    return Json.of("terms", Json.of(field, List.copyOf(values)));
  }

  static Map<String, Object> ids(Collection<String> ids) {
    return Json.of("ids", Json.of("values", List.copyOf(ids)));
  }

  static Map<String, Object> prefix(String field, String beginning) {
    return Json.of("prefix", Json.of(field, Json.of("value", beginning)));
  }

  static Map<String, Object> endsIn(String field, String end) {
    return Json.of("wildcard", Json.of(field, Json.of("value", "*" + end)));
  }

  static Map<String, Object> exists(String field) {
    return Json.of("exists", Json.of("field", field));
  }

  static Map<String, Object> any(List<?> clauses) {
    return clauses.size() == 1
        ? single(clauses)
        : Json.of("bool", Json.of("should", clauses, "minimum_should_match", 1));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> single(List<?> clauses) {
    return (Map<String, Object>) clauses.getFirst();
  }

  static Map<String, Object> not(Object clause) {
    return Json.of("bool", Json.of("must_not", List.of(clause)));
  }

  /** All of some clauses, none of which is scored. */
  static Map<String, Object> filter(List<?> clauses) {
    return clauses.size() == 1 ? single(clauses) : Json.of("bool", Json.of("filter", clauses));
  }

  static Map<String, Object> filter(Object... clauses) {
    return filter(List.of(clauses));
  }

  /** Clauses of which each may be there, for the score alone. */
  static Map<String, Object> optional(List<?> clauses) {
    return Json.of("bool", Json.of("should", clauses, "minimum_should_match", 0));
  }

  static Map<String, Object> worth(Object clause, double worth) {
    return Json.of("constant_score", Json.of("filter", clause, "boost", worth));
  }

  static Map<String, Object> boosted(String field, String term, double boost) {
    return Json.of("term", Json.of(field, Json.of("value", term, "boost", boost)));
  }

  static Map<String, Object> best(List<?> clauses) {
    return Json.of("dis_max", Json.of("queries", clauses, "tie_breaker", 0));
  }

  /** With one clause more. */
  static List<Object> plus(List<?> clauses, Object one) {
    List<Object> more = new ArrayList<>(clauses);
    more.add(one);
    return more;
  }

  /** As many different values of a field as there are, each with its count. */
  static Map<String, Object> values(String field, int most) {
    return Json.of("terms", Json.of("field", field, "size", most));
  }

  static Map<String, Object> filtered(Object clause, Map<String, Object> aggregations) {
    return Json.of("filter", clause, "aggs", aggregations);
  }
}
