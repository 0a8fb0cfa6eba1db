package govsearch.evaluate;

import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.evaluate.SimilarTrial.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

/**
 * Looks for weights of similar problems by graded ones. What is chosen by some themes is worth less
 * for others: leaving themes out in turn tells how much less.
 */
final class SimilarTuning {

  /** Some problems with the collection that they are asked in. */
  private record Asked(SimilarAsking asking, List<SimilarQuestion> questions) {

    /** Both what is found and in which order, of the themes whose numbers are wanted. */
    double score(SimilarWeights weights, IntPredicate wanted) {
      List<String> themes = questions.stream().map(SimilarQuestion::theme).distinct().toList();
      return questions.stream()
          .filter(question -> wanted.test(themes.indexOf(question.theme())))
          .map(question -> asking.ours(question, true, weights))
          .flatMapToDouble(Asked::score)
          .average()
          .orElse(0);
    }

    private static DoubleStream score(Ranking ranking) {
      SimilarScore score =
          SimilarScore.of(ranking.question().answers(), ranking.places(), any -> true);
      return score == null
          ? DoubleStream.empty()
          : DoubleStream.of((score.recall() + score.ndcg()) / 2);
    }
  }

  private final List<Asked> asked = new ArrayList<>();
  private final Set<String> only;
  private final Consumer<String> told;

  /**
   * A search for weights.
   *
   * @param only names of weights that may change; all where there are none
   * @param told is told each step, in Chinese
   */
  SimilarTuning(Set<String> only, Consumer<String> told) {
    this.only = Set.copyOf(only);
    this.told = told;
  }

  void add(SimilarAsking asking, List<SimilarQuestion> questions) {
    asked.add(new Asked(asking, List.copyOf(questions)));
  }

  /** By the odd themes alone: the first, the third and so on. */
  SimilarWeights byHalf() {
    return climb(theme -> theme % 2 == 0);
  }

  /** By all themes, after it was told what those are worth that were left out. */
  SimilarWeights byFolds(int folds) {
    double before = 0;
    double after = 0;
    for (int fold = 0; fold < folds; fold++) {
      int left = fold;
      told.accept("留出第 " + (fold + 1) + " 份");
      SimilarWeights found = climb(theme -> theme % folds != left);
      double was = score(SimilarWeights.CHOSEN, theme -> theme % folds == left);
      double is = score(found, theme -> theme % folds == left);
      told.accept(String.format(Locale.ROOT, "留出的：%.4f → %.4f", was, is));
      before += was / folds;
      after += is / folds;
    }
    told.accept(String.format(Locale.ROOT, "各份留出的平均：%.4f → %.4f；全部：", before, after));
    return climb(theme -> true);
  }

  private SimilarWeights climb(IntPredicate themes) {
    return new CoordinateAscent<>(
            SimilarWeights.class, only, weights -> score(weights, themes), told)
        .from(SimilarWeights.CHOSEN);
  }

  private double score(SimilarWeights weights, IntPredicate themes) {
    return asked.stream().mapToDouble(one -> one.score(weights, themes)).average().orElse(0);
  }
}
