package govsearch.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What twos weigh among some statements: by inverse document frequency (Spärck Jones 1972), and
 * less again where more statements have them than a problem and what is said of it.
 */
public final class TwoWeights {

  /** Long statements share by chance; below this length it makes no difference. */
  static final double PIVOT = 20;

  /** What both have in their titles is what they are about. */
  static final double IN_TITLES = 2;

  /** What weighs less than this part of the heaviest that is shared says nothing beside it. */
  private static final double TELLING = 0.2;

  private final Map<String, Integer> having = new HashMap<>();
  private final int statements;
  private final int expected;

  /**
   * Weights.
   *
   * @param expected how many statements say something of one problem
   */
  public TwoWeights(Collection<StatementTwos> statements, int expected) {
    this.statements = statements.size();
    this.expected = expected;
    statements.forEach(one -> one.twos().forEach(two -> having.merge(two, 1, Integer::sum)));
  }

  /**
   * What a statement shares with what is asked, weighed, by its length.
   *
   * @param titles those of the asked ones that stand in titles
   */
  public double score(Set<String> asked, Set<String> titles, StatementTwos statement) {
    double sum = 0;
    for (String two : shared(asked, statement)) {
      double weight = weight(two);
      boolean inBoth = titles.contains(two) && statement.titles().contains(two);
      sum += inBoth ? IN_TITLES * weight : weight;
    }
    return sum / Math.sqrt(statement.twos().size() + PIVOT);
  }

  private double weight(String two) {
    return weight(statements, having.getOrDefault(two, 1), expected);
  }

  /** What a two weighs that so many of the statements have. */
  static double weight(int statements, double having, int expected) {
    return Math.log((statements + 1.0) / having) / (1 + Math.max(0, having - expected));
  }

  /** Of what a statement shares with what is asked, that for which it was found. */
  public Set<String> telling(Set<String> asked, StatementTwos statement) {
    Set<String> shared = shared(asked, statement);
    double most = shared.stream().mapToDouble(this::weight).max().orElse(0);
    shared.removeIf(two -> weight(two) < TELLING * most);
    return shared;
  }

  private static Set<String> shared(Set<String> asked, StatementTwos statement) {
    Set<String> shared = new HashSet<>(statement.twos());
    shared.retainAll(asked);
    return shared;
  }
}
