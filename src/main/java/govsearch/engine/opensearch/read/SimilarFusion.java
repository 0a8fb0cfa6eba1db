package govsearch.engine.opensearch.read;

import govsearch.engine.SimilarHit.Evidence;
import govsearch.engine.lucene.similar.SimilarWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several rankings of statements made one, by the same rules as in the embedded engine. */
final class SimilarFusion {
  /** A statement with the sum of its ranks' worth and where that comes from. */
  record Fused(SimilarRow row, double score, Set<Evidence> evidence) {}

  private final SimilarWeights weights;
  private final Map<String, SimilarRow> rows = new HashMap<>();
  private final Map<String, Double> scores = new HashMap<>();
  private final Map<String, Set<Evidence>> evidence = new HashMap<>();

  SimilarFusion(SimilarWeights weights) {
    this.weights = weights;
  }

  /** Adds a ranking, best first. */
  void add(Evidence kind, double weight, List<Row> ranking) {
    for (Row one : ranking) {
      SimilarRow row = new SimilarRow(one);
      boolean good = one.score() >= weights.good() * ranking.getFirst().score();
      double worth = SimilarWeights.worth(weight, one.score(), ranking.getFirst().score());
      rows.putIfAbsent(row.id(), row);
      scores.merge(row.id(), worth, Double::sum);
      Set<Evidence> kinds =
          evidence.computeIfAbsent(row.id(), id -> EnumSet.noneOf(Evidence.class));
      if (good) {
        kinds.add(kind);
      }
    }
  }

  /** Adds some that are known by their likeness. */
  void add(Evidence kind, double weight, Map<SimilarRow, Double> alike) {
    double first = alike.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    alike.forEach(
        (row, like) -> {
          if (like > 0) {
            scores.merge(row.id(), SimilarWeights.worth(weight, like, first), Double::sum);
            if (like >= weights.good() * first) {
              evidence.computeIfAbsent(row.id(), id -> EnumSet.noneOf(Evidence.class)).add(kind);
            }
          }
        });
  }

  /** All of them, in the order of their ids. */
  List<Fused> fused() {
    List<Fused> fused = new ArrayList<>(scores.size());
    rows.forEach(
        (id, row) ->
            fused.add(
                new Fused(row, scores.getOrDefault(id, 0.0), evidence.getOrDefault(id, Set.of()))));
    fused.sort(Comparator.comparing(one -> one.row().id()));
    return fused;
  }
}
