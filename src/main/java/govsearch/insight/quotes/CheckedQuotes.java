package govsearch.insight.quotes;

import java.util.List;

/**
 * Checked quotations of a text, in its order and in a row.
 *
 * @param total how many the text has, checked or not
 */
public record CheckedQuotes(List<CheckedQuote> quotes, int total) {}
