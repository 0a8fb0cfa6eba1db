package govsearch.engine.lucene.similar;

import govsearch.engine.Place;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.text.Fingerprints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** What the index knows of a statement without reading its paragraph. */
public final class StatementValues {

  /**
   * A statement.
   *
   * @param paragraph number of its paragraph's document
   * @param number in the paragraph, from 1; 0 where the whole paragraph was found
   * @param measureParagraph number of the document of its measure's paragraph; -1 where it has none
   */
  public record Values(
      int paragraph, int number, int measureParagraph, int measureNumber, double formulaShare) {}

  /** More than all evidence together. */
  private static final double SAME = 1000;

  private final IndexReader reader;
  private final LongPredicate formula;
  private final double ofFormula;

  /** What the order depends on, of the statements that were put in order so far. */
  private record Marks(long print, double formulaShare) {}

  private final Map<Integer, Marks> marks = new HashMap<>();

  /**
   * Of one state of the index.
   *
   * @param formula whether a sentence of such a print is formula
   * @param ofFormula what a statement keeps that is nothing but formula
   */
  public StatementValues(IndexReader reader, LongPredicate formula, double ofFormula) {
    this.ofFormula = ofFormula;
    this.reader = reader;
    this.formula = formula;
  }

  /** What is kept beside a statement. */
  public Values of(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    int measure = (int) number(leaf, local, Fields.MEASURE_NUMBER);
    // A paragraph has none of these: it is its own, and which of its statements is left open.
    return new Values(
        doc - (int) number(leaf, local, Fields.PARAGRAPH_BEFORE),
        (int) number(leaf, local, Fields.STATEMENT_NUMBER),
        measure == 0 ? -1 : doc - (int) number(leaf, local, Fields.MEASURE_BEFORE),
        measure,
        formulaShare(leaf, local));
  }

  private double formulaShare(LeafReaderContext leaf, int local) throws IOException {
    return SentenceValues.formulaShare(
        DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE), local, formula);
  }

  /** What keeps hits of one town apart from those of others: of one place one is shown. */
  public String place(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    int head = local - (int) number(leaf, local, Fields.ORDINAL);
    SortedDocValues labels = DocValues.getSorted(leaf.reader(), Fields.PLACE);
    if (labels.advanceExact(head)) {
      Place place = FacetLabels.place(labels.lookupOrd(labels.ordValue()).utf8ToString());
      if (place.town() != null) {
        List<String> names = new ArrayList<>(place.region());
        names.add(place.town());
        return String.join("/", names);
      }
    }
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
    return ids.advanceExact(head) ? "\0" + ids.lookupOrd(ids.ordValue()).utf8ToString() : "";
  }

  /**
   * The same in the order that they are shown in: what says the very same first, and formula put
   * back as far as it is more so than what was asked for.
   */
  List<ScoreFusion.Fused> ordered(List<ScoreFusion.Fused> ranked, Fingerprints.Prints asked)
      throws IOException {
    double askedShare = SentenceValues.formulaShare(asked, formula);
    List<ScoreFusion.Fused> discounted = new ArrayList<>(ranked.size());
    readMarks(ranked);
    for (ScoreFusion.Fused one : ranked) {
      Marks values = Objects.requireNonNull(marks.get(one.doc()));
      double factor = 1 - (1 - ofFormula) * Math.max(0, values.formulaShare() - askedShare);
      double same = values.print() == asked.whole() ? SAME : 0;
      discounted.add(new ScoreFusion.Fused(one.doc(), one.score() * factor + same, one.evidence()));
    }
    discounted.sort(
        Comparator.comparingDouble(ScoreFusion.Fused::score)
            .reversed()
            .thenComparingInt(ScoreFusion.Fused::doc));
    return discounted;
  }

  /** Reads in the order of the documents, as values are read once through a segment at the best. */
  private void readMarks(List<ScoreFusion.Fused> ranked) throws IOException {
    int[] docs =
        ranked.stream()
            .mapToInt(ScoreFusion.Fused::doc)
            .filter(doc -> !marks.containsKey(doc))
            .sorted()
            .toArray();
    int next = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues prints = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
      SortedNumericDocValues sentences = DocValues.getSortedNumeric(leaf.reader(), Fields.SENTENCE);
      for (; next < docs.length && docs[next] < leaf.docBase + leaf.reader().maxDoc(); next++) {
        int local = docs[next] - leaf.docBase;
        double share = SentenceValues.formulaShare(sentences, local, formula);
        if (!prints.advanceExact(local)) {
          throw new IllegalStateException("no statement: " + docs[next]);
        }
        marks.put(docs[next], new Marks(prints.longValue(), share));
      }
    }
  }

  private LeafReaderContext leaf(int doc) {
    return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
  }

  private static long number(LeafReaderContext leaf, int local, String field) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
    return values.advanceExact(local) ? values.longValue() : 0;
  }
}
