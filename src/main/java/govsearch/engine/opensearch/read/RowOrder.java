package govsearch.engine.opensearch.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which the cluster gives rows, by the values that it sorts them by. */
final class RowOrder implements Comparator<List<Object>> {
  private final List<Boolean> descending;

  /**
   * An order.
   *
   * @param order as the cluster is told it, each field with its direction
   */
  RowOrder(List<Object> order) {
    descending = order.stream().map(one -> ((Map<?, ?>) one).containsValue("desc")).toList();
  }

  @Override
  public int compare(List<Object> one, List<Object> other) {
    for (int i = 0; i < descending.size(); i++) {
      int compared = valueCompared(one.get(i), other.get(i));
      if (compared != 0) {
        return descending.get(i) ? -compared : compared;
      }
    }
    return 0;
  }

  /** Names are compared by their bytes in UTF-8, as the cluster does. */
  private static int valueCompared(Object one, Object other) {
    return one instanceof Long number && other instanceof Long than
        ? Long.compare(number, than)
        : Arrays.compareUnsigned(
            one.toString().getBytes(StandardCharsets.UTF_8),
            other.toString().getBytes(StandardCharsets.UTF_8));
  }
}
