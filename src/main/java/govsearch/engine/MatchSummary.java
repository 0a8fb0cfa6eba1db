package govsearch.engine;

import org.jspecify.annotations.Nullable;

/**
 * How far what a query matches is spread.
 *
 * @param towns those that are stated; of one name in different regions they are different ones
 * @param firstYear the earliest year reported on; null where no match says its year
 * @param lastYear the latest; null where no match says its year
 */
public record MatchSummary(
    long paragraphs,
    long reports,
    long towns,
    @Nullable Integer firstYear,
    @Nullable Integer lastYear) {}
