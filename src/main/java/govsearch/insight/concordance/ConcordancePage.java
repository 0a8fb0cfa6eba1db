package govsearch.insight.concordance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a concordance, with the exact numbers of the whole.
 *
 * @param totalLines how many lines there are in all
 * @param paragraphs how many paragraphs match; one may have several lines, or none where only
 *     fields matched
 * @param groups lines by what follows, the largest first; not more than {@link
 *     Concordance#MOST_GROUPS}
 * @param otherGroups how many groups are not listed
 * @param otherLines how many lines are in those
 * @param nextCursor where the next page begins; null when there is none
 */
public record ConcordancePage(
    long totalLines,
    long paragraphs,
    List<ConcordanceGroup> groups,
    long otherGroups,
    long otherLines,
    List<ConcordanceLine> lines,
    @Nullable String nextCursor) {}
