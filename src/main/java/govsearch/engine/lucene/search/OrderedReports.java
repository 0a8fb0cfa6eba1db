package govsearch.engine.lucene.search;

import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.SortOrder;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * All reports of a snapshot in an order, from a place on: those of each segment stand in it once
 * and for all, and are merged as they are asked for. Deleted reports are among them.
 */
final class OrderedReports {

  /** Where it stands in one segment. */
  private static final class Position {
    private final LeafReaderContext leaf;
    private final Segment segment;
    private final int[] reports;
    private int at;
    private ReportOrder.Place place;

    Position(LeafReaderContext leaf, Segment segment, int[] reports, int at) {
      this.leaf = leaf;
      this.segment = segment;
      this.reports = reports;
      this.at = at;
      this.place = place(at);
    }

    private ReportOrder.Place place(int number) {
      return new ReportOrder.Place(leaf, segment, reports[number]);
    }

    boolean advance() {
      if (at + 1 == reports.length) {
        return false;
      }
      at++;
      place = place(at);
      return true;
    }
  }

  private final PriorityQueue<Position> positions;

  /**
   * From a place on.
   *
   * @param wanted holds of all reports from some one on
   */
  OrderedReports(
      Snapshot snapshot, SortOrder by, ReportOrder order, Predicate<ReportOrder.Place> wanted) {
    positions =
        new PriorityQueue<>(Comparator.comparing((Position one) -> one.place, order::compare));
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Segment segment = snapshot.segment(leaf);
      int[] reports =
          segment.inOrder(
              by,
              (one, other) ->
                  order.compare(
                      new ReportOrder.Place(leaf, segment, one),
                      new ReportOrder.Place(leaf, segment, other)));
      int low = 0;
      int high = reports.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (wanted.test(new ReportOrder.Place(leaf, segment, reports[middle]))) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (low < reports.length) {
        positions.add(new Position(leaf, segment, reports, low));
      }
    }
  }

  /** The next one; null behind the last. */
  ReportOrder.@Nullable Place next() {
    Position first = positions.poll();
    if (first == null) {
      return null;
    }
    ReportOrder.Place place = first.place;
    if (first.advance()) {
      positions.add(first);
    }
    return place;
  }
}
