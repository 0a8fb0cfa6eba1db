package govsearch.insight.selfcheck;

import govsearch.engine.Reports;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.FormulaPlans;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.report.StatementTwos;
import govsearch.report.TwoWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a draft does not say, and a report of its kind does. */
final class Gaps {

  /** A section is expected that so many reports have. */
  private static final double EXPECTED = 0.5;

  /** The least score of what is said of a plan: a word or two that nothing else has. */
  private static final double LEAST_SAID = 1.0;

  /** A plan, and what came of it. */
  private static final int SAY_IT = 2;

  /** So many plans of last year's are looked for. */
  private static final int MOST_PLANS = 200;

  private Gaps() {}

  /** The sections that most reports of the collection have and the draft has not. */
  static List<SelfChecked.MissingSection> sections(Reports engine, Report draft) {
    Set<Section> there = new HashSet<>();
    draft.paragraphs().forEach(paragraph -> there.add(paragraph.section()));
    long all = engine.size().reports();
    List<SelfChecked.MissingSection> missing = new ArrayList<>();
    for (Section section : Section.values()) {
      if (section == Section.OTHER || there.contains(section) || all == 0) {
        continue;
      }
      Filters having = Filters.of(Map.of(FacetField.SECTION, List.of(section.code())));
      double share = (double) engine.reports(having, 1, null).total() / all;
      if (share >= EXPECTED) {
        missing.add(new SelfChecked.MissingSection(section, share));
      }
    }
    return missing;
  }

  /** The problems of a draft that it plans nothing against. */
  static List<SelfChecked.Spot> unanswered(Report draft) {
    Measures measures = new Measures(draft);
    return Statement.of(draft, Section.PROBLEMS).stream()
        .filter(problem -> !problem.isAnnouncement() && measures.of(problem).isEmpty())
        .map(problem -> new SelfChecked.Spot(problem.paragraph(), problem.at()))
        .toList();
  }

  /** What last year's report planned of its own, and the draft does not come back to. */
  static List<SelfChecked.Spot> silent(Report draft, @Nullable Report lastYear) {
    if (lastYear == null) {
      return List.of();
    }
    List<StatementTwos> said =
        StatementTwos.of(draft).stream()
            .filter(one -> one.paragraph().section() != Section.PLANS && one.saysSomething())
            .toList();
    List<StatementTwos> both = new ArrayList<>(StatementTwos.of(lastYear));
    both.addAll(said);
    TwoWeights weights = new TwoWeights(both, SAY_IT);
    return Statement.of(lastYear, Section.PLANS).stream()
        .filter(plan -> !plan.isAnnouncement() && !FormulaPlans.isFormula(plan))
        .limit(MOST_PLANS)
        .filter(plan -> !isSaid(plan, said, weights))
        .map(plan -> new SelfChecked.Spot(plan.paragraph(), plan.at()))
        .toList();
  }

  private static boolean isSaid(Statement plan, List<StatementTwos> said, TwoWeights weights) {
    StatementTwos asked = StatementTwos.of(plan.paragraph(), plan.at());
    return said.stream()
        .anyMatch(one -> weights.score(asked.twos(), asked.titles(), one) >= LEAST_SAID);
  }
}
