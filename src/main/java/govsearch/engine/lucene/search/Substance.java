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
   * A match of which it is not yet known how much of it is formula.
   *
   * @param weight it has by itself
   * @param most how it would stand if nothing of it were
   */
  record Promised(ScoreDoc match, int tier, double weight, Ranked most) {}

  /**
   * Some matches of one tier with the scores that they are ordered by at the most.
   *
   * @param tier is added to each
   */
  List<Promised> promised(ScoreDoc[] found, int tier) throws IOException {
    ScoreDoc[] byDocument = found.clone(); // values are read forwards
    Arrays.sort(byDocument, Comparator.comparingInt(one -> one.doc));
    List<Promised> promised = new ArrayList<>(found.length);
    Columns columns = null;
    for (ScoreDoc one : byDocument) {
      if (columns == null || one.doc >= columns.end) {
        columns = new Columns(snapshot.leaf(one.doc));
      }
      promised.add(columns.promised(one, tier));
    }
    return promised;
  }

  /** The same with the scores that they are ordered by. */
  List<Ranked> weighed(List<Promised> some) throws IOException {
    List<Promised> byDocument = new ArrayList<>(some);
    byDocument.sort(Comparator.comparingInt(one -> one.match.doc));
    List<Ranked> ranked = new ArrayList<>(some.size());
    LeafReaderContext leaf = null;
    SortedNumericDocValues sentences = DocValues.emptySortedNumeric();
    for (Promised one : byDocument) {
      int doc = one.match.doc;
      if (leaf == null || doc >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = snapshot.leaf(doc);
        sentences = DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE);
      }
      double share = SentenceValues.formulaShare(sentences, doc - leaf.docBase, snapshot.formula());
      float score = score(one.match, one.tier, one.weight, 1 - (1 - ofFormula) * share);
      ranked.add(new Ranked(doc, score, one.most.place(), one.most.fold()));
    }
    return ranked;
  }

  private static float score(ScoreDoc match, int tier, double weight, double substance) {
    double weighed = match.score * substance * weight;
    return (float) (tier + weighed / (weighed + HALF));
  }

  private final class Columns {
    private final LeafReaderContext leaf;
    private final int base;
    private final int end;
    private final Segment segment;
    private final NumericDocValues weights;
    private final NumericDocValues folds;

    /** Of the document before. */
    private int report;

    Columns(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      base = leaf.docBase;
      end = base + leaf.reader().maxDoc();
      segment = snapshot.segment(leaf);
      weights = DocValues.getNumeric(leaf.reader(), Fields.WEIGHT);
      folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    }

    Promised promised(ScoreDoc one, int tier) throws IOException {
      int doc = one.doc - base;
      double weight = weights.advanceExact(doc) ? weights.longValue() / 100.0 : 1;
      report = segment.reportOf(doc, report);
      ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
      float most = score(one, tier, weight, Math.max(1, ofFormula));
      long fold = folds.advanceExact(doc) ? folds.longValue() : 0;
      return new Promised(one, tier, weight, new Ranked(one.doc, most, place, fold));
    }
  }
}
