package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Matches;
import java.io.IOException;
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
 * Just some documents with scores, found by an earlier pass over one snapshot. Lives as long as one
 * search.
 */
final class MatchesQuery extends Query {

  private final Matches matches;
  private final Object snapshot;

  /**
   * A query for some documents.
   *
   * @param snapshot the reader's context, to which their numbers belong
   */
  MatchesQuery(Matches matches, Object snapshot) {
    this.matches = matches;
    this.snapshot = snapshot;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (searcher.getTopReaderContext() != snapshot) {
      throw new IllegalStateException("matches of another snapshot");
    }
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        int first = matches.from(context.docBase);
        int end = matches.from(context.docBase + context.reader().maxDoc());
        return first == end
            ? null
            : new DefaultScorerSupplier(
                new MatchScorer(new Iterator(context.docBase, first, end), boost));
      }

      @Override
      public Explanation explain(LeafReaderContext context, int doc) {
        int at = matches.from(context.docBase + doc);
        return at < matches.count() && matches.doc(at) == context.docBase + doc
            ? Explanation.match(boost * matches.score(at), "found by an earlier pass")
            : Explanation.noMatch("not found by an earlier pass");
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** The matches of one segment. */
  private final class Iterator extends DocIdSetIterator {
    private final int base;
    private final int first;
    private final int end;
    private int at;

    Iterator(int base, int first, int end) {
      this.base = base;
      this.first = first;
      this.end = end;
      this.at = first - 1;
    }

    @Override
    public int docID() {
      if (at < first) {
        return -1;
      }
      return at < end ? matches.doc(at) - base : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      at = target == NO_MORE_DOCS ? end : matches.from(base + target, Math.max(first, at), end);
      return docID();
    }

    @Override
    public long cost() {
      return (long) end - first;
    }
  }

  private final class MatchScorer extends Scorer {
    private final Iterator docs;
    private final float boost;

    MatchScorer(Iterator docs, float boost) {
      this.docs = docs;
      this.boost = boost;
    }

    @Override
    public int docID() {
      return docs.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return docs;
    }

    @Override
    public float score() throws IOException {
      return boost * matches.score(docs.at);
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }

  @Override
  public String toString(String field) {
    return "matches";
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatchesQuery that && matches == that.matches;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(matches);
  }
}
