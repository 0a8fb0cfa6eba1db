package govsearch.engine.lucene.suggest;

/**
 * Two characters at a place that is counted from another.
 *
 * @param at how far behind the other its first character stands; negative for before
 * @param paragraphs how many have it anywhere, deleted ones included
 */
record PlacedBigram(String bigram, int at, long paragraphs) {}
