package govsearch.engine.lucene.snapshot;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * The documents that a query matches, ascending, with their scores where these were asked for. A
 * search collects them once and counts, folds and orders what it has: the matching and the scoring
 * are what costs.
 */
public final class Matches {

  private final int[] docs;
  private final float[] scores;
  private final int count;

  /**
   * Some documents.
   *
   * @param docs numbers in the whole reader; those behind {@code count} are none
   * @param scores by the same index; empty where there are none
   */
  public Matches(int[] docs, float[] scores, int count) {
    this.docs = docs;
    this.scores = scores;
    this.count = count;
  }

  /** Finds all. Whether time ran out, the searcher tells. */
  public static Matches of(IndexSearcher searcher, Query query, boolean scored) throws IOException {
    return searcher.search(query, MatchCollector.manager(scored));
  }

  public int count() {
    return count;
  }

  /** A document's number in the whole reader. */
  public int doc(int index) {
    return docs[index];
  }

  /** A document's score; 0 where none was asked for. */
  public float score(int index) {
    return scores.length == 0 ? 0 : scores[index];
  }

  /** The index of the first match that is this document or behind it. */
  public int from(int doc) {
    return from(doc, 0, count);
  }

  /** The same among some of the matches. */
  public int from(int doc, int first, int end) {
    int found = Arrays.binarySearch(docs, first, end, doc);
    return found < 0 ? -found - 1 : found;
  }

  /** All the documents' numbers, in an array of one's own. */
  public int[] docs() {
    return Arrays.copyOf(docs, count);
  }
}
