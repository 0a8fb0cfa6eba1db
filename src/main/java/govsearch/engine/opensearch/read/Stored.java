package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.report.Paragraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Paragraphs and heads as they are stored, of which some are asked for together. Of rows whose
 * version is not known it is asked by where they stand in their reports.
 */
final class Stored {
  private static final String PARTS = "hits.hits._id,hits.hits._source,hits.hits.sort";
  private static final String COUNTED = "counted";

  private final StoredHeads heads;
  private final Map<String, Paragraph> paragraphs = new HashMap<>();

  /** Nothing so far. */
  Stored(Reader reader) {
    this.heads = new StoredHeads(reader);
  }

  /** What is stored of some rows and their reports, as soon as its batch was run. */
  static Stored of(Reader reader, List<Row> rows, Batch batch) {
    Stored stored = new Stored(reader);
    List<Row> missing = new ArrayList<>();
    for (Row row : rows) {
      if (row.hit().has("_source")) {
        stored.paragraphs.put(row.id(), StoredReports.stored(row.hit(), Paragraph.class));
      } else {
        missing.add(row);
      }
    }
    if (!missing.isEmpty()) {
      stored.ask(missing.size(), theseOf(missing), batch);
    }
    stored.heads.add(rows, batch);
    return stored;
  }

  /** The paragraph of a row; null where it is not there, or was not asked for. */
  @Nullable Paragraph paragraph(Row row) {
    return paragraphs.get(isPlaced(row) ? place(row) : row.id());
  }

  /** The paragraph of an id; null where it is not there, or was not asked for. */
  @Nullable Paragraph paragraph(String id) {
    return paragraphs.get(id);
  }

  StoredHeads heads() {
    return heads;
  }

  private static boolean isPlaced(Row row) {
    return row.text(Columns.VERSION).isEmpty() && !row.hit().has("_id");
  }

  private static String place(Row row) {
    return row.report() + " " + row.ordinal();
  }

  /** Adds paragraphs when the batch is run. */
  void addParagraphs(Set<String> ids, Batch batch) {
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(paragraphs.keySet());
    if (!missing.isEmpty()) {
      ask(missing.size(), Clauses.ids(missing), batch);
    }
  }

  private void ask(int size, Map<String, Object> clause, Batch batch) {
    batch.add(
        Indices.Kind.PARAGRAPHS,
        Json.of("size", size, "query", Clauses.filter(clause), "sort", Stream.BY_REPORT),
        PARTS,
        this::take);
  }

  /**
   * Adds rows and their heads when the batch is run, and has something be counted by the same
   * search.
   *
   * @param searched of which it is counted, and of which the rows are
   * @param aggregation what is counted
   * @param read is shown what was counted
   */
  void add(
      Collection<Row> rows,
      Map<String, Object> searched,
      Map<String, Object> aggregation,
      Consumer<JsonNode> read,
      Batch batch) {
    batch.add(
        Indices.Kind.PARAGRAPHS,
        Json.of(
            "size",
            rows.size(),
            "query",
            searched,
            "post_filter",
            theseOf(rows),
            "sort",
            Stream.BY_REPORT,
            "aggs",
            Json.of(COUNTED, aggregation)),
        PARTS + ",aggregations." + COUNTED + ".buckets",
        answer -> {
          take(answer);
          read.accept(answer.path("aggregations").path(COUNTED));
        });
    heads.add(rows, batch);
  }

  private static Map<String, Object> theseOf(Collection<Row> rows) {
    Set<String> ids = new HashSet<>();
    List<Object> these = new ArrayList<>();
    for (Row row : rows) {
      if (isPlaced(row)) {
        these.add(
            Clauses.filter(
                Clauses.term(Columns.REPORT, row.report()),
                Clauses.term(Columns.ORDINAL, row.ordinal())));
      } else {
        ids.add(row.id());
      }
    }
    if (!ids.isEmpty()) {
      these.add(Clauses.ids(ids));
    }
    return Clauses.any(these);
  }

  private void take(JsonNode answer) {
    for (Row row : Row.of(answer)) {
      Paragraph paragraph = StoredReports.stored(row.hit(), Paragraph.class);
      paragraphs.put(row.id(), paragraph);
      paragraphs.put(place(row), paragraph);
    }
  }
}
