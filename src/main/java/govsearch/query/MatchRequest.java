package govsearch.query;

import org.jspecify.annotations.Nullable;

/**
 * What all matches of a query are asked for by: a {@link SearchRequest} without pages.
 *
 * @param sort the order of a search; null for whichever is the cheapest
 * @param presentation how much of what was found is shown
 */
public record MatchRequest(
    Query query, Mode mode, Filters filters, @Nullable SortOrder sort, Presentation presentation) {

  /** Every paragraph that matches, in no particular order. */
  public static MatchRequest of(Query query, Mode mode, Filters filters) {
    return new MatchRequest(query, mode, filters, null, Presentation.EVERYTHING);
  }
}
