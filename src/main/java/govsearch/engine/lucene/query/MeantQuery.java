package govsearch.engine.lucene.query;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs of one state of the index that mean nearly the same as what was asked, by a learnt
 * model: a few, each with how near it is.
 */
public final class MeantQuery extends Query {

  private final int[] docs;
  private final float[] near;

  /**
   * Such paragraphs.
   *
   * @param near from 0 to 1, by the paragraph's document
   */
  public MeantQuery(Map<Integer, Float> near) {
    TreeMap<Integer, Float> ordered = new TreeMap<>(near);
    this.docs = new int[ordered.size()];
    this.near = new float[ordered.size()];
    int count = 0;
    for (Map.Entry<Integer, Float> one : ordered.entrySet()) {
      docs[count] = one.getKey();
      this.near[count++] = one.getValue();
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        int from = place(context.docBase);
        int to = place(context.docBase + context.reader().maxDoc());
        return from == to
            ? null
            : new DefaultScorerSupplier(new Near(from, to, context.docBase, boost));
      }

      @Override
      public Explanation explain(LeafReaderContext context, int doc) {
        int at = Arrays.binarySearch(docs, context.docBase + doc);
        return at < 0
            ? Explanation.noMatch("not near")
            : Explanation.match(boost * near[at], "near by a learnt model");
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // documents are numbered by the whole index
      }
    };
  }

  /** Where a document stands, or would. */
  private int place(int doc) {
    int at = Arrays.binarySearch(docs, doc);
    return at < 0 ? -at - 1 : at;
  }

  /** Those of one segment. */
  private final class Near extends Scorer {
    private final int from;
    private final int to;
    private final int base;
    private final float boost;
    private int at;

    Near(int from, int to, int base, float boost) {
      this.from = from;
      this.to = to;
      this.base = base;
      this.boost = boost;
      this.at = from - 1;
    }

    @Override
    public int docID() {
      if (at < from) {
        return -1;
      }
      return at >= to ? DocIdSetIterator.NO_MORE_DOCS : docs[at] - base;
    }

    @Override
    public float score() {
      return boost * near[at];
    }

    @Override
    public float getMaxScore(int upTo) {
      return boost;
    }

    @Override
    public DocIdSetIterator iterator() {
      return new DocIdSetIterator() {
        @Override
        public int docID() {
          return Near.this.docID();
        }

        @Override
        public int nextDoc() {
          at++;
          return docID();
        }

        @Override
        public int advance(int target) {
          int found = place(base + target);
          at = Math.max(at + 1, Math.min(found, to));
          return docID();
        }

        @Override
        public long cost() {
          return (long) to - from;
        }
      };
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return docs.length + " near ones";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeantQuery that
        && Arrays.equals(docs, that.docs)
        && Arrays.equals(near, that.near);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(docs) + Arrays.hashCode(near);
  }
}
