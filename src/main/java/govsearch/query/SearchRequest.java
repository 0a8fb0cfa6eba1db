package govsearch.query;

import org.jspecify.annotations.Nullable;

/**
 * A search, validated.
 *
 * @param size how many hits at the most, 1 to {@link #MAX_SIZE}
 * @param cursor where the page before ended, as the engine said; null for the first page
 * @param presentation how much of what was found is shown
 * @param listing which facet values are listed
 */
public record SearchRequest(
    Query query,
    Mode mode,
    Filters filters,
    SortOrder sort,
    int size,
    @Nullable String cursor,
    Presentation presentation,
    FacetListing listing) {

  /** The most hits of one page. */
  public static final int MAX_SIZE = 200;

  /** The longest query, in UTF-16 units. */
  public static final int MAX_QUERY_LENGTH = 1000;

  /** What the web page asks before anybody has typed anything, as far as it takes time. */
  public static final SearchRequest FIRST_PAGE =
      new SearchRequest(
          new Query.Everything(),
          Mode.WORDS,
          Filters.NONE,
          SortOrder.RELEVANCE,
          1,
          null,
          new Presentation(true, false),
          FacetListing.ALL);

  public SearchRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size out of 1.." + MAX_SIZE + ": " + size);
    }
  }

  /** A request with the facets listed as far as they fit. */
  public SearchRequest(
      Query query,
      Mode mode,
      Filters filters,
      SortOrder sort,
      int size,
      @Nullable String cursor,
      Presentation presentation) {
    this(query, mode, filters, sort, size, cursor, presentation, FacetListing.ALL);
  }

  /** A request that shows every paragraph by itself. */
  public SearchRequest(
      Query query, Mode mode, Filters filters, SortOrder sort, int size, @Nullable String cursor) {
    this(query, mode, filters, sort, size, cursor, Presentation.EVERYTHING);
  }

  /** A first page in order of relevance, without filters. */
  public static SearchRequest of(Query query, Mode mode, int size) {
    return new SearchRequest(query, mode, Filters.NONE, SortOrder.RELEVANCE, size, null);
  }
}
