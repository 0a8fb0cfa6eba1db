package govsearch.engine.lucene.analysis;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How often a term is there counts ever less for every time more (BM25), but for what a statement
 * is about: there it is no count but how much is said of it, and counts as it is, nearly as in a
 * cosine.
 */
public final class Counting extends PerFieldSimilarityWrapper {

  /** So slowly that it never does: k1 of BM25. */
  public static final float OF_MATTERS = 50;

  /** How much a long text counts less: b of BM25, its usual one. */
  public static final float OF_LENGTH = 0.75f;

  private static final Similarity USUAL = new BM25Similarity();
  private static final Similarity MATTERS = new BM25Similarity(OF_MATTERS, OF_LENGTH);

  @Override
  public Similarity get(String field) {
    return field.equals(Fields.STATEMENT_TOPICS) ? MATTERS : USUAL;
  }
}
