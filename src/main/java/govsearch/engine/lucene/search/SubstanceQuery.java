package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FormulaSentences;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Paragraphs with a sentence that is no formula. One too short to have recognisable sentences is
 * none that is formula throughout, and matches.
 */
final class SubstanceQuery extends Query {

  private static final float COST_OF_LOOKUP = 20f;

  private final FormulaSentences formula;

  SubstanceQuery(FormulaSentences formula) {
    this.formula = formula;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        SortedNumericDocValues sentences =
            DocValues.getSortedNumeric(context.reader(), Fields.SENTENCE);
        int maxDoc = context.reader().maxDoc();
        TwoPhaseIterator checked =
            new TwoPhaseIterator(DocIdSetIterator.all(maxDoc)) {
              @Override
              public boolean matches() throws IOException {
                return share(sentences, approximation().docID(), formula) < 1;
              }

              @Override
              public float matchCost() {
                return COST_OF_LOOKUP;
              }
            };
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(checked), score(), scoreMode, maxDoc);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // what is formula depends on the whole collection
      }
    };
  }

  /** Which part of a document's sentences is formula. */
  static double share(SortedNumericDocValues sentences, int doc, FormulaSentences formula)
      throws IOException {
    if (!sentences.advanceExact(doc)) {
      return 0;
    }
    int count = sentences.docValueCount();
    int known = 0;
    for (int i = 0; i < count; i++) {
      known += formula.contains(sentences.nextValue()) ? 1 : 0;
    }
    return (double) known / count;
  }

  @Override
  public String toString(String field) {
    return "substance";
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubstanceQuery that && formula.equals(that.formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }
}
