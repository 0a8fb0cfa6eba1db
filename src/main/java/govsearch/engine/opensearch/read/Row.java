package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.layout.Columns;
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

  /**
   * The document's id. Where nothing stored was read, of which it is a part, it is put together of
   * what a paragraph's id is made of.
   */
  String id() {
    JsonNode id = hit.path("_id");
    return id.isMissingNode() || id.isNull()
        ? text(Columns.VERSION) + "." + ordinal()
        : id.asString();
  }

  /** Of which report; its last but one sort value, unless its column was asked for. */
  String report() {
    String column = text(Columns.REPORT);
    return column.isEmpty() ? fromEnd(2).asString() : column;
  }

  /** Where in the report; its last sort value, unless its column was asked for. */
  int ordinal() {
    JsonNode column = hit.path("fields").path(Columns.ORDINAL).path(0);
    return column.isMissingNode() ? fromEnd(1).asInt() : column.asInt();
  }

  private JsonNode fromEnd(int place) {
    JsonNode sort = hit.path("sort");
    return sort.path(sort.size() - place);
  }

  /** The cluster's score, by which it is sorted first. */
  float score() {
    return (float) hit.path("sort").path(0).asDouble(0);
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
