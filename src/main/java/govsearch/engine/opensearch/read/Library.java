package govsearch.engine.opensearch.read;

import govsearch.engine.CollectionSize;
import govsearch.engine.InvalidCursorException;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.engine.opensearch.write.ClusterLedger;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibraryReader.Count;
import govsearch.library.LibraryReader.Overview;
import govsearch.library.LibraryReader.SkippedPage;
import govsearch.library.RunRecord;
import govsearch.query.FacetField;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the ledger of files and runs, as of its last refresh, and counts reports by their heads.
 */
final class Library {
  private static final int RUNS = 20;
  private static final String SKIPPED_LIST = "skipped";
  private static final List<Object> BY_FILE = List.of(Json.of(Columns.FILE, "asc"));

  private final Reader reader;

  Library(Reader reader) {
    this.reader = reader;
  }

  ClusterLedger ledger() {
    return new ClusterLedger(
        reader.cluster(), reader.snapshot().indices(), this::size, reader.patience());
  }

  CollectionSize size() {
    State state = reader.snapshot().state();
    return new CollectionSize(state.reports(), state.paragraphs());
  }

  private JsonNode search(Map<String, Object> body) {
    return reader.call("POST", "/" + reader.snapshot().indices().ledger() + "/_search", body);
  }

  private static Map<String, Object> kind(String kind) {
    return Clauses.filter(Clauses.term(Columns.KIND, kind));
  }

  private static Map<String, Object> skipped() {
    return Clauses.filter(Clauses.term(Columns.SKIPPED, true));
  }

  private long count(Map<String, Object> query) {
    return search(Json.of("size", 0, "track_total_hits", true, "query", query))
        .path("hits")
        .path("total")
        .path("value")
        .asLong();
  }

  /** How much it takes on all of the cluster's disks. */
  long bytes() {
    String all = String.join(",", reader.snapshot().indices().all());
    return reader
        .call("GET", "/" + all + "/_stats/store?filter_path=_all.total.store", Json.of())
        .path("_all")
        .path("total")
        .path("store")
        .path("size_in_bytes")
        .asLong();
  }

  List<String> folders() {
    return ledger().folders().stream().map(Ledger.Folder::root).toList();
  }

  Overview overview() {
    JsonNode answer =
        reader.search(
            Indices.Kind.REPORTS,
            Json.of(
                "size",
                0,
                "aggs",
                Json.of(
                    "years",
                    Clauses.values(Columns.YEAR, FacetCounted.MOST_VALUES / 10),
                    "places",
                    Clauses.values(Columns.PLACE, FacetCounted.MOST_VALUES / 2))));
    reader.requireComplete();
    String unstated = Literal.literal(FacetField.UNSTATED);
    List<Count> years = counts(answer.path("aggregations").path("years"), year -> year);
    years.sort(
        Comparator.comparing((Count count) -> count.value().equals(unstated))
            .thenComparing(Count::value, Comparator.reverseOrder()));
    List<Count> regions =
        counts(
            answer.path("aggregations").path("places"),
            place -> FilterQueries.key(FacetField.REGION, FacetLabels.paths(place).getFirst()));
    regions.sort(Comparator.comparingLong(Count::reports).reversed().thenComparing(Count::value));
    return new Overview(
        size(), count(kind("file")), count(skipped()), folders(), years, regions, runs());
  }

  private static List<Count> counts(JsonNode aggregation, UnaryOperator<String> value) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (JsonNode bucket : aggregation.path("buckets")) {
      counts.merge(
          value.apply(bucket.path("key").asString()), bucket.path("doc_count").asLong(), Long::sum);
    }
    List<Count> all = new ArrayList<>();
    counts.forEach((name, reports) -> all.add(new Count(name, reports)));
    return all;
  }

  private List<RunRecord> runs() {
    return search(
            Json.of(
                "size",
                RUNS,
                "query",
                kind("run"),
                "sort",
                List.of(Json.of(Columns.STARTED, "desc"))))
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> StoredReports.stored(hit, RunRecord.class))
        .toList();
  }

  SkippedPage skipped(int size, @Nullable String cursor) {
    List<Object> after = Cursor.read(cursor, SKIPPED_LIST);
    if (after != null && after.size() != 1) {
      throw new InvalidCursorException();
    }
    Map<String, Object> body =
        Json.of("size", size + 1, "track_total_hits", true, "query", skipped(), "sort", BY_FILE);
    if (after != null) {
      body.put("search_after", after);
    }
    JsonNode answer = search(body);
    List<Row> rows = Row.of(answer);
    List<FileRecord> files =
        rows.stream()
            .limit(size)
            .map(row -> StoredReports.stored(row.hit(), FileRecord.class))
            .toList();
    String next = rows.size() > size ? Cursor.of(rows.get(size - 1).sort(), SKIPPED_LIST, 0) : null;
    return new SkippedPage(answer.path("hits").path("total").path("value").asLong(), files, next);
  }
}
