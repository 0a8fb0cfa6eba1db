package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.DisplayOrder;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.LongHeap;

/** The order in which the values of a facet field are listed, and the first ones in it. */
final class FacetOrder {

  private static final long PLACES = (1L << Integer.SIZE) - 1;

  private final boolean byCount;
  private final DisplayOrder display;
  private final ValueCounts counts;

  /**
   * An order.
   *
   * @param counts of the field's values
   */
  FacetOrder(FacetField field, FacetValues values, ValueCounts counts) {
    this.byCount = field == FacetField.REGION || field == FacetField.TOWN;
    this.display = values.displayOrder();
    this.counts = counts;
  }

  /** A number that is the greater, the earlier a value is listed. */
  private long key(int value, int count) {
    return (byCount ? (long) count << Integer.SIZE : 0) | (PLACES - display.place(value));
  }

  private int value(long key) {
    return display.value((int) (PLACES - (key & PLACES)));
  }

  /** The first of those that will be added; nothing so far. */
  First first(int most) {
    return new First(most);
  }

  /** The first of some values in order, of which there may be ten thousands. */
  final class First {
    private final LongHeap lastFirst;
    private final int most;

    /** With less than that a value is behind all; mostly so, and seen at once. */
    private int least;

    First(int most) {
      this.most = most;
      lastFirst = new LongHeap(most);
    }

    void add(int value, int count) {
      if (count >= least) {
        lastFirst.insertWithOverflow(key(value, count));
        least = byCount && lastFirst.size() == most ? (int) (lastFirst.top() >>> Integer.SIZE) : 0;
      }
    }

    List<Integer> ordered() {
      List<Integer> values = new ArrayList<>(lastFirst.size());
      while (lastFirst.size() > 0) {
        values.add(value(lastFirst.pop()));
      }
      Collections.reverse(values);
      return values;
    }
  }

  List<Integer> ordered(List<Integer> some) {
    return some.stream()
        .sorted(Comparator.comparingLong((Integer one) -> key(one, counts.of(one))).reversed())
        .toList();
  }
}
