package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FormulaSentences;
import govsearch.engine.lucene.document.StoredPrints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;

/** What the index knows of a statement without reading its paragraph. */
final class StatementValues {

  /** What a statement keeps that is nothing but formula. */
  private static final double OF_FORMULA = 0.5;

  /** What a statement keeps in which nothing is wanting. */
  private static final double OF_SUCCESS = 0.3;

  /**
   * A statement.
   *
   * @param paragraph number of its paragraph's document
   * @param number in the paragraph, from 1
   * @param measureParagraph number of the document of its measure's paragraph; -1 where it has none
   */
  record Values(
      int paragraph, int number, int measureParagraph, int measureNumber, double formulaShare) {}

  /** More than all evidence together. */
  private static final double SAME = 10;

  private final IndexReader reader;
  private final FormulaSentences formula;

  /** What the order depends on, of the statements that were put in order so far. */
  private record Marks(long print, double formulaShare, boolean lacks) {}

  private final Map<Integer, Marks> marks = new HashMap<>();

  StatementValues(IndexReader reader, FormulaSentences formula) {
    this.reader = reader;
    this.formula = formula;
  }

  Values of(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    BinaryDocValues prints = DocValues.getBinary(leaf.reader(), Fields.STATEMENT_PRINTS);
    if (!prints.advanceExact(local)) {
      throw new IllegalStateException("no statement: " + doc);
    }
    StoredPrints print = StoredPrints.read(prints.binaryValue());
    int measure = (int) number(leaf, local, Fields.MEASURE_NUMBER);
    return new Values(
        doc - (int) number(leaf, local, Fields.PARAGRAPH_BEFORE),
        (int) number(leaf, local, Fields.STATEMENT_NUMBER),
        measure == 0 ? -1 : doc - (int) number(leaf, local, Fields.MEASURE_BEFORE),
        measure,
        print.formulaShare(formula));
  }

  /** Of one place at most one statement is shown. */
  String place(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    SortedDocValues places = DocValues.getSorted(leaf.reader(), Fields.STATEMENT_PLACE);
    return places.advanceExact(doc - leaf.docBase)
        ? places.lookupOrd(places.ordValue()).utf8ToString()
        : "";
  }

  /**
   * The same in the order that they are shown in: what says the very same first; what tells of
   * success put back, and formula as far as it is more so than what was asked for.
   */
  List<RankFusion.Fused> ordered(List<RankFusion.Fused> ranked, StoredPrints asked)
      throws IOException {
    double askedShare = asked.formulaShare(formula);
    List<RankFusion.Fused> discounted = new ArrayList<>(ranked.size());
    readMarks(ranked);
    for (RankFusion.Fused one : ranked) {
      Marks values = Objects.requireNonNull(marks.get(one.doc()));
      double factor = 1 - (1 - OF_FORMULA) * Math.max(0, values.formulaShare() - askedShare);
      factor *= values.lacks() ? 1 : OF_SUCCESS;
      double same = values.print() == asked.whole() ? SAME : 0;
      discounted.add(new RankFusion.Fused(one.doc(), one.score() * factor + same, one.evidence()));
    }
    discounted.sort(
        Comparator.comparingDouble(RankFusion.Fused::score)
            .reversed()
            .thenComparingInt(RankFusion.Fused::doc));
    return discounted;
  }

  /** Reads in the order of the documents, as values are read once through a segment at the best. */
  private void readMarks(List<RankFusion.Fused> ranked) throws IOException {
    int[] docs =
        ranked.stream()
            .mapToInt(RankFusion.Fused::doc)
            .filter(doc -> !marks.containsKey(doc))
            .sorted()
            .toArray();
    int next = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues prints = DocValues.getBinary(leaf.reader(), Fields.STATEMENT_PRINTS);
      NumericDocValues lacks = DocValues.getNumeric(leaf.reader(), Fields.LACKS);
      for (; next < docs.length && docs[next] < leaf.docBase + leaf.reader().maxDoc(); next++) {
        int local = docs[next] - leaf.docBase;
        if (!prints.advanceExact(local)) {
          throw new IllegalStateException("no statement: " + docs[next]);
        }
        StoredPrints print = StoredPrints.read(prints.binaryValue());
        boolean lacking = lacks.advanceExact(local) && lacks.longValue() == 1;
        marks.put(docs[next], new Marks(print.whole(), print.formulaShare(formula), lacking));
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
