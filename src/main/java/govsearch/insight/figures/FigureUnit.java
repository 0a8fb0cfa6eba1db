package govsearch.insight.figures;

import govsearch.text.Quantity;

/**
 * What figures count.
 *
 * @param unit one for units that mean the same; {@link #RATE} for every rate
 * @param count how many figures have it
 */
public record FigureUnit(String unit, long count) {

  /** All rates, of whatever. */
  public static final String RATE = "rate";

  /** The unit that a quantity is counted under. */
  static String of(Quantity quantity) {
    return quantity.kind() == Quantity.Kind.RATE ? RATE : quantity.normalUnit();
  }
}
