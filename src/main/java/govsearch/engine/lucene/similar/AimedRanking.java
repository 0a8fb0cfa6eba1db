package govsearch.engine.lucene.similar;

import org.apache.lucene.search.ScoreDoc;

/** The nearest to an {@link Aim} of what is offered. */
final class AimedRanking {

  /** What one kind of row is compared with. */
  @SuppressWarnings("ArrayRecordComponent") // never changed
  private record Target(Quantised to, float ofMean) {}

  private final VectorFile.Reader reader;
  private final VectorSpace space;
  private final Target problems;
  private final Target measures;
  private final BestScores best;

  AimedRanking(VectorFile.Reader reader, VectorSpace space, Aim aim, int depth) {
    this.reader = reader;
    this.space = space;
    this.problems = target(aim.atProblems());
    this.measures = target(aim.atMeasures());
    this.best = new BestScores(depth);
  }

  private Target target(float[] to) {
    return new Target(Quantised.of(to), space.ofMean(to));
  }

  /** A problem with what is planned against it, by their rows; -1 for none. */
  void offer(int doc, int problem, int measure) {
    float score = score(problems, problem) + score(measures, measure);
    if (score > 0) {
      best.offer(doc, score);
    }
  }

  private float score(Target target, int row) {
    if (row < 0 || row >= reader.count()) {
      return 0; // made since, or not yet
    }
    return space.dot(reader, row, target.to(), target.ofMean());
  }

  /** Best first. */
  ScoreDoc[] ranking() {
    return best.ranking();
  }
}
