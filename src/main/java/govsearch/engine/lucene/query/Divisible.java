package govsearch.engine.lucene.query;

/**
 * A query whose scorers begin at any document as quickly as at the first, and for which what takes
 * time is to go on: the parts of a segment may be gone through at once, each by a scorer of its
 * own.
 */
public interface Divisible {}
