package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;

/**
 * Several rankings made one by the weighted sum of their scores, each as part of its ranking's
 * first (Fox and Shaw 1994): what is high in several comes first, and what is far below a ranking's
 * first counts as little as it should. Ranks alone would make the tenth of a ranking in which
 * everything is far away worth as much as that of one in which everything is near.
 */
final class ScoreFusion {

  /** A document with the sum of its ranks' worth and where that comes from. */
  record Fused(int doc, double score, Set<Evidence> evidence) {}

  private final SimilarWeights weights;
  private final Map<Integer, Double> scores = new HashMap<>();
  private final Map<Integer, Set<Evidence>> evidence = new HashMap<>();

  ScoreFusion(SimilarWeights weights) {
    this.weights = weights;
  }

  /** Adds a ranking, best first. */
  void add(Evidence kind, double weight, ScoreDoc[] ranking) {
    for (ScoreDoc one : ranking) {
      boolean good = one.score >= weights.good() * ranking[0].score;
      double worth = SimilarWeights.worth(weight, one.score, ranking[0].score);
      scores.merge(one.doc, worth, Double::sum);
      Set<Evidence> kinds =
          evidence.computeIfAbsent(one.doc, doc -> EnumSet.noneOf(Evidence.class));
      if (good) {
        kinds.add(kind);
      }
    }
  }

  /** All documents, best first; equal ones in the index's order. */
  List<Fused> fused() {
    List<Fused> fused = new ArrayList<>(scores.size());
    scores.forEach(
        (doc, score) -> fused.add(new Fused(doc, score, evidence.getOrDefault(doc, Set.of()))));
    fused.sort(Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::doc));
    return fused;
  }
}
