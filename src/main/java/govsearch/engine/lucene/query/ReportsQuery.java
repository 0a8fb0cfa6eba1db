package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents behind certain heads: what is known of a report as a whole stands at its head only.
 * Lucene's block join wants the parent behind its children; ours stands before them, so that a
 * paragraph knows it by its own place.
 */
public final class ReportsQuery extends Query {

  private final Query heads;

  /**
   * Documents behind heads.
   *
   * @param heads matches head documents only
   */
  public ReportsQuery(Query heads) {
    this.heads = heads;
  }

  /** What the heads must match. */
  public Query heads() {
    return heads;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = heads.rewrite(searcher);
    if (rewritten instanceof MatchNoDocsQuery) {
      return rewritten;
    }
    return rewritten.equals(heads) ? super.rewrite(searcher) : new ReportsQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner = searcher.createWeight(searcher.rewrite(heads), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        ScorerSupplier supplier = inner.scorerSupplier(context);
        if (supplier == null) {
          return null;
        }
        DocIdSetIterator documents =
            new Blocks(
                supplier.get(Long.MAX_VALUE).iterator(),
                DocValues.getNumeric(context.reader(), Fields.ORDINAL),
                DocValues.getNumeric(context.reader(), Fields.BLOCK));
        return ConstantScoreScorerSupplier.fromIterator(
            documents, score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return inner.isCacheable(context);
      }
    };
  }

  /** Goes through the blocks behind matching heads. */
  private static final class Blocks extends DocIdSetIterator {
    private static final int USUAL_BLOCK = 50;

    private final DocIdSetIterator heads;
    private final NumericDocValues ordinals;
    private final NumericDocValues blocks;
    private int doc = -1;

    /** Where the block behind the current head ends. */
    private int end = -1;

    Blocks(DocIdSetIterator heads, NumericDocValues ordinals, NumericDocValues blocks) {
      this.heads = heads;
      this.ordinals = ordinals;
      this.blocks = blocks;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() throws IOException {
      return doc + 1 < end ? ++doc : enter(heads.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      if (target < end) {
        return doc = target;
      }
      if (target == NO_MORE_DOCS) {
        return doc = NO_MORE_DOCS;
      }
      int head = ordinals.advanceExact(target) ? target - (int) ordinals.longValue() : target;
      enter(heads.docID() < head ? heads.advance(head) : heads.nextDoc());
      return doc < target ? doc = target : doc;
    }

    /** Goes to the first document behind a head, or behind the next that has any. */
    private int enter(int first) throws IOException {
      int head = first;
      while (head != NO_MORE_DOCS) {
        int length = blocks.advanceExact(head) ? (int) blocks.longValue() : 0;
        if (length > 0) {
          end = head + 1 + length;
          return doc = head + 1;
        }
        head = heads.nextDoc();
      }
      end = NO_MORE_DOCS;
      return doc = NO_MORE_DOCS;
    }

    @Override
    public void intoBitSet(int upTo, FixedBitSet bits, int offset) throws IOException {
      while (doc < upTo) {
        int to = Math.min(end, upTo);
        bits.set(doc - offset, to - offset);
        if (to < end) {
          doc = to;
        } else {
          enter(heads.nextDoc());
        }
      }
    }

    @Override
    public int docIDRunEnd() {
      return end;
    }

    @Override
    public long cost() {
      return heads.cost() * USUAL_BLOCK;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "reports(" + heads + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReportsQuery that && heads.equals(that.heads);
  }

  @Override
  public int hashCode() {
    return 31 * heads.hashCode() + 1;
  }
}
