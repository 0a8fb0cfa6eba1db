package govsearch.engine;

import govsearch.query.FacetField;
import govsearch.query.Mode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param mode how strictly unquoted text was meant: where words mode finds nothing, a wider one
 * @param total how many paragraphs match
 * @param foldedTotal how many there are when near-identical ones count once; the same as {@code
 *     total} where they are not folded
 * @param literalTotal how many of them contain every term literally
 * @param summary how far all that matches is spread
 * @param hits this page
 * @param partial in words mode, where fewer paragraphs match than fill a screen: the best of those
 *     with most of the words. They come after the hits and count in no total and no facet.
 * @param facets counts per field, each field's own filter left out of its counts
 * @param nextCursor where the next page begins; null when there is none
 * @param meant whether a learnt model took part, so that what means nearly the same is among the
 *     hits or behind them, whatever words it has
 */
public record SearchResult(
    Mode mode,
    Total total,
    long foldedTotal,
    long literalTotal,
    MatchSummary summary,
    List<Hit> hits,
    List<Hit> partial,
    Map<FacetField, FacetCounts> facets,
    @Nullable String nextCursor,
    boolean meant) {

  /** The same with paragraphs that have most of the words. */
  public SearchResult withPartial(List<Hit> others) {
    return new SearchResult(
        mode,
        total,
        foldedTotal,
        literalTotal,
        summary,
        hits,
        List.copyOf(others),
        facets,
        nextCursor,
        meant);
  }

  /** The same of a search that was not done when its time was over. */
  public SearchResult cutShort() {
    return new SearchResult(
        mode,
        new Total(total.value(), false),
        foldedTotal,
        literalTotal,
        summary,
        hits,
        partial,
        facets,
        nextCursor,
        meant);
  }

  /** The same in which a learnt model took part. */
  public SearchResult byMeaning() {
    return new SearchResult(
        mode, total, foldedTotal, literalTotal, summary, hits, partial, facets, nextCursor, true);
  }

  /**
   * A number of paragraphs.
   *
   * @param exact false if the search was cut short by its time limit, so that there may be more
   */
  public record Total(long value, boolean exact) {}
}
