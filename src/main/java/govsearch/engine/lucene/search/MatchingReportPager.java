package govsearch.engine.lucene.search;

import govsearch.engine.MatchingReportOrder;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.SortOrder;
import govsearch.report.Newness;
import govsearch.report.YearDoubt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the reports that matches are in. All are counted and put in order by what the columns
 * know of them, and only as many kept as a page has.
 */
final class MatchingReportPager {

  /** What a cursor says of a report. */
  private static final Sort KEYS =
      new Sort(
          new SortField("paragraphs", SortField.Type.INT),
          new SortField(Fields.YEAR_NUMBER, SortField.Type.INT),
          new SortField(Fields.TOWN_SORT, SortField.Type.STRING),
          new SortField(Fields.REPORT, SortField.Type.STRING));

  private final Snapshot snapshot;
  private final MatchSet matches;
  private final MatchingReportOrder order;
  private final String request;
  private final ReportOrder ids;
  private final int thisYear = YearDoubt.thisYear();
  private long total;

  /**
   * Pages in an order.
   *
   * @param request that cursors are bound to
   */
  MatchingReportPager(
      Snapshot snapshot, MatchSet matches, MatchingReportOrder order, String request) {
    this.snapshot = snapshot;
    this.matches = matches;
    this.order = order;
    this.request = request;
    this.ids = new ReportOrder(snapshot, SortOrder.RELEVANCE);
  }

  /** Is shown the reports of a page, in order. */
  interface Visitor {

    /**
     * The next one.
     *
     * @param report its number in the segment
     * @return whether more are wanted
     */
    boolean visit(LeafReaderContext leaf, int report, ReportParagraphs paragraphs)
        throws IOException;
  }

  /**
   * What a page is part of.
   *
   * @param total how many reports there are
   * @param paragraphs how many match in them
   * @param next where the next page begins; null when there is none
   */
  record Page(long total, long paragraphs, @Nullable String next) {}

  /** What reports are ordered by before their ids. */
  private record Key(int paragraphs, int year, @Nullable String town) {}

  private record Counted(Key key, ReportOrder.Place place, FixedBitSet bits) {}

  /** Shows a page. */
  Page page(@Nullable String cursor, int size, Visitor visitor) throws IOException {
    FieldDoc after = Cursors.read(cursor, KEYS, request);
    List<Counted> first = first(after, size + 1);
    boolean more = true;
    for (int i = 0; i < Math.min(size, first.size()) && more; i++) {
      var place = first.get(i).place;
      var paragraphs = ReportParagraphs.of(place.segment(), place.report(), first.get(i).bits);
      more = visitor.visit(place.leaf(), place.report(), paragraphs);
    }
    String next = first.size() > size ? cursor(first.get(size - 1)) : null;
    return new Page(total, matches.count(), next);
  }

  private List<Counted> first(@Nullable FieldDoc after, int count) {
    PriorityQueue<Counted> lastFirst = new PriorityQueue<>((a, b) -> compare(b, a));
    total = 0;
    ReportWalk.over(
        matches,
        (leaf, segment, report, bits, from, to) -> {
          total++;
          var place = new ReportOrder.Place(leaf, segment, report);
          Key key = new Key(bits.cardinality(from, to), segment.year(report), town(place));
          if (after != null && !isBehind(key, place, after.fields)) {
            return;
          }
          Counted one = new Counted(key, place, bits);
          if (lastFirst.size() < count) {
            lastFirst.add(one);
          } else if (compare(one, lastFirst.element()) < 0) {
            lastFirst.remove();
            lastFirst.add(one);
          }
        });
    List<Counted> ordered = new ArrayList<>(lastFirst);
    ordered.sort(this::compare);
    return ordered;
  }

  private int compare(Counted one, Counted other) {
    int byKey = compare(one.key, other.key);
    return byKey != 0 ? byKey : ids.compare(one.place, other.place);
  }

  private boolean isBehind(Key key, ReportOrder.Place place, @Nullable Object[] after) {
    int byKey = compare(key, key(after));
    return byKey != 0 ? byKey > 0 : ids.id(place).compareTo((BytesRef) after[3]) > 0;
  }

  private int compare(Key one, Key other) {
    int newest = Integer.compare(Newness.of(other.year, thisYear), Newness.of(one.year, thisYear));
    int town = compareTowns(one.town, other.town);
    return switch (order) {
      case MOST ->
          one.paragraphs != other.paragraphs
              ? Integer.compare(other.paragraphs, one.paragraphs)
              : newest != 0 ? newest : town;
      case NEWEST -> newest != 0 ? newest : town;
      case OLDEST -> one.year != other.year ? oldest(one.year, other.year) : town;
      case TOWN -> town != 0 ? town : newest;
    };
  }

  private static int oldest(int one, int other) {
    return one == Segment.NO_YEAR || other == Segment.NO_YEAR
        ? Boolean.compare(one == Segment.NO_YEAR, other == Segment.NO_YEAR)
        : Integer.compare(one, other);
  }

  private static int compareTowns(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return one.compareTo(other);
  }

  private @Nullable String town(ReportOrder.Place place) {
    int number = place.segment().town(place.report());
    String name = snapshot.facet(FacetField.TOWN).value(number).name();
    return name.equals(FacetField.UNSTATED) ? null : name;
  }

  private static Key key(@Nullable Object[] values) {
    if (values[0] instanceof Integer paragraphs && values[1] instanceof Integer year) {
      String town = values[2] instanceof BytesRef name ? name.utf8ToString() : null;
      return new Key(paragraphs, year, town);
    }
    throw new IllegalStateException("a cursor has all of its numbers");
  }

  private String cursor(Counted last) {
    Key key = last.key;
    BytesRef town = key.town == null ? null : new BytesRef(key.town);
    @Nullable Object[] values = {key.paragraphs, key.year, town, ids.id(last.place)};
    return Cursors.after(new FieldDoc(0, 0, values), KEYS, request, snapshot.version());
  }
}
