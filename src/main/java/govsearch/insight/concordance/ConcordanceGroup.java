package govsearch.insight.concordance;

/**
 * Lines that go on in the same way.
 *
 * @param following the literal text with which they go on; empty where nothing follows
 * @param ends whether punctuation or the paragraph's end comes right behind it; else it may go on
 * @param lines how many
 */
public record ConcordanceGroup(String following, boolean ends, long lines) {}
