package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that a query matches, in an order, read in slices side by side: each slice has some reports,
 * whole, and its next page is on its way while one is shown.
 */
final class Slices {
  /** So many are read of a slice at once, and shown at once. */
  static final int AT_ONCE = 1_000;

  private static final int MOST = 8;
  private static final int FEWEST = 2;

  private final Stream all;
  private final RowOrder order;
  private final int count;

  /**
   * Slices.
   *
   * @param all reads the documents one after the other
   * @param order that it reads them in
   * @param shards that they stand on
   */
  Slices(Stream all, List<Object> order, int shards) {
    this.all = all.atOnce(AT_ONCE);
    this.order = new RowOrder(order);
    this.count = Math.clamp(shards, FEWEST, MOST);
  }

  /** Shows all, some at a time. */
  void forEach(Consumer<List<Row>> pages) {
    List<Slice> slices = new ArrayList<>();
    try {
      for (int number = 0; number < count; number++) {
        slices.add(new Slice(number));
      }
      merge(slices, pages);
    } finally {
      slices.forEach(Slice::stop);
    }
  }

  private void merge(List<Slice> slices, Consumer<List<Row>> pages) {
    PriorityQueue<Slice> first =
        new PriorityQueue<>(
            count, Comparator.comparing(Slice::head, (one, other) -> order.compare(one, other)));
    slices.stream().filter(Slice::advance).forEach(first::add);
    List<Row> page = new ArrayList<>(AT_ONCE);
    while (!first.isEmpty()) {
      Slice slice = first.remove();
      page.add(slice.row());
      if (page.size() == AT_ONCE) {
        pages.accept(page);
        page = new ArrayList<>(AT_ONCE);
      }
      if (slice.advance()) {
        first.add(slice);
      }
    }
    if (!page.isEmpty()) {
      pages.accept(page);
    }
  }

  /** One slice, of which the first row that was not shown yet is known. */
  private final class Slice {
    private final Stream stream;
    private Future<List<Row>> coming;
    private List<Row> rows = List.of();
    private int next;
    private boolean isLast;
    private @Nullable Row row;
    private List<Object> head = List.of();

    Slice(int number) {
      this.stream = all.slice(Json.of("field", Columns.REPORT_NUMBER, "id", number, "max", count));
      this.coming = Together.begin(() -> stream.page(null));
    }

    /** Goes on to the next row; whether there is one. */
    boolean advance() {
      if (next == rows.size()) {
        if (isLast) {
          return false;
        }
        rows = Together.await(coming);
        next = 0;
        isLast = rows.size() < AT_ONCE;
        if (!isLast) {
          List<Object> behind = rows.getLast().sort();
          coming = Together.begin(() -> stream.page(behind));
        }
        if (rows.isEmpty()) {
          return false;
        }
      }
      row = rows.get(next++);
      head = row.sort();
      return true;
    }

    Row row() {
      return Objects.requireNonNull(row);
    }

    List<Object> head() {
      return head;
    }

    void stop() {
      coming.cancel(true);
    }
  }
}
