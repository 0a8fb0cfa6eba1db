package govsearch.engine.opensearch.read;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.MatterLikeness;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at the best found problems once more: whether they are about the same. */
final class SimilarMatters {
  private SimilarMatters() {}

  /** Adds what it sees; all are read at once. */
  static void add(SimilarFusion fusion, double weight, AskedText text, SimilarHits hits) {
    List<SimilarFusion.Fused> first =
        fusion.fused().stream()
            .sorted(
                Comparator.comparingDouble(SimilarFusion.Fused::score)
                    .reversed()
                    .thenComparing(one -> one.row().id()))
            .limit(MatterLikeness.CANDIDATES)
            .toList();
    hits.prepare(first);
    MatterLikeness likeness = new MatterLikeness(text);
    Map<SimilarRow, Double> alike = new HashMap<>();
    first.forEach(one -> alike.put(one.row(), likeness.of(hits.found(one.row()))));
    fusion.add(Evidence.TOPICS, weight, alike);
  }
}
