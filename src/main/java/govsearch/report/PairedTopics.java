package govsearch.report;

import java.util.Arrays;
import java.util.List;

/**
 * The matters that a report's problems and plans are about, each with each: a problem told in
 * anybody's words may share no two characters with the plan that names its matter.
 */
final class PairedTopics {

  /** Below this length it makes no difference. */
  private static final double PIVOT = 8;

  private final List<double[]> problems;
  private final List<double[]> plans;

  /** What is shared with a plan that says much is less. */
  private final double[] lengths;

  /** What being about a matter weighs, less for one that much is said of in the report. */
  private final double[] weights;

  /** Makes pairs; {@code expected} is how many statements say something of one problem. */
  PairedTopics(
      List<Statement> problems, List<Statement> plans, StatementTopics topics, int expected) {
    this.problems = problems.stream().map(topics::of).toList();
    this.plans = plans.stream().map(topics::of).toList();
    this.weights = new double[this.problems.getFirst().length];
    this.problems.forEach(this::add);
    this.plans.forEach(this::add);
    this.lengths =
        this.plans.stream()
            .mapToDouble(plan -> Math.sqrt(Arrays.stream(plan).sum() + PIVOT))
            .toArray();
    int statements = problems.size() + plans.size();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = TwoWeights.weight(statements, Math.max(1, weights[i]), expected);
    }
  }

  /** A statement says a matter once at the most. */
  private void add(double[] about) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += Math.min(1, about[i]);
    }
  }

  /**
   * What both say of the same matters, by how little is said of these otherwise, and its length.
   */
  double score(int problem, int plan) {
    double[] told = problems.get(problem);
    double[] planned = plans.get(plan);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.min(told[i], planned[i]);
    }
    return sum / lengths[plan];
  }
}
