package govsearch.engine;

import govsearch.query.FacetField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many paragraphs match
 * @param foldedTotal how many there are when near-identical ones count once; the same as {@code
 *     total} where they are not folded
 * @param literalTotal how many of them contain every term literally
 * @param hits this page
 * @param facets counts per field, each field's own filter left out of its counts
 * @param nextCursor where the next page begins; null when there is none
 */
public record SearchResult(
    Total total,
    long foldedTotal,
    long literalTotal,
    List<Hit> hits,
    Map<FacetField, FacetCounts> facets,
    @Nullable String nextCursor) {

  /**
   * A number of paragraphs.
   *
   * @param exact false if the search was cut short by its time limit, so that there may be more
   */
  public record Total(long value, boolean exact) {}
}
