package govsearch.engine.opensearch.read;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A hit as the cluster gives it: what of its columns was asked for. */
record Row(JsonNode hit) {
  static List<Row> of(JsonNode answer) {
    List<Row> rows = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> rows.add(new Row(hit)));
    return rows;
  }

  /** The document's id. */
  String id() {
    return hit.path("_id").asString();
  }

  float score() {
    return (float) hit.path("_score").asDouble(0);
  }

  String text(String column) {
    return hit.path("fields").path(column).path(0).asString("");
  }

  int number(String column) {
    return hit.path("fields").path(column).path(0).asInt();
  }

  List<Long> numbers(String column) {
    return hit.path("fields").path(column).valueStream().map(JsonNode::asLong).toList();
  }

  /** By what it was sorted, for going on behind it. */
  List<Object> sort() {
    return hit.path("sort").valueStream().map(Row::value).toList();
  }

  private static Object value(JsonNode one) {
    if (one.isString()) {
      return one.asString();
    }
    return one.isIntegralNumber() ? (Object) one.asLong() : (Object) one.asDouble();
  }
}
