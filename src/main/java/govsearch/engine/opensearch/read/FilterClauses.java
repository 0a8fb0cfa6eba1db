package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filters as clauses: any included value of a field, no excluded one, all fields together. */
final class FilterClauses {
  private FilterClauses() {}

  static List<Object> of(Filters filters) {
    List<Object> all = new ArrayList<>();
    if (filters.since() != 0) {
      all.add(Json.of("range", Json.of(Columns.SEEN, Json.of("gte", filters.since()))));
    }
    for (FacetField field : FacetField.values()) {
      Filters.Selection selection = filters.on(field);
      if (!selection.included().isEmpty()) {
        all.add(has(field, selection.included()));
      }
      if (!selection.excluded().isEmpty()) {
        all.add(Clauses.not(has(field, selection.excluded())));
      }
    }
    return all;
  }

  private static Map<String, Object> has(FacetField field, Set<String> values) {
    List<String> keys =
        values.stream().map(value -> Json.wellFormed(FilterQueries.key(field, value))).toList();
    return Clauses.terms(column(field), keys);
  }

  private static String column(FacetField field) {
    return switch (field) {
      case REGION -> Columns.REGION;
      case TOWN -> Columns.TOWN;
      case YEAR -> Columns.YEAR;
      case SECTION -> Columns.SECTION;
    };
  }

  /** Reports of a whole name of a place, or of a year. */
  static Map<String, Object> named(Query.Field field, String value) {
    String literal = Json.wellFormed(Literal.literal(value));
    return switch (field) {
      case TOWN -> Clauses.term(Columns.TOWN, literal);
      case COUNTY -> Clauses.term(Columns.COUNTY, literal);
      case CITY -> Clauses.term(Columns.CITY, literal);
      case PROVINCE -> Clauses.term(Columns.PROVINCE, literal);
      case YEAR -> Clauses.term(Columns.YEAR, literal);
      case SECTION, TITLE -> throw new IllegalArgumentException("no place, nor a year: " + field);
    };
  }
}
