package govsearch.query;

import java.util.Locale;

/** Orders of hits. Ties are broken by report id and paragraph order, always. */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST,
  TOWN,
  /** Reports whose text came into the collection last are first. */
  FIRST_SEEN;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
