package govsearch.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Just the documents that stand for their folds, found by a first pass over one snapshot. Lives as
 * long as one search.
 */
final class Folds extends Query {

  private final FixedBitSet heads;
  private final Object snapshot;

  /**
   * A query for some documents.
   *
   * @param heads numbers in the whole reader
   * @param snapshot the reader's context, to which the numbers belong
   */
  Folds(FixedBitSet heads, Object snapshot) {
    this.heads = heads;
    this.snapshot = snapshot;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (searcher.getTopReaderContext() != snapshot) {
      throw new IllegalStateException("folds of another snapshot");
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        int maxDoc = context.reader().maxDoc();
        FixedBitSet here = new FixedBitSet(maxDoc);
        DocIdSetIterator all = new BitSetIterator(heads, 0);
        int end = context.docBase + maxDoc;
        for (int doc = all.advance(context.docBase); doc < end; doc = all.nextDoc()) {
          here.set(doc - context.docBase);
        }
        int count = here.cardinality();
        return count == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(here, count), score(), scoreMode, maxDoc);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public String toString(String field) {
    return "folds";
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folds that && heads.equals(that.heads);
  }

  @Override
  public int hashCode() {
    return heads.hashCode();
  }
}
