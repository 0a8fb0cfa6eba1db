package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final String numbers;
  private final String names;
  private final Map<Long, String> labels = new ConcurrentHashMap<>();

  private Places(String numbers, String names) {
    this.numbers = numbers;
    this.names = names;
  }

  /** Those of a snapshot, and of every other one of the same indices. */
  static Places of(Snapshot snapshot) {
    return of(snapshot, Columns.PLACE_NUMBER, Columns.PLACE);
  }

  /** The same of regions without towns. */
  static Places areas(Snapshot snapshot) {
    return of(snapshot, Columns.AREA_NUMBER, Columns.AREA);
  }

  private static Places of(Snapshot snapshot, String numbers, String names) {
    record Key(String numbers) {}
    return snapshot.lasting(new Key(numbers), () -> new Places(numbers, names));
  }

  /**
   * The labels of some numbers. One is missing only where a part of the collection could not be
   * read, which the reader then says.
   */
  Map<Long, String> labels(Reader reader, Collection<Long> wanted) {
    Set<Long> missing = new LinkedHashSet<>();
    for (Long number : wanted) { // of thousands, as a rule none
      if (!labels.containsKey(number)) {
        missing.add(number);
      }
    }
    if (missing.isEmpty()) {
      return labels;
    }
    List<Long> unknown = List.copyOf(missing);
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

  private Map<String, Object> body(List<Long> some) {
    return Json.of(
        "size",
        some.size(),
        "query",
        Clauses.filter(Clauses.terms(numbers, some)),
        "collapse",
        Json.of("field", numbers),
        "sort",
        Orders.IDS,
        "stored_fields",
        "_none_",
        "docvalue_fields",
        List.of(numbers, names));
  }

  private void learn(List<Row> rows) {
    for (Row row : rows) {
      row.numbers(numbers).forEach(number -> labels.put(number, row.text(names)));
    }
  }
}
