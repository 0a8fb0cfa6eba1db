package govsearch.evaluate;

import govsearch.evaluate.SimilarQuestion.Answer;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How good the first ten similar problems are for one question, as far as some of its answers go.
 *
 * @param recall how many of these answers are among them
 * @param ndcg normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), gain 2^grade -
 *     1
 */
record SimilarScore(double recall, double ndcg) {

  /**
   * The score of a ranking.
   *
   * @param places answers in their places, null for what is none
   * @param which answers count
   * @return null if none of the answers counts
   */
  static @Nullable SimilarScore of(
      List<Answer> answers, List<@Nullable Answer> places, Predicate<Answer> which) {
    List<Integer> grades =
        answers.stream()
            .filter(which)
            .map(Answer::grade)
            .sorted(Collections.reverseOrder())
            .toList();
    if (grades.isEmpty()) {
      return null;
    }
    int found = 0;
    double gained = 0;
    double ideal = 0;
    for (int i = 0; i < SimilarTrial.DEPTH; i++) {
      Answer answer = i < places.size() ? places.get(i) : null;
      if (answer != null && which.test(answer)) {
        found++;
        gained += gain(answer.grade(), i);
      }
      ideal += i < grades.size() ? gain(grades.get(i), i) : 0;
    }
    return new SimilarScore((double) found / grades.size(), gained / ideal);
  }

  private static double gain(int grade, int place) {
    return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
  }
}
