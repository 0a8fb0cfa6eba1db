package govsearch.engine.lucene;

import govsearch.report.ParagraphKind;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/**
 * A text score weighed by substance: formula counts less, headings and signatures less than the
 * text below them. Between 0 and 1, so that hits can be put in tiers by adding whole numbers.
 */
final class SubstanceScore extends DoubleValuesSource {

  /** What is left of the score of a paragraph that is formula throughout. */
  private static final double OF_FORMULA = 0.4;

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

  /** What a score is worth in a paragraph of a kind, in per cent. */
  static int weight(ParagraphKind kind) {
    return switch (kind) {
      case BODY, OTHER -> 100;
      case HEADING, BYLINE -> 50;
      case TITLE, SALUTATION, SIGNATURE -> 30;
    };
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
