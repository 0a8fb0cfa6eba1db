package govsearch.query;

/**
 * How hits that say the same are shown.
 *
 * @param fold near-identical hits as one, the best of them
 * @param substanceOnly without paragraphs of which every sentence is formula
 */
public record Presentation(boolean fold, boolean substanceOnly) {

  /** Every paragraph by itself. */
  public static final Presentation EVERYTHING = new Presentation(false, false);
}
