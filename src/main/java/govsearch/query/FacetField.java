package govsearch.query;

import java.util.Locale;

/** The dimensions that hits are counted and filtered by. */
public enum FacetField {
  REGION,
  TOWN,
  YEAR,
  SECTION;

  /** The value of a report that does not say. */
  public static final String UNSTATED = "未注明";

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
