package govsearch.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to search for where nothing was found. Every count is that of the search proposed, or says
 * that it is no more than a part of it.
 *
 * @param phrases that may have been meant
 * @param without searches that leave one thing out, the one with most hits first
 */
public record Instead(List<Phrase> phrases, List<Without> without) {

  /**
   * A phrase of the collection in place of one that it has not.
   *
   * @param query the whole query with it
   * @param exact whether it finds no more than were counted
   */
  public record Phrase(String text, String query, long count, boolean exact) {}

  /**
   * One thing left out.
   *
   * @param kind {@code filter}, {@code substance} or {@code part}
   * @param field of the filter; null for the other kinds
   * @param values of the filter, excluded ones with a minus; empty for the other kinds
   * @param label of the part; null for the other kinds
   * @param query the query that is left
   */
  public record Without(
      String kind,
      @Nullable String field,
      List<String> values,
      @Nullable String label,
      String query,
      long count) {}
}
