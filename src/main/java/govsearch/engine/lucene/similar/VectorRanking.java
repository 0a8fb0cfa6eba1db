package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The problems nearest to a vector, by themselves and by what is planned for them. Looks at every
 * one: some hundredths of a microsecond each, which an index of neighbours would not repay at the
 * number of problems that there are. Where time is over, those that were looked at have to do.
 */
final class VectorRanking {

  /** How many of the first ones are asked on with (Rocchio 1971). */
  private static final int FOLLOWED = 3;

  /** After so many it is seen whether time is over. */
  private static final int STRETCH = 1 << 12;

  private static final float NOT_YET = Float.NaN;

  /** Whose vectors are compared. */
  private enum Of {
    PROBLEMS,
    MEASURES
  }

  /** Problems near by themselves and by their measures, the nearest first. */
  @SuppressWarnings("ArrayRecordComponent") // Lucene's own way of rankings
  record Nearest(ScoreDoc[] problems, ScoreDoc[] measures) {}

  private final VectorFile file;
  private final VectorRows rows;
  private final LimitedSearcher searcher;
  private final Query filter;

  VectorRanking(VectorFile file, VectorRows rows, LimitedSearcher searcher, Query filter) {
    this.file = file;
    this.rows = rows;
    this.searcher = searcher;
    this.filter = filter;
  }

  /** The best by cosine, when the first three answers are added to the question. */
  Nearest best(float[] asked, int depth) throws IOException {
    Nearest first = nearest(asked, FOLLOWED, EnumSet.of(Of.PROBLEMS));
    if (first.problems().length == 0) {
      return first;
    }
    float[] sum = asked.clone();
    for (ScoreDoc one : first.problems()) {
      int row = row(one.doc);
      if (row >= 0) {
        add(file.vector(row), 1f / FOLLOWED, sum);
      }
    }
    return nearest(unit(sum), depth, EnumSet.allOf(Of.class));
  }

  /** How near single documents are to a vector; 0 where that is not known yet. */
  float cosine(float[] asked, int doc) throws IOException {
    int row = row(doc);
    return row < 0 ? 0 : file.cosine(row, Quantised.of(asked), new byte[file.dimension()]);
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
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    VectorRows.Found found = rows.of(leaf);
    int at = Arrays.binarySearch(found.keys().docs(), doc - leaf.docBase);
    return at < 0 ? -1 : found.rows().problems()[at];
  }

  /** Those of whose measures the nearest are to a vector. */
  ScoreDoc[] byMeasure(float[] to, int depth) throws IOException {
    return nearest(to, depth, EnumSet.of(Of.MEASURES)).measures();
  }

  private Nearest nearest(float[] to, int depth, Set<Of> wanted) throws IOException {
    Best problems = new Best(to, depth);
    Best measures = new Best(to, depth);
    Weight weight =
        searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      VectorRows.Found found = rows.of(leaf);
      int[] all = found.keys().docs();
      DocIdSetIterator docs = scorer.iterator();
      int at = 0;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        while (at < all.length && all[at] < doc) {
          at++;
        }
        if (at == all.length || (at % STRETCH == 0 && searcher.isOver())) {
          break;
        }
        if (all[at] == doc) {
          if (wanted.contains(Of.PROBLEMS)) {
            problems.offer(leaf.docBase + doc, found.rows().problems()[at]);
          }
          if (wanted.contains(Of.MEASURES)) {
            measures.offer(leaf.docBase + doc, found.rows().measures()[at]);
          }
        }
      }
    }
    return new Nearest(problems.ranking(), measures.ranking());
  }

  /** The nearest of what is offered; each row is compared once. */
  private final class Best {
    private final Quantised vector;
    private final byte[] scratch = new byte[file.dimension()];
    private final float[] known = new float[file.count()];
    private final int depth;
    private final PriorityQueue<ScoreDoc> best =
        new PriorityQueue<>(
            Comparator.<ScoreDoc>comparingDouble(one -> one.score)
                .thenComparing(one -> one.doc, Comparator.reverseOrder()));

    Best(float[] to, int depth) {
      this.vector = Quantised.of(to);
      this.depth = depth;
      Arrays.fill(known, NOT_YET);
    }

    void offer(int doc, int row) throws IOException {
      if (row < 0 || row >= known.length) {
        return; // made since, or not yet
      }
      if (Float.isNaN(known[row])) {
        known[row] = file.cosine(row, vector, scratch);
      }
      if (best.size() < depth || known[row] > best.element().score) {
        best.add(new ScoreDoc(doc, known[row]));
        if (best.size() > depth) {
          best.remove();
        }
      }
    }

    ScoreDoc[] ranking() {
      ScoreDoc[] ranking = best.toArray(ScoreDoc[]::new);
      Arrays.sort(
          ranking,
          Comparator.<ScoreDoc>comparingDouble(one -> one.score)
              .reversed()
              .thenComparingInt(one -> one.doc));
      return ranking;
    }
  }
}
