package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.report.ReportHead;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Heads of reports, of which some are asked for together, and each once for a snapshot: by their
 * versions, or by their reports, of which a snapshot has one version each.
 */
final class StoredHeads {
  private static final String PARTS = "hits.hits._id,hits.hits._source";

  /** Of a version or of a report; no report's id has the sign that every version has. */
  private record Key(String name) {}

  private final Reader reader;
  private final Map<String, ReportHead> heads = new HashMap<>();

  StoredHeads(Reader reader) {
    this.reader = reader;
  }

  /** The head of a row's report; null where it is not there, or was not asked for. */
  @Nullable ReportHead of(Row row) {
    return heads.get(name(row));
  }

  /** The head of a version; null where it is not there, or was not asked for. */
  @Nullable ReportHead of(String version) {
    return heads.get(version);
  }

  private static String name(Row row) {
    String version = row.text(Columns.VERSION);
    return version.isEmpty() ? row.report() : version;
  }

  /** Adds those of some rows, now or when the batch is run. */
  void add(Collection<Row> rows, Batch batch) {
    Set<String> versions = new HashSet<>();
    Set<String> reports = new HashSet<>();
    for (Row row : rows) {
      (row.text(Columns.VERSION).isEmpty() ? reports : versions).add(name(row));
    }
    addVersions(versions, batch);
    Set<String> asked = unknown(reports);
    ask(asked, Clauses.terms(Columns.REPORT, asked), batch, (row, head) -> head.id());
  }

  /** The same of some versions. */
  void addVersions(Collection<String> versions, Batch batch) {
    Set<String> asked = unknown(versions);
    ask(asked, Clauses.ids(asked), batch, (row, head) -> row.id());
  }

  private Set<String> unknown(Collection<String> names) {
    Set<String> unknown = new HashSet<>();
    for (String name : names) {
      if (reader.snapshot().remembered().getIfPresent(new Key(name)) instanceof ReportHead head) {
        heads.put(name, head);
      } else {
        unknown.add(name);
      }
    }
    return unknown;
  }

  private void ask(
      Set<String> names,
      Map<String, Object> clause,
      Batch batch,
      BiFunction<Row, ReportHead, String> name) {
    if (names.isEmpty()) {
      return;
    }
    batch.add(
        Indices.Kind.REPORTS,
        Json.of("size", names.size(), "query", Clauses.filter(clause), "sort", List.of("_doc")),
        PARTS,
        answer -> {
          for (Row row : Row.of(answer)) {
            ReportHead head = StoredReports.stored(row.hit(), StoredHead.class).head();
            String of = name.apply(row, head);
            heads.put(of, head);
            reader.snapshot().remembered().put(new Key(of), head);
          }
        });
  }
}
