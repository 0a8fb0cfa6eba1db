package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.opensearch.read.ReportCounts.Counted;
import govsearch.report.Newness;
import govsearch.report.YearDoubt;
import java.util.Comparator;
import java.util.List;

/** Orders of reports with matches, as the port has them. */
final class CountedOrder implements Comparator<Counted> {
  private static final Comparator<Counted> NEWEST =
      Comparator.comparingInt((Counted one) -> Newness.of(one.year(), YearDoubt.thisYear()))
          .reversed();
  private static final Comparator<Counted> OLDEST =
      Comparator.comparing((Counted one) -> one.year() == Integer.MIN_VALUE)
          .thenComparingInt(Counted::year);
  private static final Comparator<Counted> TOWN = Comparator.comparing(Counted::town);

  private final Comparator<Counted> order;

  CountedOrder(MatchingReportOrder by) {
    Comparator<Counted> keys =
        switch (by) {
          case MOST ->
              Comparator.comparingLong(Counted::paragraphs)
                  .reversed()
                  .thenComparing(NEWEST)
                  .thenComparing(TOWN);
          case NEWEST -> NEWEST.thenComparing(TOWN);
          case OLDEST -> OLDEST.thenComparing(TOWN);
          case TOWN -> TOWN.thenComparing(NEWEST);
        };
    this.order = keys.thenComparing(Counted::report);
  }

  @Override
  public int compare(Counted one, Counted other) {
    return order.compare(one, other);
  }

  /** What a cursor says of a report. */
  static List<Object> values(Counted one) {
    return List.of(one.report(), (long) one.year(), one.town(), one.paragraphs());
  }

  boolean isBehind(Counted one, List<Object> after) {
    if (after.size() == 4
        && after.get(1) instanceof Long year
        && after.get(3) instanceof Long paragraphs) {
      Counted last =
          new Counted(
              after.get(0).toString(), "", year.intValue(), after.get(2).toString(), paragraphs);
      return order.compare(one, last) > 0;
    }
    throw new InvalidCursorException();
  }
}
