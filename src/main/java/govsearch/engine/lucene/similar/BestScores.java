package govsearch.engine.lucene.similar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.search.ScoreDoc;

/** The best of the documents that are offered, the first of the index where scores are equal. */
final class BestScores {

  private final int depth;
  private final PriorityQueue<ScoreDoc> worstFirst =
      new PriorityQueue<>(
          Comparator.<ScoreDoc>comparingDouble(one -> one.score)
              .thenComparing(one -> one.doc, Comparator.reverseOrder()));

  /** So many of them. */
  BestScores(int depth) {
    this.depth = depth;
  }

  void offer(int doc, float score) {
    if (worstFirst.size() < depth || score > worstFirst.element().score) {
      worstFirst.add(new ScoreDoc(doc, score));
      if (worstFirst.size() > depth) {
        worstFirst.remove();
      }
    }
  }

  /** Best first. */
  ScoreDoc[] ranking() {
    ScoreDoc[] ranking = worstFirst.toArray(ScoreDoc[]::new);
    Arrays.sort(
        ranking,
        Comparator.<ScoreDoc>comparingDouble(one -> one.score)
            .reversed()
            .thenComparingInt(one -> one.doc));
    return ranking;
  }
}
