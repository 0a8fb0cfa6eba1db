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
 * Several rankings made one by weighted reciprocal rank (Cormack, Clarke and Buettcher 2009): what
 * stands high in several comes first, whatever their scores mean. What fits much worse than a
 * ranking's first counts little: below it stands what shares a chance word.
 */
final class RankFusion {

  /** A document with the sum of its ranks' worth and where that comes from. */
  record Fused(int doc, double score, Set<Evidence> evidence) {}

  private final SimilarWeights weights;
  private final Map<Integer, Double> scores = new HashMap<>();
  private final Map<Integer, Set<Evidence>> evidence = new HashMap<>();

  RankFusion(SimilarWeights weights) {
    this.weights = weights;
  }

  /** Adds a ranking, best first. */
  void add(Evidence kind, double weight, ScoreDoc[] ranking) {
    for (int rank = 0; rank < ranking.length; rank++) {
      ScoreDoc one = ranking[rank];
      boolean good = one.score >= weights.good() * ranking[0].score;
      double worth = weight * (good ? 1 : weights.ofPoor()) / (weights.smoothing() + rank + 1);
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
