package govsearch.insight;

import govsearch.engine.ReportPage;
import govsearch.engine.Reports;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reports of a town's other years. One year's report may name the city and the next not:
 * they are of the same town if they contradict each other nowhere and name the same county, or if
 * all reports of towns of that name agree.
 */
public final class TownYears {

  /** So many reports of one name that they cannot be of one town. */
  private static final int MANY = 100;

  private final Reports engine;

  public TownYears(Reports engine) {
    this.engine = engine;
  }

  /**
   * The report of the same town on another year; the first by id where there are several. Empty
   * also where it is not known which town or year the report is of.
   *
   * @param years how many years later; negative for earlier
   */
  public Optional<ReportHead> other(ReportHead report, int years) {
    Integer year = report.year();
    if (year == null || report.town() == null || report.metadata().ambiguous()) {
      return Optional.empty();
    }
    String other = Integer.toString(year + years);
    Map<FacetField, List<String>> named = Map.of(FacetField.TOWN, List.of(report.town()));
    Map<FacetField, List<String>> thatYear =
        Map.of(FacetField.TOWN, List.of(report.town()), FacetField.YEAR, List.of(other));
    List<ReportHead> candidates = new ArrayList<>();
    String cursor = null;
    do { // there is a 城关镇 in hundreds of counties
      ReportPage page = engine.reports(Filters.of(thatYear), MANY, cursor);
      page.reports().stream()
          .filter(one -> !one.metadata().ambiguous() && agree(report, one))
          .forEach(candidates::add);
      cursor = page.nextCursor();
    } while (cursor != null);
    Optional<ReportHead> sameCounty =
        candidates.stream().filter(one -> isSaid(report.county(), one.county())).findFirst();
    if (sameCounty.isPresent() || candidates.isEmpty()) {
      return sameCounty;
    }
    var all = engine.reports(Filters.of(named), MANY, null);
    boolean oneTown =
        all.nextCursor() == null
            && all.reports().stream()
                .allMatch(one -> all.reports().stream().allMatch(two -> agree(one, two)));
    return oneTown ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private static boolean agree(ReportHead one, ReportHead two) {
    return isNoOther(one.province(), two.province())
        && isNoOther(one.city(), two.city())
        && isNoOther(one.county(), two.county());
  }

  private static boolean isNoOther(@Nullable String one, @Nullable String two) {
    return one == null || two == null || isSaid(one, two);
  }

  private static boolean isSaid(@Nullable String one, @Nullable String two) {
    return one != null && two != null && Literal.literal(one).equals(Literal.literal(two));
  }
}
