package govsearch.report;

import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matters that a report's problems and plans are about, each with each: a problem told in
 * anybody's words may share no two characters with the plan that names its matter.
 */
final class PairedTopics {

  private final List<Set<String>> problems;
  private final List<Set<String>> plans;
  private final Map<String, Integer> having = new HashMap<>();
  private final int expected;

  /** Makes pairs; {@code expected} is how many statements say something of one problem. */
  PairedTopics(List<Statement> problems, List<Statement> plans, int expected) {
    this.problems = problems.stream().map(PairedTopics::topics).toList();
    this.plans = plans.stream().map(PairedTopics::topics).toList();
    this.expected = expected;
    List<Set<String>> all = new ArrayList<>(this.problems);
    all.addAll(this.plans);
    all.forEach(some -> some.forEach(topic -> having.merge(topic, 1, Integer::sum)));
  }

  /** What matter both are about that tells most, by how few of the statements are about it. */
  double score(int problem, int plan) {
    double most = 0;
    for (String topic : problems.get(problem)) {
      if (plans.get(plan).contains(topic)) {
        int statements = problems.size() + plans.size();
        double weight = TwoWeights.weight(statements, having.getOrDefault(topic, 1), expected);
        most = Math.max(most, weight);
      }
    }
    return most;
  }

  private static Set<String> topics(Statement statement) {
    StringBuilder text = new StringBuilder();
    statement.headings().forEach(heading -> text.append(heading).append('\n'));
    return Topics.builtIn().of(text.append(statement.text()).toString()).keySet();
  }
}
