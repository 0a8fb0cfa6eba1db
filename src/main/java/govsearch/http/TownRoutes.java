package govsearch.http;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.insight.TownReports;
import govsearch.insight.compare.Comparer;
import govsearch.insight.figures.YearlyFigures;
import govsearch.insight.remedies.Remedies;
import govsearch.query.FacetField;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET towns/{place}}: all that is held of one town. */
final class TownRoutes {

  /** The newest; a town has one a year. */
  private static final int MOST_REPORTS = 40;

  private static final int MOST_PROBLEM_YEARS = 12;
  private static final int MOST_PROBLEMS = 12;
  private static final int MOST_NAMED = 20;

  private final SearchEngine engine;
  private final TownReports towns;
  private final Remedies remedies;

  TownRoutes(SearchEngine engine) {
    this.engine = engine;
    this.towns = new TownReports(engine);
    this.remedies = new Remedies(engine);
  }

  void town(Context context) {
    long start = System.nanoTime();
    Parameters.of(context, Set.of());
    List<String> names = names(context.pathParam("place"));
    TownReports.Found found = towns.of(names.subList(0, names.size() - 1), names.getLast());
    Place place = only(found);
    int from = Math.max(0, found.reports().size() - MOST_REPORTS);
    List<ReportHead> heads = found.reports().subList(from, found.reports().size());
    Map<String, Report> whole = new LinkedHashMap<>();
    heads.forEach(head -> engine.report(head.id()).ifPresent(r -> whole.put(head.id(), r)));
    context.json(
        new TownView(
            place.path(),
            place.region(),
            Objects.requireNonNull(place.town()),
            years(heads, whole),
            problems(heads, whole),
            YearlyFigures.of(ofOneTown(whole)).stream().map(TownView.FigureRow::of).toList(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  private static List<Report> ofOneTown(Map<String, Report> whole) {
    return whole.values().stream().filter(report -> isOfOneTown(report.head())).toList();
  }

  private static List<String> names(String path) {
    List<String> names =
        Arrays.stream(path.split("/"))
            .map(String::strip)
            .filter(name -> !name.isEmpty() && !name.equals(FacetField.UNSTATED))
            .toList();
    if (names.isEmpty() || path.length() > FilterValues.LONGEST_VALUE) {
      throw ProblemException.notFound("请用 towns/省/市/县/乡镇 这样的地址，不知道的层级可以省略");
    }
    return names;
  }

  private static Place only(TownReports.Found found) {
    if (found.places().isEmpty()) {
      throw ProblemException.notFound("没有收录这个乡镇的报告；乡镇要写全称，如“柳湾镇”");
    }
    if (found.reports().isEmpty()) {
      String all =
          found.places().stream()
              .limit(MOST_NAMED)
              .map(Place::path)
              .collect(Collectors.joining("、"));
      throw ProblemException.notFound("叫这个名字的乡镇不止一处，请写明地区：" + all);
    }
    return found.places().getFirst();
  }

  private static List<TownView.YearView> years(List<ReportHead> heads, Map<String, Report> whole) {
    List<TownView.YearView> years = new ArrayList<>();
    ReportHead before = null;
    for (ReportHead head : heads) {
      boolean follows =
          before != null
              && isOfOneTown(before)
              && isOfOneTown(head)
              && head.year() != null
              && before.year() != null
              && before.year() < head.year()
              && !YearDoubt.isToCome(head.year()); // who knows which one is before it
      years.add(
          new TownView.YearView(
              ReportViews.Head.of(head),
              follows ? carried(Objects.requireNonNull(before), head, whole) : null));
      before = head;
    }
    return years;
  }

  /** What several towns may have written is nobody's text that was carried over. */
  private static boolean isOfOneTown(ReportHead head) {
    return !head.metadata().ambiguous();
  }

  private static TownView.@Nullable Carried carried(
      ReportHead before, ReportHead head, Map<String, Report> whole) {
    Report a = whole.get(before.id());
    Report b = whole.get(head.id());
    if (a == null || b == null) {
      return null;
    }
    try {
      return new TownView.Carried(
          a.id(), Objects.requireNonNull(before.year()), Comparer.compare(a, b).whole().shareB());
    } catch (Comparer.TooLongException e) {
      return null; // the page says nothing of it, then
    }
  }

  /** Newest first, doubtful and unknown years last; in each report's order. */
  private List<TownView.Problem> problems(List<ReportHead> heads, Map<String, Report> whole) {
    List<TownView.Problem> problems = new ArrayList<>();
    List<ReportHead> newest = YearDoubt.behindOthers(heads.reversed(), ReportHead::year);
    for (ReportHead head : newest.subList(0, Math.min(MOST_PROBLEM_YEARS, newest.size()))) {
      Report report = whole.get(head.id());
      if (report != null) {
        Remedies.InReport its = remedies.in(report);
        Statement.of(report, Section.PROBLEMS).stream()
            .filter(statement -> !statement.isAnnouncement())
            .limit(MOST_PROBLEMS)
            .forEach(statement -> problems.add(problem(report, its, statement)));
      }
    }
    return problems;
  }

  private static TownView.Problem problem(
      Report report, Remedies.InReport its, Statement statement) {
    return TownView.Problem.of(
        report.head(), statement, its.of(statement.paragraph(), statement.at(), 1));
  }
}
