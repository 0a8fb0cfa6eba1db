package govsearch.ingest;

import org.jspecify.annotations.Nullable;

/** Names of a place's levels, as far as a text gives them. */
record Region(
    @Nullable String province,
    @Nullable String city,
    @Nullable String county,
    @Nullable String town) {

  static final Region NONE = new Region(null, null, null, null);

  /** A place of which no province is given. */
  Region(@Nullable String city, @Nullable String county, @Nullable String town) {
    this(null, city, county, town);
  }
}
