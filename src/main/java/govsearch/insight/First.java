package govsearch.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** The first of many in order, the others forgotten as they come. */
public final class First<T> {

  private record Keyed<T>(LineKey key, T value) {}

  private final int most;
  private final PriorityQueue<Keyed<T>> lastFirst;

  /** As many as {@code most}, and one more to tell whether there are more. */
  public First(int most) {
    this.most = most;
    this.lastFirst =
        new PriorityQueue<>(Comparator.<Keyed<T>, LineKey>comparing(Keyed::key).reversed());
  }

  public void add(LineKey key, T value) {
    addIfFirst(key, () -> value);
  }

  /** The same, of a value that is made only where it is among the first so far. */
  public void addIfFirst(LineKey key, Supplier<T> value) {
    if (lastFirst.size() > most) {
      if (key.compareTo(lastFirst.element().key()) > 0) {
        return;
      }
      lastFirst.remove();
    }
    lastFirst.add(new Keyed<>(key, value.get()));
  }

  /** Whether there were more than asked for. */
  public boolean hasMore() {
    return lastFirst.size() > most;
  }

  /** As many as asked for, in order. */
  public List<T> sorted() {
    List<Keyed<T>> sorted = new ArrayList<>(lastFirst);
    sorted.sort(Comparator.comparing(Keyed::key));
    return sorted.stream().limit(most).map(Keyed::value).toList();
  }
}
