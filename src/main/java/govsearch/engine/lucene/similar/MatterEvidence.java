package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the best found problems once more: whether they are about the same as what was asked
 * for, and as each other.
 */
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
   * @param meant what a model takes texts to be about; null without one
   */
  void addTo(ScoreFusion fusion, @Nullable MatterMeaning meant) throws IOException {
    List<Integer> first = first(fusion).stream().map(ScoreFusion.Fused::doc).toList();
    if (first.isEmpty()) {
      return;
    }
    double[][] told = new double[first.size()][];
    for (int i = 0; i < told.length; i++) {
      told[i] = MatterLikeness.of(reader.found(values.of(first.get(i))));
    }
    List<double[][]> about = new ArrayList<>();
    about.add(told);
    fusion.add(
        Evidence.TOPICS, weights.sentences(), ranking(first, told, MatterLikeness.of(asked)));
    if (meant != null) {
      double[][] read = meant.of(first);
      about.add(read);
      fusion.add(Evidence.MEANING, weights.sentencesMeant(), ranking(first, read, meant.asked()));
    }
    addNeighbours(fusion, first, about);
  }

  private static List<ScoreFusion.Fused> first(ScoreFusion fusion) {
    return fusion.fused().stream().limit(MatterLikeness.CANDIDATES).toList();
  }

  private static ScoreDoc[] ranking(List<Integer> docs, double[][] about, double[] asked) {
    double[] like = new double[about.length];
    for (int i = 0; i < like.length; i++) {
      like[i] = MatterLikeness.dot(about[i], asked);
    }
    return ranking(docs, like);
  }

  private static ScoreDoc[] ranking(List<Integer> docs, double[] scores) {
    BestScores best = new BestScores(scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        best.offer(docs.get(i), (float) scores[i]);
      }
    }
    return best.ranking();
  }

  private void addNeighbours(ScoreFusion fusion, List<Integer> docs, List<double[][]> about) {
    Map<Integer, Double> scores = new HashMap<>();
    fusion.fused().forEach(one -> scores.put(one.doc(), one.score()));
    double[] soFar = docs.stream().mapToDouble(doc -> scores.getOrDefault(doc, 0.0)).toArray();
    fusion.add(Evidence.TOPICS, weights.neighbours(), ranking(docs, Neighbours.of(soFar, about)));
  }
}
