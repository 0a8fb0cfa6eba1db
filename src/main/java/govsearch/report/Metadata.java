package govsearch.report;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a report. Each value is null where the document does not say it: none is ever
 * guessed.
 *
 * @param year the year reported on, not the year of signing or publishing
 * @param published date of publishing as the site or manifest gives it, not parsed
 * @param ambiguous whether several places of the national tables have this name, and nothing tells
 *     which of them is meant
 */
public record Metadata(
    @Nullable Sourced<String> title,
    @Nullable Sourced<String> province,
    @Nullable Sourced<String> city,
    @Nullable Sourced<String> county,
    @Nullable Sourced<String> town,
    @Nullable Sourced<Integer> year,
    @Nullable Sourced<String> published,
    boolean ambiguous) {

  /** What a document says, without tables to hold it against. */
  public Metadata(
      @Nullable Sourced<String> title,
      @Nullable Sourced<String> province,
      @Nullable Sourced<String> city,
      @Nullable Sourced<String> county,
      @Nullable Sourced<String> town,
      @Nullable Sourced<Integer> year,
      @Nullable Sourced<String> published) {
    this(title, province, city, county, town, year, published, false);
  }
}
