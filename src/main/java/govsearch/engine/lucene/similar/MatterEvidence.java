package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit.Evidence;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the best found problems once more: whether they are about the same. */
final class MatterEvidence {

  private final AskedText asked;
  private final SimilarReader reader;
  private final StatementValues values;
  private final SimilarWeights weights;

  MatterEvidence(
      AskedText asked, SimilarReader reader, StatementValues values, SimilarWeights weights) {
    this.asked = asked;
    this.reader = reader;
    this.values = values;
    this.weights = weights;
  }

  /**
   * Adds what it sees.
   *
   * @param meaning what a model makes of what was asked for; null without one
   */
  void addTo(ScoreFusion fusion, @Nullable Meaning meaning) throws IOException {
    List<Integer> first =
        fusion.fused().stream()
            .limit(MatterLikeness.CANDIDATES)
            .map(ScoreFusion.Fused::doc)
            .toList();
    MatterLikeness likeness = new MatterLikeness(asked);
    BestScores alike = new BestScores(MatterLikeness.CANDIDATES);
    for (int doc : first) {
      double like = likeness.of(reader.found(values.of(doc)));
      if (like > 0) {
        alike.offer(doc, (float) like);
      }
    }
    fusion.add(Evidence.TOPICS, weights.sentences(), alike.ranking());
    if (meaning != null) {
      fusion.add(Evidence.MEANING, weights.sentencesMeant(), meaning.aboutTheSame(first));
    }
  }
}
