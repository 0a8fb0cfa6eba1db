package govsearch.engine;

import java.util.List;

/**
 * Counts of one field's values.
 *
 * @param values in order of display; values that are filtered by are always among them, by the
 *     names that the filter gives them
 * @param distinct how many values with a hit were to be listed in all
 * @param more how many of these are not listed
 */
public record FacetCounts(List<FacetCount> values, int distinct, int more) {

  /** No values at all. */
  public static final FacetCounts NONE = new FacetCounts(List.of(), 0, 0);

  /**
   * One value.
   *
   * @param value as filters take it
   * @param count of matching paragraphs: what a filter by this value alone would find
   * @param children how many regions or towns with a hit are directly below; 0 but for regions
   */
  public record FacetCount(String value, long count, int children) {}
}
