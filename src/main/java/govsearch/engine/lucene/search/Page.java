package govsearch.engine.lucene.search;

import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * A page of matches.
 *
 * @param matches with their scores, in order
 * @param next where the next page begins; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read once by whoever asked for it
record Page(ScoreDoc[] matches, @Nullable String next) {
  /** That of a search that found nothing. */
  static final Page NONE = new Page(new ScoreDoc[0], null);
}
