package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All documents that a query matches, in an order, some thousands at a time. */
final class Stream {
  /** Those of a report in a row. */
  static final List<Object> BY_REPORT =
      List.of(Json.of(Columns.REPORT, "asc"), Json.of(Columns.ORDINAL, "asc"));

  private static final String PARTS =
      "hits.hits._id,hits.hits._source,hits.hits.fields,hits.hits.sort";
  private static final int WITH_SOURCE = 1_000;
  private static final int COLUMNS_ONLY = 5_000;

  private final Reader reader;
  private final Indices.Kind kind;
  private final Map<String, Object> query;
  private final List<Object> order;
  private List<String> columns = List.of();
  private boolean source;
  private @Nullable Map<String, Object> slice;
  private int atOnce = COLUMNS_ONLY;
  private Consumer<List<Row>> before = rows -> {};

  Stream(Reader reader, Indices.Kind kind, Map<String, Object> query, List<Object> order) {
    this.reader = reader;
    this.kind = kind;
    this.query = query;
    this.order = order;
  }

  Stream withColumns(String... names) {
    return withColumns(List.of(names));
  }

  Stream withColumns(List<String> names) {
    columns = names;
    return this;
  }

  Stream withSource() {
    source = true;
    atOnce = WITH_SOURCE;
    return this;
  }

  /** Shows the rows of a page to somebody before any of them is shown by itself. */
  Stream before(Consumer<List<Row>> pages) {
    before = pages;
    return this;
  }

  Stream atOnce(int count) {
    atOnce = count;
    return this;
  }

  /** The same of a slice of them. */
  Stream slice(Map<String, Object> which) {
    Stream stream = new Stream(reader, kind, query, order);
    stream.columns = columns;
    stream.source = source;
    stream.atOnce = atOnce;
    stream.slice = which;
    return stream;
  }

  /** Shows each. */
  void forEach(Consumer<Row> each) {
    var unused =
        whileWanted(
            null,
            row -> {
              each.accept(row);
              return true;
            });
  }

  /** All of them. */
  List<Row> toList() {
    List<Row> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  /**
   * Shows each as long as more are wanted; whether it came to the end.
   *
   * @param after by what the one before the first was sorted; null to begin at the beginning
   */
  boolean whileWanted(@Nullable List<Object> after, Predicate<Row> wanted) {
    List<Object> behind = after;
    while (true) {
      List<Row> rows = page(behind);
      before.accept(rows);
      for (Row row : rows) {
        reader.check();
        if (!wanted.test(row)) {
          return false;
        }
      }
      if (rows.size() < atOnce) {
        return true;
      }
      behind = rows.getLast().sort();
    }
  }

  /** One page, at the most. */
  List<Row> page(@Nullable List<Object> after) {
    List<Row> rows = Row.of(reader.search(kind, body(after), PARTS));
    reader.requireComplete();
    return rows;
  }

  /** The same with a batch; whoever reads it has to see whether it is complete. */
  void askWith(@Nullable List<Object> after, Batch batch, Consumer<List<Row>> read) {
    batch.add(kind, body(after), PARTS, answer -> read.accept(Row.of(answer)));
  }

  private Map<String, Object> body(@Nullable List<Object> after) {
    Map<String, Object> body =
        Json.of(
            "size", atOnce,
            "query", query,
            "sort", order,
            "docvalue_fields", columns);
    if (!source) {
      body.put("stored_fields", "_none_");
    }
    if (slice != null) {
      body.put("slice", slice);
    }
    if (after != null) {
      body.put("search_after", after);
    }
    return body;
  }
}
