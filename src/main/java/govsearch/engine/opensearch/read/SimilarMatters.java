package govsearch.engine.opensearch.read;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.MatterLikeness;
import govsearch.engine.lucene.similar.Neighbours;
import govsearch.engine.lucene.similar.SimilarWeights;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the best found problems once more: whether they are about the same as what was asked
 * for, and as each other.
 */
final class SimilarMatters {
  private SimilarMatters() {}

  /** Adds what it sees; all are read at once. */
  static void add(SimilarFusion fusion, SimilarWeights weights, AskedText text, SimilarHits hits) {
    List<SimilarFusion.Fused> first =
        fusion.fused().stream()
            .sorted(
                Comparator.comparingDouble(SimilarFusion.Fused::score)
                    .reversed()
                    .thenComparing(one -> one.row().id()))
            .limit(MatterLikeness.CANDIDATES)
            .toList();
    hits.prepare(first);
    List<SimilarRow> rows = first.stream().map(SimilarFusion.Fused::row).toList();
    double[] asked = MatterLikeness.of(text);
    double[][] about =
        rows.stream().map(row -> MatterLikeness.of(hits.found(row))).toArray(double[][]::new);
    double[] like = new double[about.length];
    for (int i = 0; i < like.length; i++) {
      like[i] = MatterLikeness.dot(about[i], asked);
    }
    fusion.add(Evidence.TOPICS, weights.sentences(), byRow(rows, like));
    Map<String, Double> scores = new HashMap<>();
    fusion.fused().forEach(one -> scores.put(one.row().id(), one.score()));
    double[] soFar = rows.stream().mapToDouble(row -> scores.getOrDefault(row.id(), 0.0)).toArray();
    double[] got = Neighbours.of(soFar, List.<double[][]>of(about));
    fusion.add(Evidence.TOPICS, weights.neighbours(), byRow(rows, got));
  }

  private static Map<SimilarRow, Double> byRow(List<SimilarRow> rows, double[] scores) {
    Map<SimilarRow, Double> byRow = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      byRow.put(rows.get(i), scores[i]);
    }
    return byRow;
  }
}
