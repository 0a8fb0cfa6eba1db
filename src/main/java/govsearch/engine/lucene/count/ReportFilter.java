package govsearch.engine.lucene.count;

import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which reports filters by region, town and year let through; sections are none of a report. */
final class ReportFilter {

  private final boolean empty;
  private final long since;
  private final @Nullable BitSet places;
  private final @Nullable BitSet towns;
  private final @Nullable BitSet years;

  ReportFilter(Snapshot snapshot, Filters filters) {
    this.empty =
        filters.on(FacetField.REGION).isEmpty()
            && filters.on(FacetField.TOWN).isEmpty()
            && filters.on(FacetField.YEAR).isEmpty()
            && filters.since() == 0;
    this.since = filters.since();
    this.places = accepted(snapshot.facet(FacetField.REGION), FacetField.REGION, filters);
    this.towns = accepted(snapshot.facet(FacetField.TOWN), FacetField.TOWN, filters);
    this.years = accepted(snapshot.facet(FacetField.YEAR), FacetField.YEAR, filters);
  }

  /** The values that are let through, by their numbers; null for all. */
  private static @Nullable BitSet accepted(FacetValues values, FacetField field, Filters filters) {
    Filters.Selection selection = filters.on(field);
    if (selection.isEmpty()) {
      return null;
    }
    BitSet accepted = new BitSet(values.size());
    if (selection.included().isEmpty()) {
      accepted.set(0, values.size());
    } else {
      mark(values, field, selection.included(), accepted, true);
    }
    mark(values, field, selection.excluded(), accepted, false);
    return accepted;
  }

  private static void mark(
      FacetValues values, FacetField field, Set<String> names, BitSet out, boolean as) {
    BitSet named = new BitSet();
    for (String name : names) {
      Integer number = values.number(FilterQueries.key(field, name));
      if (number != null) {
        named.set(number);
      }
    }
    int[] parents = named.isEmpty() ? new int[0] : values.parents();
    for (int value = 0; value < parents.length; value++) {
      for (int at = value; at >= 0; at = parents[at]) {
        if (named.get(at)) {
          out.set(value, as);
          break;
        }
      }
    }
  }

  /** Whether everything is let through. */
  boolean isEmpty() {
    return empty;
  }

  boolean accepts(Segment segment, int report) {
    return acceptsPlace(segment, report)
        && acceptsTown(segment, report)
        && acceptsYear(segment, report)
        && acceptsSeen(segment, report);
  }

  /** Whether a report's text came late enough. */
  boolean acceptsSeen(Segment segment, int report) {
    return since == 0 || segment.seen(report) >= since;
  }

  boolean acceptsPlace(Segment segment, int report) {
    return places == null || places.get(segment.place(report));
  }

  boolean acceptsTown(Segment segment, int report) {
    return towns == null || towns.get(segment.town(report));
  }

  boolean acceptsYear(Segment segment, int report) {
    return years == null || years.get(segment.yearValue(report));
  }
}
