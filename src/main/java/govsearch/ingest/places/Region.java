package govsearch.ingest.places;

import govsearch.report.Metadata;
import govsearch.report.Sourced;
import org.jspecify.annotations.Nullable;

/** Names of a place's levels, as far as a text gives them. */
public record Region(
    @Nullable String province,
    @Nullable String city,
    @Nullable String county,
    @Nullable String town) {

  /** Nothing is known. */
  public static final Region NONE = new Region(null, null, null, null);

  /** A place of which no province is given. */
  Region(@Nullable String city, @Nullable String county, @Nullable String town) {
    this(null, city, county, town);
  }

  /** The place that is known of a report. */
  public static Region of(Metadata metadata) {
    return new Region(
        value(metadata.province()),
        value(metadata.city()),
        value(metadata.county()),
        value(metadata.town()));
  }

  private static @Nullable String value(@Nullable Sourced<String> sourced) {
    return sourced == null ? null : sourced.value();
  }
}
