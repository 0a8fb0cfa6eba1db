package govsearch.engine;

import java.util.List;

/**
 * How many paragraphs of each report some queries match. Every report is there, also those in which
 * nothing matches. To be read only while the engine shows it.
 */
public interface Tally {

  /** All reports of the collection, by place, then year (null last), then id. */
  List<ReportKey> reports();

  /**
   * How many paragraphs match.
   *
   * @param request which of the requests, from 0
   * @param report which of the reports, from 0
   */
  int paragraphs(int request, int report);

  /**
   * The id of the first paragraph of a report that matches.
   *
   * @throws IllegalArgumentException if none does
   */
  String firstParagraph(int request, int report);
}
