package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
import govsearch.engine.opensearch.read.FacetCounted.Value;
import govsearch.query.FacetField;
import java.util.List;
import java.util.Map;

/**
 * What is counted of a search.
 *
 * @param literal how many matches are literal
 * @param folded how many there are when those that say the same count once
 */
record Totals(
    long total,
    long literal,
    long folded,
    MatchSummary summary,
    Map<FacetField, FacetCounts> facets) {

  /** The years of a facet's values, as a summary has them. */
  static List<Integer> years(List<Value> values) {
    return values.stream()
        .map(Value::term)
        .filter(name -> !name.equals(FacetField.UNSTATED))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }
}
