package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Just the documents that an earlier pass over the same snapshot found. */
final class MatchSetQuery extends Query {

  private final MatchSet matches;
  private final boolean leads;

  /**
   * The documents of a set.
   *
   * @param leads whether other clauses are to be looked at where these documents are, or the other
   *     way round
   */
  MatchSetQuery(MatchSet matches, boolean leads) {
    this.matches = matches;
    this.leads = leads;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (!searcher.getIndexReader().equals(matches.snapshot().reader())) {
      throw new IllegalStateException("matches of another snapshot");
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        FixedBitSet bits = matches.bits(context.ord);
        return bits == null
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(bits, leads ? Math.max(1, matches.count()) : bits.length()),
                score(),
                scoreMode,
                context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "matches";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatchSetQuery that && matches == that.matches && leads == that.leads;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(matches);
  }
}
