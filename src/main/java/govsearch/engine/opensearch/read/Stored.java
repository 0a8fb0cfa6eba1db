package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Paragraphs and heads as they are stored, of which some are asked for together. */
final class Stored {
  private static final String PARTS = "hits.hits._id,hits.hits._source";
  private static final String COUNTED = "counted";

  private record HeadKey(String version) {}

  private final Reader reader;
  private final Map<String, Paragraph> paragraphs = new HashMap<>();
  private final Map<String, ReportHead> heads = new HashMap<>();

  /** Nothing so far. */
  Stored(Reader reader) {
    this.reader = reader;
  }

  /** What is stored of some rows and their reports, as soon as its batch was run. */
  static Stored of(Reader reader, List<Row> rows, Batch batch) {
    Stored stored = new Stored(reader);
    Set<String> missing = new HashSet<>();
    for (Row row : rows) {
      if (row.hit().has("_source")) {
        stored.paragraphs.put(row.id(), StoredReports.stored(row.hit(), Paragraph.class));
      } else {
        missing.add(row.id());
      }
    }
    stored.addParagraphs(missing, batch);
    stored.addHeads(rows.stream().map(row -> row.text(Columns.VERSION)).toList(), batch);
    return stored;
  }

  /** The paragraph of an id; null where it is not there, or was not asked for. */
  @Nullable Paragraph paragraph(String id) {
    return paragraphs.get(id);
  }

  /** The head of a version; null where it is not there, or was not asked for. */
  @Nullable ReportHead head(String version) {
    return heads.get(version);
  }

  /** Adds paragraphs when the batch is run. */
  void addParagraphs(Set<String> ids, Batch batch) {
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(paragraphs.keySet());
    if (!missing.isEmpty()) {
      batch.add(Indices.Kind.PARAGRAPHS, ofIds(missing), PARTS, this::takeParagraphs);
    }
  }

  /**
   * Adds paragraphs when the batch is run, and has something be counted by the same search.
   *
   * @param ids of those of what is searched that are wanted
   * @param searched of which it is counted
   * @param aggregation what is counted
   * @param read is shown what was counted
   */
  void addParagraphs(
      Collection<String> ids,
      Map<String, Object> searched,
      Map<String, Object> aggregation,
      Consumer<JsonNode> read,
      Batch batch) {
    batch.add(
        Indices.Kind.PARAGRAPHS,
        Json.of(
            "size",
            ids.size(),
            "query",
            searched,
            "post_filter",
            Clauses.ids(ids),
            "sort",
            List.of("_doc"),
            "aggs",
            Json.of(COUNTED, aggregation)),
        PARTS + ",aggregations." + COUNTED + ".buckets",
        answer -> {
          takeParagraphs(answer);
          read.accept(answer.path("aggregations").path(COUNTED));
        });
  }

  private void takeParagraphs(JsonNode answer) {
    for (Row row : Row.of(answer)) {
      paragraphs.put(row.id(), StoredReports.stored(row.hit(), Paragraph.class));
    }
  }

  private static Map<String, Object> ofIds(Set<String> ids) {
    return Json.of(
        "size", ids.size(), "query", Clauses.filter(Clauses.ids(ids)), "sort", List.of("_doc"));
  }

  /** Adds the heads of some versions, now or when the batch is run. */
  void addHeads(Collection<String> versions, Batch batch) {
    Set<String> asked = new HashSet<>();
    for (String version : versions) {
      if (reader.snapshot().remembered().getIfPresent(new HeadKey(version))
          instanceof ReportHead head) {
        heads.put(version, head);
      } else {
        asked.add(version);
      }
    }
    if (!asked.isEmpty()) {
      batch.add(
          Indices.Kind.REPORTS,
          ofIds(asked),
          PARTS,
          answer -> {
            for (Row row : Row.of(answer)) {
              ReportHead head = StoredReports.stored(row.hit(), StoredHead.class).head();
              heads.put(row.id(), head);
              reader.snapshot().remembered().put(new HeadKey(row.id()), head);
            }
          });
    }
  }
}
