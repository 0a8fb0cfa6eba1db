package govsearch.insight;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the reports of a town's other years. */
public final class TownYears {

  /** Reports of one town and year; more than a few are no town's. */
  private static final int ENOUGH = 20;

  private final SearchEngine engine;

  public TownYears(SearchEngine engine) {
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
    Filters filters =
        Filters.of(
            Map.of(
                FacetField.REGION,
                List.of(path(report)),
                FacetField.YEAR,
                List.of(Integer.toString(year + years))));
    return engine.reports(filters, ENOUGH, null).reports().stream()
        .filter(other -> other.town() != null && !other.metadata().ambiguous())
        .filter(other -> Literal.literal(path(other)).equals(Literal.literal(path(report))))
        .findFirst();
  }

  private static String path(ReportHead report) {
    return new Place(report.region(), report.town()).path();
  }
}
