package govsearch.engine.opensearch.read;

import govsearch.engine.Place;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.StatementColumns;
import java.util.ArrayList;
import java.util.List;

/** A statement, or a whole paragraph, as the cluster gives it. */
record SimilarRow(Row row) {
  /** What is read of each; a paragraph has its own print, and none of a statement's fields. */
  static final List<String> COLUMNS =
      List.of(
          Columns.VERSION,
          Columns.PLACE,
          Columns.SENTENCE,
          StatementColumns.PRINT,
          StatementColumns.NUMBER,
          StatementColumns.MEASURE_ORDINAL,
          StatementColumns.MEASURE_NUMBER);

  /** By how well it fits; equal ones as they stand in the collection. */
  static final List<Object> ORDER =
      List.of(
          Json.of("_score", "desc"),
          Json.of(StatementColumns.NUMBER, Json.of("order", "asc", "unmapped_type", "integer")),
          Json.of(Columns.REPORT, "asc"),
          Json.of(Columns.ORDINAL, "asc"));

  String id() {
    return row.id() + "." + number();
  }

  String version() {
    return row.text(Columns.VERSION);
  }

  /** The id of its paragraph. */
  String paragraph() {
    return row.id();
  }

  /** In its paragraph, from 1; 0 where the whole paragraph was found. */
  int number() {
    return row.number(StatementColumns.NUMBER);
  }

  boolean hasMeasure() {
    return measureNumber() > 0;
  }

  /** The id of the paragraph of its measure. */
  String measureParagraph() {
    return version() + "." + row.number(StatementColumns.MEASURE_ORDINAL);
  }

  int measureNumber() {
    return row.number(StatementColumns.MEASURE_NUMBER);
  }

  long print() {
    String own = row.text(StatementColumns.PRINT);
    return Long.parseLong(own.isEmpty() ? row.text(Columns.FOLD) : own);
  }

  List<Long> sentences() {
    return row.numbers(Columns.SENTENCE);
  }

  /** What keeps hits of one town apart from those of others: of one place one is shown. */
  String place() {
    Place place = FacetLabels.place(row.text(Columns.PLACE));
    if (place.town() == null) {
      return "\0" + row.report();
    }
    List<String> names = new ArrayList<>(place.region());
    names.add(place.town());
    return String.join("/", names);
  }
}
