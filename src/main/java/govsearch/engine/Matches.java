package govsearch.engine;

import govsearch.query.MatchRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows all that a request matches, or the reports that it is in. Showing every match is for
 * exports and for what is counted in texts; its cost is that of reading them. One of the ports of a
 * {@link SearchEngine}.
 */
public interface Matches {

  /**
   * Shows every match to a visitor, in order, all of one state of the collection. Memory grows by
   * some bytes a match, not by the matches themselves.
   *
   * @return how many there were
   * @throws SearchTimedOutException if they were not all found within a search's time limit; then
   *     none is shown; or if the {@link Deadline} comes while they are shown
   */
  long visit(MatchRequest request, MatchVisitor visitor);

  /**
   * Shows the text of every match, the matches of a report in a row; the request's order does not
   * matter. For what is counted in texts: costs little more than reading them.
   *
   * @return how many there were
   * @throws SearchTimedOutException as {@link #visit}
   */
  default long passages(MatchRequest request, PassageVisitor visitor) {
    return passages(request, Long.MAX_VALUE, visitor).matching();
  }

  /**
   * As {@link #passages(MatchRequest, PassageVisitor)}; where more match than are wanted, those of
   * some of the reports, chosen by nothing that they say, and the same ones for as long as neither
   * request nor collection changes.
   *
   * @param most about how much is to be read at the most: as many paragraphs, of which those of
   *     reports with one or two of them count more, since opening a report costs as much as they do
   */
  PassageCount passages(MatchRequest request, long most, PassageVisitor visitor);

  /**
   * Shows the passages of a page of the reports in which a request matches, the reports in order,
   * until enough was seen; the pages are those of {@link #matchingReports}.
   *
   * @param size how many reports at the most
   * @param cursor where the page before ended, or null
   * @param visitor is shown the next passage, and tells whether it wants more
   * @return where the next page begins; null when there is none
   * @throws SearchTimedOutException as {@link #matchingReports}
   */
  @Nullable String passages(
      MatchRequest request,
      MatchingReportOrder order,
      int size,
      @Nullable String cursor,
      Predicate<Passage> visitor);

  /**
   * The reports in which a request matches, page by page; the request's own order does not matter.
   * Text is read of those of the page alone.
   *
   * @param size how many reports at the most
   * @param cursor where the page before ended, or null
   * @throws SearchTimedOutException if not all was found within a search's time limit
   */
  MatchingReportPage matchingReports(
      MatchRequest request, MatchingReportOrder order, int size, @Nullable String cursor);
}
