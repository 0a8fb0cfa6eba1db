package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The problems nearest to a vector, by looking at every one: some tenths of a microsecond each,
 * which an index of neighbours would not repay at the number of problems that there are.
 */
final class VectorRanking {

  /** How many of the first ones are asked on with (Rocchio 1971). */
  private static final int FOLLOWED = 3;

  private static final float NOT_YET = Float.NaN;

  private final VectorFile file;
  private final IndexSearcher searcher;
  private final Query filter;

  VectorRanking(VectorFile file, IndexSearcher searcher, Query filter) {
    this.file = file;
    this.searcher = searcher;
    this.filter = filter;
  }

  /** The best by cosine, when the first three answers are added to the question. */
  ScoreDoc[] best(float[] asked, int depth) throws IOException {
    ScoreDoc[] first = nearest(asked, depth);
    float[] sum = asked.clone();
    for (int i = 0; i < Math.min(FOLLOWED, first.length); i++) {
      int row = row(first[i].doc);
      if (row >= 0) {
        add(file.vector(row), 1f / FOLLOWED, sum);
      }
    }
    return first.length == 0 ? first : nearest(unit(sum), depth);
  }

  /** How near single documents are to a vector; 0 where that is not known yet. */
  float cosine(float[] asked, int doc) throws IOException {
    int row = row(doc);
    return row < 0
        ? 0
        : file.cosine(row, VectorFile.Quantised.of(asked), new byte[file.dimension()]);
  }

  private static void add(float[] vector, float weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * vector[i];
    }
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }

  private int row(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(org.apache.lucene.index.ReaderUtil.subIndex(doc, leaves));
    NumericDocValues prints = DocValues.getNumeric(leaf.reader(), Fields.STATEMENT_PRINT);
    return prints.advanceExact(doc - leaf.docBase) ? file.row(prints.longValue()) : -1;
  }

  private ScoreDoc[] nearest(float[] to, int depth) throws IOException {
    VectorFile.Quantised vector = VectorFile.Quantised.of(to);
    byte[] scratch = new byte[file.dimension()];
    float[] known = new float[file.count()];
    Arrays.fill(known, NOT_YET);
    PriorityQueue<ScoreDoc> best =
        new PriorityQueue<>(
            Comparator.<ScoreDoc>comparingDouble(one -> one.score)
                .thenComparing(one -> one.doc, Comparator.reverseOrder()));
    Weight weight =
        searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      NumericDocValues prints = DocValues.getNumeric(leaf.reader(), Fields.STATEMENT_PRINT);
      DocIdSetIterator docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int row = prints.advanceExact(doc) ? file.row(prints.longValue()) : -1;
        if (row < 0 || row >= known.length) {
          continue; // made since, or not yet
        }
        if (Float.isNaN(known[row])) {
          known[row] = file.cosine(row, vector, scratch);
        }
        if (best.size() < depth || known[row] > best.element().score) {
          best.add(new ScoreDoc(leaf.docBase + doc, known[row]));
          if (best.size() > depth) {
            best.remove();
          }
        }
      }
    }
    ScoreDoc[] ranking = best.toArray(ScoreDoc[]::new);
    Arrays.sort(
        ranking,
        Comparator.<ScoreDoc>comparingDouble(one -> one.score)
            .reversed()
            .thenComparingInt(one -> one.doc));
    return ranking;
  }
}
