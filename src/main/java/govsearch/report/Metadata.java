package govsearch.report;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a report. Each value is null where the document does not say it: none is ever
 * guessed.
 *
 * @param year the year reported on, not the year of signing or publishing
 * @param published date of publishing as the site gives it, not parsed
 */
public record Metadata(
    @Nullable Sourced<String> title,
    @Nullable Sourced<String> province,
    @Nullable Sourced<String> city,
    @Nullable Sourced<String> county,
    @Nullable Sourced<String> town,
    @Nullable Sourced<Integer> year,
    @Nullable Sourced<String> published) {}
