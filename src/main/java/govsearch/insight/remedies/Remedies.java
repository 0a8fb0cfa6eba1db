package govsearch.insight.remedies;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.insight.TownYears;
import govsearch.report.Measures;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.report.StatementTwos;
import govsearch.report.TwoWeights;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a problem: the plan of its report that is paired with it ({@link Measures})
 * and what else fits, and what the town's next report achieved that shares with both what is rare
 * in these reports. Where nothing fits, nothing is given.
 */
public final class Remedies {

  /** The least score of a measure: a word or two that nothing else in the report has. */
  private static final double LEAST_MEASURE = 0.25;

  /** The least score of an achievement, which has the words of the measure as well. */
  private static final double LEAST_ACHIEVEMENT = 1.0;

  /** A problem and its measure. */
  private static final int SAY_IT_IN_A_YEAR = 2;

  /** A problem, its measure, and what came of it. */
  private static final int SAY_IT_IN_TWO_YEARS = 3;

  /** So many plans of one report are looked at; none has as many. */
  private static final int MOST_PLANS = 200;

  private final SearchEngine engine;
  private final TownYears years;

  public Remedies(SearchEngine engine) {
    this.engine = engine;
    this.years = new TownYears(engine);
  }

  /**
   * What is done about a problem.
   *
   * @param problem a paragraph of the report; of one that is itself a plan nothing is found
   * @param statement which part of the paragraph's text says the problem
   * @param most how many measures and how many achievements at the most
   */
  public Remedy.Found of(Report report, Paragraph problem, Range statement, int most) {
    return in(report).of(problem, statement, most);
  }

  /** What is done about problems of one report, which is read once for all of them. */
  public InReport in(Report report) {
    return new InReport(report);
  }

  /** What is done about problems of one report. */
  public final class InReport {
    private final List<StatementTwos> said;
    private final TwoWeights weights;
    private final Measures paired;
    private final @Nullable ReportHead next;
    private @Nullable Later later;

    private InReport(Report report) {
      said = StatementTwos.of(report);
      weights = new TwoWeights(said, SAY_IT_IN_A_YEAR);
      paired = new Measures(report);
      next = years.other(report.head(), 1).orElse(null);
    }

    /** As {@link Remedies#of}. */
    public Remedy.Found of(Paragraph problem, Range statement, int most) {
      if (problem.section() == Section.PLANS) {
        return Remedy.Found.NONE;
      }
      StatementTwos asked = StatementTwos.of(problem, statement);
      List<Scored> measures = measures(asked, said, weights, paired, most);
      List<Scored> achievements = achievements(asked, measures, most);
      return new Remedy.Found(remedies(measures), next, remedies(achievements));
    }

    private List<Scored> achievements(StatementTwos asked, List<Scored> measures, int most) {
      if (next == null) {
        return List.of();
      }
      if (later == null) {
        later = Later.of(said, engine.report(next.id()).orElse(null));
      }
      return later.achievements(asked, measures, most);
    }
  }

  /**
   * The report of the year after.
   *
   * @param weights of the statements of both years
   */
  private record Later(List<StatementTwos> said, TwoWeights weights) {

    /**
     * Of a report.
     *
     * @param before what the report of the year before says
     * @param report null for one that has been removed meanwhile
     */
    static Later of(List<StatementTwos> before, @Nullable Report report) {
      List<StatementTwos> said = report == null ? List.of() : StatementTwos.of(report);
      List<StatementTwos> both = new ArrayList<>(before);
      both.addAll(said);
      return new Later(said, new TwoWeights(both, SAY_IT_IN_TWO_YEARS));
    }

    List<Scored> achievements(StatementTwos asked, List<Scored> measures, int most) {
      Set<String> twos = new HashSet<>(asked.twos());
      Set<String> titles = new HashSet<>(asked.titles());
      if (!measures.isEmpty()) {
        StatementTwos measure = measures.getFirst().statement();
        twos.addAll(measure.twos());
        titles.addAll(measure.titles());
      }
      return best(
          twos,
          weights,
          Remedies.of(Section.ACHIEVEMENTS, said),
          one -> weights.score(twos, titles, one),
          LEAST_ACHIEVEMENT,
          most);
    }
  }

  /** What is paired with the problem, then whatever else fits and answers no other problem. */
  private static List<Scored> measures(
      StatementTwos asked,
      List<StatementTwos> said,
      TwoWeights weights,
      Measures measures,
      int most) {
    List<Scored> found = new ArrayList<>();
    for (Statement problem : Statement.of(asked.paragraph())) {
      Optional<Statement> plan = measures.of(problem);
      if (found.size() < most
          && plan.isPresent()
          && asked.overlaps(StatementTwos.of(problem.paragraph(), problem.at()))) {
        StatementTwos twos = StatementTwos.of(plan.get().paragraph(), plan.get().at());
        double score = weights.score(asked.twos(), asked.titles(), twos);
        found.add(new Scored(twos, score, weights.telling(asked.twos(), twos)));
      }
    }
    List<StatementTwos> free =
        of(Section.PLANS, said).stream()
            .filter(plan -> measures.isFree(plan.paragraph(), plan.at()))
            .limit(MOST_PLANS)
            .toList();
    Deadline deadline = Deadline.current();
    found.addAll(
        best(
            asked.twos(),
            weights,
            free,
            plan -> {
              deadline.check();
              return weights.score(asked.twos(), asked.titles(), plan);
            },
            LEAST_MEASURE,
            most - found.size()));
    return found;
  }

  private static List<StatementTwos> of(Section section, List<StatementTwos> statements) {
    return statements.stream()
        .filter(one -> one.paragraph().section() == section && one.saysSomething())
        .toList();
  }

  /** What was found, with the twos that it was found by. */
  private record Scored(StatementTwos statement, double score, Set<String> telling) {}

  private static List<Scored> best(
      Set<String> asked,
      TwoWeights weights,
      List<StatementTwos> statements,
      ToDoubleFunction<StatementTwos> score,
      double least,
      int most) {
    return statements.stream()
        .map(one -> new Scored(one, score.applyAsDouble(one), Set.of()))
        .filter(one -> one.score() >= least)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(most)
        .map(
            one ->
                new Scored(one.statement(), one.score(), weights.telling(asked, one.statement())))
        .toList();
  }

  private List<Remedy> remedies(List<Scored> found) {
    return found.stream()
        .map(
            one -> {
              StatementTwos statement = one.statement();
              return new Remedy(
                  statement.paragraph(),
                  statement.at(),
                  one.score(),
                  statement.terms(one.telling(), engine::words),
                  statement.ranges(one.telling(), engine::words));
            })
        .toList();
  }
}
