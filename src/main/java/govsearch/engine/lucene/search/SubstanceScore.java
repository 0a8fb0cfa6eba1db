package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FormulaSentences;
import govsearch.engine.lucene.document.ParagraphWeight;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/**
 * A text score weighed by substance: sentences that several reports share count less, and so do
 * paragraphs that weigh little by themselves (see {@link ParagraphWeight}). Between 0 and 1, so
 * that hits can be put in tiers by adding whole numbers.
 */
final class SubstanceScore extends DoubleValuesSource {

  /**
   * What is left of the score of a paragraph that is formula throughout. Not less: most questions
   * can be answered in a shared sentence, and openings and avowals weigh little already.
   */
  private static final double OF_FORMULA = 0.7;

  /** The score that becomes one half. */
  private static final double HALF = 10;

  private final FormulaSentences formula;

  SubstanceScore(FormulaSentences formula) {
    this.formula = formula;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    SortedNumericDocValues sentences =
        DocValues.getSortedNumeric(context.reader(), Fields.SENTENCE);
    NumericDocValues weights = DocValues.getNumeric(context.reader(), Fields.WEIGHT);
    return new DoubleValues() {
      private double value;

      @Override
      public double doubleValue() {
        return value;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        if (!scores.advanceExact(doc)) {
          return false;
        }
        double share = SubstanceQuery.share(sentences, doc, formula);
        double weighed =
            scores.doubleValue() * (1 - (1 - OF_FORMULA) * share) * weight(weights, doc);
        value = weighed / (weighed + HALF);
        return true;
      }
    };
  }

  private static double weight(NumericDocValues weights, int doc) throws IOException {
    return weights.advanceExact(doc) ? weights.longValue() / 100.0 : 1;
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return false; // what is formula depends on the whole collection
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubstanceScore that && formula.equals(that.formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return "substance score";
  }
}
