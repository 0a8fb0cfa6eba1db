package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages of matches in an order of their reports. Of what says the same the first in the order is
 * shown; of a report as many as are wanted.
 */
final class OrderPager implements Pager {
  private static final int FEWEST = 50;
  private static final int MOST = 4_000;

  private final Reader reader;
  private final Map<String, Object> shown;
  private final List<Object> order;
  private final boolean fold;
  private final int perReport;
  private final String request;
  private final Folds folds;
  private @Nullable List<Row> first;

  OrderPager(
      Reader reader,
      Map<String, Object> shown,
      SortOrder by,
      Presentation presentation,
      String request) {
    this.reader = reader;
    this.shown = shown;
    this.order = Orders.of(by);
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
    this.request = request;
    this.folds = new Folds(reader);
  }

  @Override
  public void askWith(@Nullable String cursor, int size, Batch batch) {
    stream(shown).atOnce(atOnce(size)).askWith(after(cursor), batch, rows -> first = rows);
  }

  private static int atOnce(int size) {
    return Math.clamp(2L * size + 1, FEWEST, MOST);
  }

  private @Nullable List<Object> after(@Nullable String cursor) {
    List<Object> after = Cursor.read(cursor, request);
    if (after != null && after.size() != order.size()) {
      throw new InvalidCursorException();
    }
    return after;
  }

  @Override
  public Page page(@Nullable String cursor, int size) {
    List<Object> after = after(cursor);
    int atOnce = atOnce(size);
    Stream stream = stream(shown).atOnce(atOnce);
    List<Row> asked = first;
    Listing listing = new Listing(after);
    List<Object> behind = after;
    List<Page.Scored> page = new ArrayList<>();
    while (true) {
      List<Row> rows = asked == null ? stream.page(behind) : asked;
      asked = null;
      reader.requireComplete();
      Told told = new Told(rows);
      for (Row row : rows) {
        if (!listing.takes(row, told)) {
          continue;
        }
        if (page.size() == size) {
          List<Object> last = page.getLast().row().sort();
          return new Page(page, Cursor.of(last, request, reader.snapshot().key()));
        }
        page.add(new Page.Scored(row, 0));
      }
      if (rows.size() < atOnce) {
        return new Page(page, null);
      }
      behind = rows.getLast().sort();
    }
  }

  private Stream stream(Map<String, Object> query) {
    return new Stream(reader, Indices.Kind.PARAGRAPHS, query, order).withColumns(COLUMNS);
  }

  /** What has to be known of some rows before it is told which of them are listed. */
  private final class Told {
    private final Map<String, String> firsts;
    private final Map<String, Long> counts;

    Told(List<Row> rows) {
      List<String> all = rows.stream().map(row -> row.text(Columns.FOLD)).toList();
      firsts = fold ? folds.firsts(shown, all, order) : Map.of();
      counts = fold && perReport > 0 ? folds.counts(all) : Map.of();
    }

    boolean isFirst(Row row) {
      return !fold || row.id().equals(firsts.get(row.text(Columns.FOLD)));
    }

    /** Whether it stands for nothing of other reports. */
    boolean isAlone(Row row) {
      return !fold || counts.getOrDefault(row.text(Columns.FOLD), 0L) <= 1;
    }
  }

  /** Goes through the rows, and counts those of a report that are listed. */
  private final class Listing {
    private @Nullable String report;
    private int listed;

    Listing(@Nullable List<Object> after) {
      if (after != null && perReport > 0) {
        report = after.get(after.size() - 2).toString();
        listed = listedBefore(report, after.getLast());
      }
    }

    private Listing(String report) {
      this.report = report;
    }

    boolean takes(Row row, Told told) {
      String of = row.report();
      if (!of.equals(report)) {
        report = of;
        listed = 0;
      }
      boolean tooMany = perReport > 0 && listed >= perReport && told.isAlone(row);
      if (tooMany || !told.isFirst(row)) {
        return false;
      }
      listed++;
      return true;
    }

    /** With a limit the report is read from its beginning: what was listed before counts. */
    private int listedBefore(String of, Object ordinal) {
      Map<String, Object> before =
          Clauses.filter(
              shown,
              Clauses.term(Columns.REPORT, of),
              Json.of("range", Json.of(Columns.ORDINAL, Json.of("lte", ordinal))));
      List<Row> rows = stream(before).toList();
      Told told = new Told(rows);
      Listing one = new Listing(of);
      rows.forEach(row -> one.takes(row, told));
      return one.listed;
    }
  }
}
