package govsearch.query;

import java.util.Locale;

/** Orders of hits. Ties are broken by report id and paragraph order, always. */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST,
  TOWN;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
