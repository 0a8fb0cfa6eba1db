package govsearch.engine;

/** How much is in a collection. */
public record CollectionSize(long reports, long paragraphs) {}
