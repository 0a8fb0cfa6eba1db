package govsearch.engine;

import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.text.Range;
import java.util.List;

/**
 * Finds paragraphs, and tells how what was asked is understood. One of the ports of a {@link
 * SearchEngine}.
 */
public interface Searching {

  /** Finds paragraphs, with their counts by facet. */
  SearchResult search(SearchRequest request);

  /**
   * Where a query matches in one report, in the report's order; empty if there is no such report.
   *
   * @param mode how strictly unquoted text is meant
   */
  List<ParagraphRanges> highlight(String reportId, Query query, Mode mode);

  /** Where a text's words stand in it, ascending, as this engine cuts texts into words. */
  List<Range> words(String text);

  /** What else the collection's concepts call a text; nothing where it names none of them. */
  List<String> otherNames(String text);

  /**
   * Whether there is a report of this very place or year.
   *
   * @param field of a place, or the year
   * @param value its whole name, or four figures
   */
  boolean has(Query.Field field, String value);
}
