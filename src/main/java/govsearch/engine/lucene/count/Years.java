package govsearch.engine.lucene.count;

import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The years of a collection in their order, those that state none last. */
final class Years {

  static final int NONE = -1;

  private final List<@Nullable Integer> inOrder = new ArrayList<>();
  private final int[] places;

  Years(FacetValues values) {
    List<FacetValues.Value> all = values.values();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      numbers.add(i);
    }
    numbers.sort(
        Comparator.comparing(
            number -> year(all.get(number)), Comparator.nullsLast(Comparator.naturalOrder())));
    places = new int[all.size()];
    for (int number : numbers) {
      places[number] = inOrder.size();
      inOrder.add(year(all.get(number)));
    }
  }

  private static @Nullable Integer year(FacetValues.Value value) {
    return value.name().equals(FacetField.UNSTATED) ? null : Integer.valueOf(value.name());
  }

  /** Where a value stands among the years. */
  int of(int value) {
    return value < places.length ? places[value] : NONE;
  }

  int size() {
    return inOrder.size();
  }

  List<@Nullable Integer> inOrder() {
    return inOrder;
  }
}
