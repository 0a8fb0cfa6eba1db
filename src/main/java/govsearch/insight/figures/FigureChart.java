package govsearch.insight.figures;

import govsearch.engine.Place;
import java.math.BigDecimal;
import java.util.List;

/**
 * The figures of one unit by town and year, of all that was read: of a town's year the largest that
 * was reached.
 *
 * @param unit see {@link FigureUnit}
 * @param towns those with the largest figure of their latest year, the largest first; not more than
 *     {@link #MOST_TOWNS}
 * @param otherTowns how many towns are not there
 * @param unplaced how many figures are of no known town or year, or of a year that has not begun
 * @param targets how many figures are aimed at and not reached
 */
public record FigureChart(
    String unit, List<Town> towns, long otherTowns, long unplaced, long targets) {

  /** As many as a page has room for. */
  public static final int MOST_TOWNS = 20;

  /** A town with its years, ascending. */
  public record Town(Place place, List<Value> values) {}

  /** The largest figure of a town's year, with where it stands. */
  public record Value(
      int year, BigDecimal value, BigDecimal upTo, String reportId, String paragraphId) {}
}
