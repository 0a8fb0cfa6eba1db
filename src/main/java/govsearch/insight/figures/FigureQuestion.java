package govsearch.insight.figures;

import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.text.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for.
 *
 * @param otherNames whether those too of what the concepts call the same
 * @param unit see {@link FigureUnit}; null for all
 * @param whole whether all paragraphs that match are read to count them, be there ever so many;
 *     else some {@link Figures#MOST_READ} of more
 */
public record FigureQuestion(
    Query query,
    boolean otherNames,
    Filters filters,
    @Nullable String unit,
    FigureOrder order,
    boolean whole) {

  /** All figures, newest first. */
  public static FigureQuestion of(Query query, boolean otherNames, Filters filters) {
    return new FigureQuestion(query, otherNames, filters, null, FigureOrder.YEAR, false);
  }

  boolean wants(Quantity quantity) {
    return unit == null || unit.equals(FigureUnit.of(quantity));
  }
}
