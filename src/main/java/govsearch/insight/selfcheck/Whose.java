package govsearch.insight.selfcheck;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.insight.TownReports;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a draft is, and which reports of the collection are the same town's. */
final class Whose {

  private final SelfChecked.Own own;
  private final Set<String> names;

  /** The town's reports by id. */
  private final Map<String, ReportHead> reports = new HashMap<>();

  /**
   * Finds out.
   *
   * @param chosen what the person says who asks; null where the draft is to tell
   */
  Whose(SearchEngine engine, Report draft, @Nullable Place chosen, @Nullable Integer chosenYear) {
    ReportHead head = draft.head();
    Integer year = chosenYear == null ? head.year() : chosenYear;
    Place said = chosen == null ? new Place(head.region(), head.town()) : chosen;
    String town = said.town();
    TownReports.Found found =
        town == null
            ? new TownReports.Found(List.of(), List.of())
            : new TownReports(engine).of(said.region(), town);
    if (town != null && found.places().isEmpty() && chosen == null && !said.region().isEmpty()) {
      // The tables may have named levels above that the collection's reports know otherwise.
      found =
          new TownReports(engine)
              .of(said.region().subList(said.region().size() - 1, said.region().size()), town);
    }
    found.reports().forEach(one -> reports.put(one.id(), one));
    Place place =
        town == null ? null : found.places().size() == 1 ? found.places().getFirst() : said;
    this.own =
        new SelfChecked.Own(
            place,
            year,
            lastYear(found.reports(), year),
            found.places().size() > 1 ? found.places() : List.of());
    this.names = new LinkedHashSet<>(said.region());
    if (place != null) {
      names.addAll(place.region());
    }
    if (town != null) {
      names.add(town);
    }
    if (chosen == null) {
      names.addAll(head.placeNames());
    }
    if (own.lastYear() != null) {
      names.addAll(own.lastYear().placeNames());
    }
  }

  /** Of a draft that does not say its year, the newest that can be. */
  private static @Nullable ReportHead lastYear(List<ReportHead> reports, @Nullable Integer year) {
    ReportHead last = null;
    for (ReportHead one : reports) { // oldest first
      Integer of = one.year();
      if (of != null && (year == null ? !YearDoubt.isToCome(of) : of == year - 1)) {
        last = one;
      }
    }
    return last;
  }

  SelfChecked.Own own() {
    return own;
  }

  /** The draft's own place names, as far as they are known. */
  List<String> names() {
    return new ArrayList<>(names);
  }

  /** Whether a report is of the draft's own town. */
  boolean isOwn(String reportId) {
    return reports.containsKey(reportId);
  }

  /** Whether it is one of the own town from before the draft. */
  boolean isOwnEarlier(String reportId) {
    ReportHead report = reports.get(reportId);
    Integer year = own.year();
    return report != null && report.year() != null && (year == null || report.year() < year);
  }

  /** Whether a report is of another town. */
  boolean isOther(ReportKey report) {
    return !isOwn(report.id());
  }
}
