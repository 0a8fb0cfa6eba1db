package govsearch.engine;

import java.util.Locale;

/**
 * Orders of the reports in which a query matches. What is not stated comes last; ties are broken by
 * report id, always.
 */
public enum MatchingReportOrder {
  /** Those with the most matching paragraphs first, of equals the newest, then by town. */
  MOST,
  /** Newest first, then by town. */
  NEWEST,
  /** Oldest first, then by town. */
  OLDEST,
  /** By town, then newest first. */
  TOWN;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
