package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents in which terms stand at given distances from one another: {@link PhrasePostings}. */
final class PlacedTermsQuery extends Query implements Divisible {

  private final String field;
  private final List<PhrasePostings.Placed> terms;

  /**
   * Of some terms.
   *
   * @param terms at least one
   */
  PlacedTermsQuery(String field, List<PhrasePostings.Placed> terms) {
    this.field = field;
    this.terms = List.copyOf(terms);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        PhrasePostings docs = PhrasePostings.of(context.reader(), field, terms);
        return docs == null ? null : new Supplier(docs, score());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private static final class Supplier extends ScorerSupplier {
    private final PhrasePostings docs;
    private final float score;

    Supplier(PhrasePostings docs, float score) {
      this.docs = docs;
      this.score = score;
    }

    @Override
    public Scorer get(long leadCost) {
      return new Found(docs, score);
    }

    @Override
    public long cost() {
      return docs.cost();
    }
  }

  /** To be gone through in one of two ways: as it is, or with others that lead. */
  private static final class Found extends Scorer {
    private final PhrasePostings docs;
    private final float score;

    Found(PhrasePostings docs, float score) {
      this.docs = docs;
      this.score = score;
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
    public TwoPhaseIterator twoPhaseIterator() {
      return new Closer(docs);
    }

    @Override
    public float getMaxScore(int upTo) {
      return score;
    }

    @Override
    public float score() {
      return score;
    }
  }

  /** Documents with all terms first, and where these stand only in those that are wanted. */
  private static final class Closer extends TwoPhaseIterator {
    private static final float COST_OF_POSITIONS = 100f;

    private final PhrasePostings docs;

    Closer(PhrasePostings docs) {
      super(new WithAll(docs));
      this.docs = docs;
    }

    @Override
    public boolean matches() throws IOException {
      return docs.nextPlace() != PhrasePostings.NO_MORE_PLACES;
    }

    @Override
    public float matchCost() {
      return COST_OF_POSITIONS;
    }
  }

  private static final class WithAll extends DocIdSetIterator {
    private final PhrasePostings docs;

    WithAll(PhrasePostings docs) {
      this.docs = docs;
    }

    @Override
    public int docID() {
      return docs.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return docs.advanceToAll(docs.docID() + 1);
    }

    @Override
    public int advance(int target) throws IOException {
      return docs.advanceToAll(target);
    }

    @Override
    public long cost() {
      return docs.cost();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.consumeTerms(
          this, terms.stream().map(one -> new Term(field, one.term())).toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + terms;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacedTermsQuery that
        && field.equals(that.field)
        && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, terms);
  }
}
