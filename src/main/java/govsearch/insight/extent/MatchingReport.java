package govsearch.insight.extent;

import govsearch.engine.Match;
import govsearch.report.ReportHead;

/**
 * A report in which a query matches.
 *
 * @param paragraphs how many of its paragraphs match
 * @param places how many places match in them
 * @param example the matching paragraph with the least formula, the first of several
 */
public record MatchingReport(ReportHead report, long paragraphs, long places, Match example) {

  static MatchingReport of(Match match) {
    return new MatchingReport(match.report(), 1, match.ranges().size(), match);
  }

  /** With one more match, which stands behind those so far. */
  MatchingReport and(Match match) {
    return new MatchingReport(
        report,
        paragraphs + 1,
        places + match.ranges().size(),
        match.formulaShare() < example.formulaShare() ? match : example);
  }
}
