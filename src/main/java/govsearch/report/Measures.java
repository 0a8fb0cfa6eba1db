package govsearch.report;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which planned measure of a report answers which of its problems: one to one, those first that
 * share most of what is rare in the report, be it words or the matter that they are about. A plan
 * that any report could have comes last, and where nothing fits nothing is given. What is left over
 * on both sides in equal number goes together in order: reports plan in the order in which they
 * complain, if not always in the same words.
 */
public final class Measures {

  /** The least fit: some words that nothing else in the report has, or a matter of their own. */
  private static final double LEAST = 0.45;

  /** Of a plan with the number of the problem (三是 and （三）). */
  private static final double SAME_NUMBER = 1.25;

  /** Of a plan that any report could have. */
  private static final double OF_FORMULA = 0.4;

  /** A problem and its measure. */
  private static final int SAY_IT = 2;

  /** What saying something of the same matter is worth. */
  private static final double SAME_MATTER = 0.7;

  /** So many problems and plans are held against each other; no report has as many. */
  private static final int MOST = 300;

  private final StatementTopics topics = new StatementTopics();
  private final Map<Statement, Statement> byProblem = new HashMap<>();
  private final List<Statement> free = new ArrayList<>();

  /** A problem and a plan, by their places. */
  private record Pair(int problem, int plan, double fit) {}

  /** Pairs a report's problems with its plans. */
  public Measures(Report report) {
    List<Statement> problems = saying(report, Section.PROBLEMS);
    List<Statement> plans = saying(report, Section.PLANS);
    if (!problems.isEmpty() && !plans.isEmpty()) {
      pair(problems, plans);
    }
  }

  /** The measure that answers a problem; empty where none seems to. */
  public Optional<Statement> of(Statement problem) {
    return Optional.ofNullable(byProblem.get(problem));
  }

  /** What the report's statements are about, so far as it was found out for the pairing. */
  public StatementTopics topics() {
    return topics;
  }

  /** Whether a plan says something of its own and answers no problem so far. */
  public boolean isFree(Paragraph paragraph, Range at) {
    return free.stream()
        .anyMatch(plan -> plan.at().equals(at) && plan.paragraph().id().equals(paragraph.id()));
  }

  private static List<Statement> saying(Report report, Section section) {
    return Statement.of(report, section).stream()
        .filter(statement -> !statement.isAnnouncement())
        .limit(MOST)
        .toList();
  }

  private void pair(List<Statement> problems, List<Statement> plans) {
    List<Boolean> formula = plans.stream().map(FormulaPlans::isFormula).toList();
    boolean[] asked = new boolean[problems.size()];
    boolean[] taken = new boolean[plans.size()];
    for (Pair one : pairs(problems, plans, formula)) {
      if (!asked[one.problem()] && !taken[one.plan()]) {
        asked[one.problem()] = true;
        taken[one.plan()] = true;
        byProblem.put(problems.get(one.problem()), plans.get(one.plan()));
      }
    }
    List<Statement> unanswered = new ArrayList<>();
    for (int i = 0; i < asked.length; i++) {
      if (!asked[i]) {
        unanswered.add(problems.get(i));
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && !formula.get(i)) {
        free.add(plans.get(i));
      }
    }
    if (unanswered.size() == free.size()) {
      for (int i = 0; i < free.size(); i++) {
        byProblem.put(unanswered.get(i), free.get(i));
      }
      free.clear();
    }
  }

  /** What fits well enough, best first; what fits another one better counts less. */
  private List<Pair> pairs(List<Statement> problems, List<Statement> plans, List<Boolean> formula) {
    PairedTwos twos = new PairedTwos(problems, plans, SAY_IT);
    PairedTopics matters = new PairedTopics(problems, plans, topics, SAY_IT);
    double[][] fits = new double[problems.size()][plans.size()];
    double[] best = new double[plans.size()];
    for (int i = 0; i < problems.size(); i++) {
      for (int j = 0; j < plans.size(); j++) {
        double sameNumber = twos.haveSameNumber(i, j) ? SAME_NUMBER : 1;
        double shared = twos.score(i, j) + SAME_MATTER * matters.score(i, j);
        fits[i][j] = shared * sameNumber * (formula.get(j) ? OF_FORMULA : 1);
        best[j] = Math.max(best[j], fits[i][j]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      for (int j = 0; j < plans.size(); j++) {
        double fit = fits[i][j] == 0 ? 0 : fits[i][j] * Math.sqrt(fits[i][j] / best[j]);
        if (fit >= LEAST) {
          pairs.add(new Pair(i, j, fit));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::fit).reversed());
    return pairs;
  }
}
