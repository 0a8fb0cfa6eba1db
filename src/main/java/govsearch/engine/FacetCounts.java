package govsearch.engine;

import java.util.List;

/**
 * Counts of one field's values.
 *
 * @param values in order of display; values that are filtered by are always among them
 * @param distinct how many values there are in all, so that a shortened list shows as one
 */
public record FacetCounts(List<FacetCount> values, int distinct) {

  /**
   * One value.
   *
   * @param value as filters take it
   * @param count of matching paragraphs
   */
  public record FacetCount(String value, long count) {}
}
