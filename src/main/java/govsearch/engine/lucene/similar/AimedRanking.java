package govsearch.engine.lucene.similar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.search.ScoreDoc;

/** The nearest to an {@link Aim} of what is offered; each row is compared once. */
final class AimedRanking {

  /** What one kind of row is compared with. */
  @SuppressWarnings("ArrayRecordComponent") // never changed
  private record Target(Quantised to, float ofMean, Map<Integer, Float> known) {}

  private final VectorFile.Reader reader;
  private final VectorSpace space;
  private final Target problems;
  private final Target measures;
  private final int depth;
  private final PriorityQueue<ScoreDoc> best =
      new PriorityQueue<>(
          Comparator.<ScoreDoc>comparingDouble(one -> one.score)
              .thenComparing(one -> one.doc, Comparator.reverseOrder()));

  AimedRanking(VectorFile.Reader reader, VectorSpace space, Aim aim, int depth) {
    this.reader = reader;
    this.space = space;
    this.problems = target(aim.atProblems());
    this.measures = target(aim.atMeasures());
    this.depth = depth;
  }

  private Target target(float[] to) {
    return new Target(Quantised.of(to), space.ofMean(to), new HashMap<>());
  }

  /** A problem with what is planned against it, by their rows; -1 for none. */
  void offer(int doc, int problem, int measure) {
    float score = score(problems, problem) + score(measures, measure);
    if (score > 0 && (best.size() < depth || score > best.element().score)) {
      best.add(new ScoreDoc(doc, score));
      if (best.size() > depth) {
        best.remove();
      }
    }
  }

  private float score(Target target, int row) {
    if (row < 0 || row >= reader.count()) {
      return 0; // made since, or not yet
    }
    return target
        .known()
        .computeIfAbsent(row, one -> space.dot(reader, one, target.to(), target.ofMean()));
  }

  /** Best first. */
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
