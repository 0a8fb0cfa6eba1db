package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import govsearch.report.Section;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The order in which the values of a facet field are listed, and the first ones in it. */
final class FacetOrder {

  private final FacetField field;
  private final FacetValues values;
  private final long[] counts;

  /**
   * An order.
   *
   * @param counts of the field's values, by their numbers
   */
  FacetOrder(FacetField field, FacetValues values, long[] counts) {
    this.field = field;
    this.values = values;
    this.counts = counts;
  }

  /** The first of those that will be added; nothing so far. */
  First first(int most) {
    return new First(most);
  }

  /** The first of some values in order, of which there may be ten thousands. */
  final class First {
    private final int most;
    private final boolean byCount = field == FacetField.REGION || field == FacetField.TOWN;
    private final Comparator<Integer> order = order();
    private final PriorityQueue<Integer> lastFirst = new PriorityQueue<>(order.reversed());

    /** What counts less cannot be among them. */
    private long least;

    First(int most) {
      this.most = most;
    }

    void add(int value) {
      if (byCount && counts[value] < least) {
        return;
      }
      if (lastFirst.size() < most || order.compare(value, lastFirst.element()) < 0) {
        lastFirst.add(value);
        if (lastFirst.size() > most) {
          lastFirst.remove();
        }
        least = lastFirst.size() == most ? counts[lastFirst.element()] : 0;
      }
    }

    List<Integer> ordered() {
      return FacetOrder.this.ordered(List.copyOf(lastFirst));
    }
  }

  List<Integer> ordered(List<Integer> some) {
    return some.stream().sorted(order()).toList();
  }

  private Comparator<Integer> order() {
    Comparator<Integer> byName = Comparator.comparing(value -> values.value(value).name());
    return switch (field) {
      case REGION, TOWN ->
          (one, other) ->
              counts[one] != counts[other]
                  ? Long.compare(counts[other], counts[one])
                  : byName.compare(one, other);
      case YEAR -> Comparator.comparingInt(value -> yearOrder(values.value(value).name()));
      case SECTION ->
          Comparator.comparing(value -> Section.of(values.value(value).name()).orElseThrow());
    };
  }

  /** Newest first, reports without a year last. */
  private static int yearOrder(String year) {
    return year.equals(FacetField.UNSTATED) ? Integer.MAX_VALUE : -Integer.parseInt(year);
  }
}
