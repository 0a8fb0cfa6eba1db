package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ScoreDoc;

/**
 * Weighs text scores by substance: sentences that several reports share count less, and so do
 * paragraphs that weigh little by themselves. What comes out lies between 0 and 1, so that hits can
 * be put in tiers by adding whole numbers.
 */
final class Substance {

  /** The score that becomes one half. */
  private static final double HALF = 10;

  private final Snapshot snapshot;
  private final double ofFormula;

  /**
   * Weighs matches.
   *
   * @param ofFormula what is left of the score of a paragraph that is formula throughout
   */
  Substance(Snapshot snapshot, double ofFormula) {
    this.snapshot = snapshot;
    this.ofFormula = ofFormula;
  }

  /**
   * Some matches of one tier with the scores that they are ordered by.
   *
   * @param tier is added to each
   */
  List<Ranked> weigh(ScoreDoc[] found, int tier) throws IOException {
    ScoreDoc[] byDocument = found.clone(); // values are read forwards
    Arrays.sort(byDocument, Comparator.comparingInt(one -> one.doc));
    List<Ranked> ranked = new ArrayList<>(found.length);
    Columns columns = null;
    for (ScoreDoc one : byDocument) {
      if (columns == null || one.doc >= columns.end) {
        columns = new Columns(snapshot.leaf(one.doc));
      }
      ranked.add(columns.ranked(one, tier));
    }
    return ranked;
  }

  private final class Columns {
    private final LeafReaderContext leaf;
    private final int base;
    private final int end;
    private final Segment segment;
    private final SortedNumericDocValues sentences;
    private final NumericDocValues weights;
    private final NumericDocValues folds;

    /** Of the document before. */
    private int report;

    Columns(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      base = leaf.docBase;
      end = base + leaf.reader().maxDoc();
      segment = snapshot.segment(leaf);
      sentences = DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE);
      weights = DocValues.getNumeric(leaf.reader(), Fields.WEIGHT);
      folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    }

    Ranked ranked(ScoreDoc one, int tier) throws IOException {
      int doc = one.doc - base;
      double share = SentenceValues.formulaShare(sentences, doc, snapshot.formula());
      double weight = weights.advanceExact(doc) ? weights.longValue() / 100.0 : 1;
      double weighed = one.score * (1 - (1 - ofFormula) * share) * weight;
      float score = (float) (tier + weighed / (weighed + HALF));
      report = segment.reportOf(doc, report);
      ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
      return new Ranked(one.doc, score, place, folds.advanceExact(doc) ? folds.longValue() : 0);
    }
  }
}
