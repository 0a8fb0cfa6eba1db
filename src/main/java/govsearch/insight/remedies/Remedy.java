package govsearch.insight.remedies;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that says what is done about a problem, and why it is taken for that.
 *
 * @param statement its range in the paragraph's text
 * @param score how much it shares of what is rare in its report; of no meaning between reports
 * @param terms what it shares with the problem (an achievement also with the measure) and few other
 *     statements have, as it stands in it or in its headings; none of a measure that is known by
 *     its place alone
 * @param ranges where these stand in the statement, by the paragraph's text, ascending and
 *     disjoint; none where only its headings have them
 */
public record Remedy(
    Paragraph paragraph, Range statement, double score, List<String> terms, List<Range> ranges) {

  /**
   * What is done about a problem.
   *
   * @param measures what its report plans for it, best first; empty where nothing fits
   * @param nextYear the town's report on the year after; null where the collection has none
   * @param achievements what that report says was done about it, best first
   */
  public record Found(
      List<Remedy> measures, @Nullable ReportHead nextYear, List<Remedy> achievements) {

    /** Nothing that fits. */
    public static final Found NONE = new Found(List.of(), null, List.of());
  }
}
