package govsearch.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How good a ranking is, against graded answers.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten, gain 2^grade - 1 (Burges et
 *     al. 2005)
 * @param reciprocalRank of the first answer of grade 2 or 3 among the first ten
 */
record RankingScore(double ndcg, double reciprocalRank) {

  static final int DEPTH = 10;
  private static final int GOOD = 2;

  static RankingScore of(List<String> ranking, Map<String, Integer> grades) {
    double gained = 0;
    double reciprocal = 0;
    for (int i = 0; i < Math.min(DEPTH, ranking.size()); i++) {
      int grade = grades.getOrDefault(ranking.get(i), 0);
      gained += gain(grade, i);
      if (reciprocal == 0 && grade >= GOOD) {
        reciprocal = 1.0 / (i + 1);
      }
    }
    List<Integer> best = grades.values().stream().sorted(Collections.reverseOrder()).toList();
    double ideal = 0;
    for (int i = 0; i < Math.min(DEPTH, best.size()); i++) {
      ideal += gain(best.get(i), i);
    }
    return new RankingScore(ideal == 0 ? 0 : gained / ideal, reciprocal);
  }

  private static double gain(int grade, int place) {
    return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
  }
}
