package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The labels of places by the numbers that they are counted by. A number stays that of its label,
 * so that what was learnt holds for every later snapshot, and each place is asked for once. Safe
 * for use by many threads.
 */
final class Places {
  /** The cluster gives ten thousand at once. */
  private static final int AT_ONCE = 5_000;

  private static final String PARTS = "hits.hits.fields,hits.hits.sort";

  private final Map<Long, String> labels = new ConcurrentHashMap<>();

  /** Those of a snapshot, and of every other one of the same indices. */
  static Places of(Snapshot snapshot) {
    return snapshot.lasting(Places.class, Places::new);
  }

  /**
   * The labels of some numbers. One is missing only where a part of the collection could not be
   * read, which the reader then says.
   */
  Map<Long, String> labels(Reader reader, Collection<Long> numbers) {
    List<Long> unknown =
        numbers.stream().filter(number -> !labels.containsKey(number)).distinct().toList();
    Batch batch = new Batch(reader);
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      List<Long> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
      batch.add(Indices.Kind.REPORTS, body(some), PARTS, answer -> learn(Row.of(answer)));
    }
    batch.run();
    if (reader.isComplete() && !labels.keySet().containsAll(unknown)) {
      throw new LostSnapshotException("the name of a place");
    }
    return labels;
  }

  private static Map<String, Object> body(List<Long> numbers) {
    return Json.of(
        "size",
        numbers.size(),
        "query",
        Clauses.filter(Clauses.terms(Columns.PLACE_NUMBER, numbers)),
        "collapse",
        Json.of("field", Columns.PLACE_NUMBER),
        "sort",
        Orders.IDS,
        "stored_fields",
        "_none_",
        "docvalue_fields",
        List.of(Columns.PLACE_NUMBER, Columns.PLACE));
  }

  private void learn(List<Row> rows) {
    for (Row row : rows) {
      row.numbers(Columns.PLACE_NUMBER)
          .forEach(number -> labels.put(number, row.text(Columns.PLACE)));
    }
  }
}
