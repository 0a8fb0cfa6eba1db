package govsearch.engine;

import org.jspecify.annotations.Nullable;

/**
 * How often a paragraph's text stands elsewhere in the collection, its figures and the reports' own
 * place names aside.
 *
 * @param paragraphs how many others there are
 * @param towns how many towns other than its own have one
 * @param earliestYear the first year that has it, its own included; null where no year is known
 */
public record NearIdentical(long paragraphs, long towns, @Nullable Integer earliestYear) {}
