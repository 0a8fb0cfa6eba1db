package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.Vectors;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What a term means in a collection: the sum of the vectors of the problems that have it, so that
 * terms which keep the same company are near each other. Learnt from what is committed when a term
 * is first asked for; so it is never out of date, and nothing is kept beside the index.
 */
public final class TermContexts {

  /** More problems than these of a segment add little but time. */
  private static final int MOST_CONTEXTS = 300;

  private static final int MOST_KNOWN = 20_000;

  private final IndexReader reader;
  private final int dimensions;
  private final Map<Term, float[]> known = new ConcurrentHashMap<>();
  private float[] common = {};

  TermContexts(IndexReader reader, int dimensions) {
    this.reader = reader;
    this.dimensions = dimensions;
  }

  /** A vector to which others can be added. */
  public float[] zero() {
    return new float[dimensions];
  }

  /** A term's meaning, of length 1; all zero where no problem has it. Not to be changed. */
  public float[] of(Term term) throws IOException {
    float[] context = known.get(term);
    if (context == null) {
      context = learn(term);
      if (known.size() < MOST_KNOWN) {
        known.put(term, context);
      }
    }
    return context;
  }

  private float[] learn(Term term) throws IOException {
    float[] sum = new float[dimensions];
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (vectors != null && postings != null) {
        int frequency = Math.min(leaf.reader().docFreq(term), vectors.size());
        add(vectors, postings, leaf.reader().getLiveDocs(), stride(frequency), sum);
      }
    }
    Vectors.takeOut(sum, common());
    Vectors.normalise(sum);
    return sum;
  }

  /** The direction that all problems share; it tells none from another. */
  private synchronized float[] common() throws IOException {
    if (common.length == 0) {
      float[] sum = new float[dimensions];
      for (LeafReaderContext leaf : reader.leaves()) {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (vectors != null) {
          DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
          add(vectors, all, leaf.reader().getLiveDocs(), stride(vectors.size() / 10), sum);
        }
      }
      Vectors.normalise(sum);
      common = sum;
    }
    return common;
  }

  private static int stride(int frequency) {
    return Math.max(1, frequency / MOST_CONTEXTS);
  }

  /** Adds every {@code stride}th vector of some documents. */
  private static void add(
      FloatVectorValues vectors,
      DocIdSetIterator docs,
      @Nullable Bits live,
      int stride,
      float[] sum)
      throws IOException {
    KnnVectorValues.DocIndexIterator having = vectors.iterator();
    int count = 0;
    int doc = docs.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      int next = having.docID() < doc ? having.advance(doc) : having.docID();
      if (next == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
      if (next > doc) {
        doc = docs.advance(next);
        continue;
      }
      if ((live == null || live.get(doc)) && count++ % stride == 0) {
        Vectors.add(sum, vectors.vectorValue(having.index()), 1);
      }
      doc = docs.nextDoc();
    }
  }
}
