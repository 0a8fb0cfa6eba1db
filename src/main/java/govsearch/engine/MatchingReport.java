package govsearch.engine;

import govsearch.report.ParagraphKind;
import govsearch.report.ReportHead;
import java.util.Comparator;
import java.util.List;

/**
 * A report in which a query matches.
 *
 * @param matches all of them, in the report's order; at least one
 */
public record MatchingReport(ReportHead report, List<Match> matches) {

  public MatchingReport {
    matches = List.copyOf(matches);
  }

  /** How many places match in all of them. */
  public long places() {
    return matches.stream().mapToLong(match -> match.ranges().size()).sum();
  }

  /**
   * The one with the least formula, the first of several; a heading or the like, which says nothing
   * by itself, only where there is nothing else.
   */
  public Match example() {
    Comparator<Match> bodyFirst =
        Comparator.comparing(match -> match.paragraph().kind() != ParagraphKind.BODY);
    return matches.stream().min(bodyFirst.thenComparingDouble(Match::formulaShare)).orElseThrow();
  }
}
