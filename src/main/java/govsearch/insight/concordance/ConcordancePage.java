package govsearch.insight.concordance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a concordance, with the exact numbers of what was read.
 *
 * @param totalLines how many lines there are in the paragraphs that were read
 * @param paragraphs how many paragraphs match; one may have several lines, or none where only
 *     fields matched
 * @param read how many of these were read: fewer where there are very many, those of evenly spread
 *     reports
 * @param groups lines by what follows, the largest first; not more than {@link
 *     Concordance#MOST_GROUPS}
 * @param otherGroups how many groups are not listed
 * @param otherLines how many lines are in those
 * @param nextCursor where the next page begins; null when there is none
 */
public record ConcordancePage(
    long totalLines,
    long paragraphs,
    long read,
    List<ConcordanceGroup> groups,
    long otherGroups,
    long otherLines,
    List<ConcordanceLine> lines,
    @Nullable String nextCursor) {}
