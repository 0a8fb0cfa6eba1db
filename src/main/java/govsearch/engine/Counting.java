package govsearch.engine;

import govsearch.query.MatchRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is asked for, by report, without reading any text. One of the ports of a {@link
 * SearchEngine}.
 */
public interface Counting {

  /**
   * How far what matches is spread; the request's order does not matter.
   *
   * @throws SearchTimedOutException if it was not all found within a search's time limit
   */
  MatchSummary summary(MatchRequest request);

  /**
   * Counts reports, and what they say, all of one state of the collection; the orders of what is
   * matched do not matter.
   *
   * @param reader is shown the counts, once; what it gives is given back
   * @throws SearchTimedOutException if not all was found within a search's time limit
   */
  <T> T countBy(List<CountRequest> requests, Grouping grouping, Function<GroupedCounts, T> reader);

  /**
   * The regions with a town that has reports, by path: no match is looked for, and no paragraph
   * counted.
   *
   * @param parent only those below this one, its path as filters by region take it; null for all
   */
  List<RegionCount> regions(@Nullable String parent);

  /**
   * In how many reports words stand, as this engine cuts them: each report counts once, however
   * often it says one. Left out are sentences that several reports share, words without content,
   * figures, and the report's own place names.
   *
   * @throws SearchTimedOutException as {@link Matches#visit}
   */
  WordCounts wordCounts(WordRequest request);
}
