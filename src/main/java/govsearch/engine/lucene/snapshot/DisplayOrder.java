package govsearch.engine.lucene.snapshot;

import govsearch.query.FacetField;
import govsearch.report.Section;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of a facet field in the order in which they are listed where they count the same. Put
 * in order once: to compare the names of thousands that count the same took more of a search than
 * to find what it counts.
 */
public final class DisplayOrder {

  private final int[] inOrder;
  private final int[] places;

  private DisplayOrder(int[] inOrder) {
    this.inOrder = inOrder;
    this.places = new int[inOrder.length];
    for (int place = 0; place < inOrder.length; place++) {
      places[inOrder[place]] = place;
    }
  }

  static DisplayOrder of(FacetField field, List<FacetValues.Value> values) {
    Comparator<Integer> order =
        switch (field) {
          case REGION, TOWN -> Comparator.comparing(value -> values.get(value).name());
          case YEAR -> Comparator.comparingInt(value -> yearOrder(values.get(value).name()));
          case SECTION ->
              Comparator.comparing(value -> Section.of(values.get(value).name()).orElseThrow());
        };
    return new DisplayOrder(
        IntStream.range(0, values.size())
            .boxed()
            .sorted(order)
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /** Newest first, reports without a year last. */
  private static int yearOrder(String year) {
    return year.equals(FacetField.UNSTATED) ? Integer.MAX_VALUE : -Integer.parseInt(year);
  }

  /** Which place a value has, from 0. */
  public int place(int value) {
    return places[value];
  }

  /** The value of a place. */
  public int value(int place) {
    return inOrder[place];
  }
}
