package govsearch.query;

/**
 * How much of what was found is shown.
 *
 * @param fold near-identical hits as one, the best of them
 * @param substanceOnly without paragraphs of which every sentence is formula
 * @param perReport how many hits a search lists of one report at the most, so that a long report
 *     does not fill the first page; 0 for no limit. What stands for near-identical paragraphs of
 *     other reports is listed in any case. Totals, facets and visits know no such limit.
 */
public record Presentation(boolean fold, boolean substanceOnly, int perReport) {

  /** Any number of hits of one report. */
  public Presentation(boolean fold, boolean substanceOnly) {
    this(fold, substanceOnly, 0);
  }

  /** Every paragraph by itself. */
  public static final Presentation EVERYTHING = new Presentation(false, false);
}
