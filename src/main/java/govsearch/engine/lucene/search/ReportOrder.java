package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.ReportIds;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.SortOrder;
import govsearch.report.Newness;
import govsearch.report.YearDoubt;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of reports that a search asks for, the last key being the report's id. No order looks
 * at anything in a paragraph but its place in its report: where scores tell nothing, paragraphs are
 * in the order of their reports, and within a report in that of their documents.
 */
final class ReportOrder {

  /**
   * A report as it stands in a segment.
   *
   * @param report its number there
   */
  record Place(LeafReaderContext leaf, Segment segment, int report) {
    int head() {
      return leaf.docBase + segment.head(report);
    }
  }

  private final Snapshot snapshot;
  private final SortOrder order;
  private final FacetValues towns;
  private final int thisYear = YearDoubt.thisYear();

  ReportOrder(Snapshot snapshot, SortOrder order) {
    this.snapshot = snapshot;
    this.order = order;
    this.towns = snapshot.facet(FacetField.TOWN);
  }

  /** The report that a document is of. */
  Place of(int doc) {
    LeafReaderContext leaf = snapshot.leaf(doc);
    Segment segment = snapshot.segment(leaf);
    return new Place(leaf, segment, segment.reportOf(doc - leaf.docBase));
  }

  /** Compares two reports. */
  int compare(Place one, Place other) {
    int byKeys = compareKeys(one, other);
    if (byKeys != 0) {
      return byKeys;
    }
    return ReportIds.compare(
        one.leaf, one.segment, one.report, other.leaf, other.segment, other.report);
  }

  private int compareKeys(Place one, Place other) {
    return switch (order) {
      case RELEVANCE -> 0;
      case NEWEST -> Integer.compare(newest(other), newest(one));
      case OLDEST -> Integer.compare(oldest(one), oldest(other));
      case FIRST_SEEN -> Long.compare(seen(other), seen(one));
      case TOWN -> {
        int byTown = compareTowns(town(one), town(other));
        yield byTown != 0 ? byTown : Integer.compare(newest(other), newest(one));
      }
    };
  }

  /** Compares a report with the values that a cursor has of one. */
  int compare(Place one, @Nullable Object[] keys) {
    int byKeys =
        switch (order) {
          case RELEVANCE -> 0;
          case NEWEST -> Integer.compare((Integer) present(keys[0]), newest(one));
          case OLDEST -> Integer.compare(oldest(one), (Integer) present(keys[0]));
          case FIRST_SEEN -> Long.compare((Long) present(keys[0]), seen(one));
          case TOWN -> {
            int byTown = compareTowns(town(one), (BytesRef) keys[0]);
            yield byTown != 0 ? byTown : Integer.compare((Integer) present(keys[1]), newest(one));
          }
        };
    return byKeys != 0 ? byKeys : id(one).compareTo((BytesRef) present(keys[keys.length - 2]));
  }

  /** The values by which a cursor knows a paragraph. */
  @Nullable Object[] keys(Place place, int ordinal) {
    return switch (order) {
      case RELEVANCE -> new @Nullable Object[] {0f, id(place), ordinal};
      case NEWEST -> new @Nullable Object[] {newest(place), id(place), ordinal};
      case OLDEST -> new @Nullable Object[] {oldest(place), id(place), ordinal};
      case FIRST_SEEN -> new @Nullable Object[] {seen(place), id(place), ordinal};
      case TOWN -> new @Nullable Object[] {town(place), newest(place), id(place), ordinal};
    };
  }

  private int newest(Place place) {
    return Newness.of(place.segment.year(place.report), thisYear);
  }

  private static long seen(Place place) {
    return place.segment.seen(place.report);
  }

  private static int oldest(Place place) {
    int year = place.segment.year(place.report);
    return year == Segment.NO_YEAR ? Integer.MAX_VALUE : year;
  }

  /** The town by which a report is sorted; null where it is not known. */
  private @Nullable BytesRef town(Place place) {
    String name = towns.value(place.segment.town(place.report)).name();
    return name.equals(FacetField.UNSTATED) ? null : new BytesRef(name);
  }

  private static int compareTowns(@Nullable BytesRef one, @Nullable BytesRef other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return one.compareTo(other);
  }

  /** A report's id. */
  BytesRef id(Place place) {
    return ReportIds.of(place.leaf, place.segment, place.report);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("only towns can be missing");
    }
    return value;
  }
}
