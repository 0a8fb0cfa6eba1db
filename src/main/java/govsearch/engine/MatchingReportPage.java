package govsearch.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the reports in which a query matches.
 *
 * @param total how many reports there are
 * @param paragraphs how many paragraphs match in all of them
 * @param nextCursor where the next page begins; null when there is none
 */
public record MatchingReportPage(
    long total, long paragraphs, List<MatchingReport> reports, @Nullable String nextCursor) {

  public MatchingReportPage {
    reports = List.copyOf(reports);
  }
}
