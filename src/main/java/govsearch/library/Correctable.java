package govsearch.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people may correct of a report. */
public enum Correctable {
  TITLE,
  PROVINCE,
  CITY,
  COUNTY,
  TOWN,
  YEAR,
  PUBLISHED;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a name; empty if there is none. */
  public static Optional<Correctable> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
