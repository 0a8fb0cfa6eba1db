package govsearch.engine.lucene.similar;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/** The nearest to a vector of what is offered; each row is compared once. */
final class RowRanking {

  private final Quantised vector;
  private final VectorFile.Reader reader;
  private final Map<Integer, Float> known = new HashMap<>();
  private final BestScores best;

  RowRanking(VectorFile.Reader reader, float[] to, int depth) {
    this.reader = reader;
    this.vector = Quantised.of(to);
    this.best = new BestScores(depth);
  }

  void offer(int doc, int row) {
    if (row < 0 || row >= reader.count()) {
      return; // made since, or not yet
    }
    best.offer(doc, known.computeIfAbsent(row, one -> reader.cosine(one, vector)));
  }

  /** Best first. */
  ScoreDoc[] ranking() {
    return best.ranking();
  }
}
