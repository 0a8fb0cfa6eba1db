package govsearch.engine.lucene.search;

import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages of matches in an order of their reports. Of all reports with matches only as many are kept
 * as a page can take; of what says the same the first in the order is shown.
 */
final class ReportPager implements Pager {

  /** One report of so many must have a match for it to pay to go through all in order. */
  private static final int SPARSE = 16;

  /** About as many as a report has. */
  private static final int PARAGRAPHS = 40;

  private final Snapshot snapshot;
  private final MatchSet matches;
  private final SortOrder by;
  private final ReportOrder order;
  private final boolean fold;
  private final int perReport;
  private final String request;
  private final Folds folds;

  ReportPager(
      Snapshot snapshot,
      MatchSet matches,
      SortOrder by,
      Presentation presentation,
      String request) {
    this.snapshot = snapshot;
    this.matches = matches;
    this.by = by;
    this.order = new ReportOrder(snapshot, by);
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
    this.request = request;
    this.folds = new Folds(snapshot);
  }

  @Override
  public Page page(@Nullable String cursor, int size) throws IOException {
    Sort keys = Orders.of(by);
    FieldDoc after = Cursors.read(cursor, keys, request);
    List<ScoreDoc> page = new ArrayList<>();
    List<ReportOrder.Place> batch = next(after, null, size + 1);
    ReportOrder.@Nullable Place lastReport = null;
    while (!batch.isEmpty()) {
      for (ReportOrder.Place place : batch) {
        int listed = 0;
        int first = firstOf(place, after);
        // With a limit the report is read from its beginning: what was listed before counts.
        int doc = perReport > 0 ? nextOf(place, place.segment().head(place.report())) : first;
        for (; doc >= 0; doc = nextOf(place, doc)) {
          int global = place.leaf().docBase + doc;
          if (isTooMany(listed, global) || (fold && !isFirst(global, place))) {
            continue;
          }
          listed++;
          if (first < 0 || doc < first) {
            continue;
          }
          if (page.size() == size) {
            ScoreDoc last = page.getLast();
            return new Page(array(page), cursor(last.doc));
          }
          page.add(new ScoreDoc(global, 0));
        }
        lastReport = place;
      }
      batch = next(null, lastReport, size + 1);
    }
    return new Page(array(page), null);
  }

  /** Whether as many of a report as are wanted come before one that stands for no other. */
  private boolean isTooMany(int listed, int doc) throws IOException {
    return perReport > 0 && listed >= perReport && (!fold || folds.isAlone(folds.of(doc)));
  }

  private String cursor(int doc) {
    ReportOrder.Place place = order.of(doc);
    @Nullable Object[] keys = order.keys(place, doc - place.head());
    return Cursors.after(new FieldDoc(doc, 0, keys), Orders.of(by), request, snapshot.version());
  }

  /**
   * The first reports with matches, in order.
   *
   * @param from begins in the report of this place or behind it; null for no such limit
   * @param behind begins behind this report; null for no such limit
   */
  private List<ReportOrder.Place> next(
      @Nullable FieldDoc from, ReportOrder.@Nullable Place behind, int count) {
    return isDense() ? nextInOrder(from, behind, count) : nextOfAll(from, behind, count);
  }

  /** Whether so many reports may have matches that the first of all are soon those with one. */
  private boolean isDense() {
    return matches.count() * SPARSE > snapshot.reader().maxDoc() / PARAGRAPHS;
  }

  private List<ReportOrder.Place> nextInOrder(
      @Nullable FieldDoc from, ReportOrder.@Nullable Place behind, int count) {
    OrderedReports reports =
        new OrderedReports(snapshot, by, order, place -> isWanted(place, from, behind));
    List<ReportOrder.Place> first = new ArrayList<>();
    ReportOrder.Place place = reports.next();
    while (place != null && first.size() < count) {
      if (nextOf(place, place.segment().head(place.report())) >= 0) {
        first.add(place);
      }
      place = reports.next();
    }
    return first;
  }

  private boolean isWanted(
      ReportOrder.Place place, @Nullable FieldDoc from, ReportOrder.@Nullable Place behind) {
    return (from == null || order.compare(place, from.fields) >= 0)
        && (behind == null || order.compare(place, behind) > 0);
  }

  private List<ReportOrder.Place> nextOfAll(
      @Nullable FieldDoc from, ReportOrder.@Nullable Place behind, int count) {
    Comparator<ReportOrder.Place> best = order::compare;
    PriorityQueue<ReportOrder.Place> worstFirst = new PriorityQueue<>(best.reversed());
    ReportWalk.over(
        matches,
        (leaf, segment, report, bits, first, to) -> {
          ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
          if (!isWanted(place, from, behind)) {
            return;
          }
          if (worstFirst.size() < count) {
            worstFirst.add(place);
          } else if (order.compare(place, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(place);
          }
        });
    List<ReportOrder.Place> ordered = new ArrayList<>(worstFirst);
    ordered.sort(best);
    return ordered;
  }

  /** The first match of a report that is behind a place in it; -1 for none. */
  private int firstOf(ReportOrder.Place place, @Nullable FieldDoc after) {
    int head = place.segment().head(place.report());
    int doc = nextOf(place, head);
    if (after == null || order.compare(place, after.fields) != 0) {
      return doc;
    }
    Object ordinal = after.fields[after.fields.length - 1];
    while (doc >= 0 && ordinal instanceof Integer shown && doc - head <= shown) {
      doc = nextOf(place, doc);
    }
    return doc;
  }

  private int nextOf(ReportOrder.Place place, int doc) {
    FixedBitSet bits = matches.bits(place.leaf().ord);
    Segment segment = place.segment();
    int end = segment.head(place.report()) + 1 + segment.paragraphs(place.report());
    if (bits == null || doc + 1 >= end) {
      return -1;
    }
    int next = bits.nextSetBit(doc + 1, end);
    return next < end ? next : -1;
  }

  /** Whether no match that says the same comes before one. */
  private boolean isFirst(int doc, ReportOrder.Place place) throws IOException {
    long print = folds.of(doc);
    if (folds.isAlone(print)) {
      return true;
    }
    boolean[] first = {true};
    folds.visit(
        print,
        (leaf, local) -> {
          FixedBitSet bits = matches.bits(leaf.ord);
          int other = leaf.docBase + local;
          if (other != doc && bits != null && bits.get(local)) {
            int compared = order.compare(order.of(other), place);
            first[0] = compared > 0 || (compared == 0 && other > doc);
          }
          return first[0];
        });
    return first[0];
  }

  private static ScoreDoc[] array(List<ScoreDoc> page) {
    return page.toArray(ScoreDoc[]::new);
  }
}
