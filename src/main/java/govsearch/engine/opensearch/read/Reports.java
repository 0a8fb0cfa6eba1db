package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.ParagraphRanges;
import govsearch.engine.ReportPage;
import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.engine.lucene.search.RevisionReader;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.engine.opensearch.layout.StoredRevisions;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads reports back, and lists them. */
final class Reports {
  private final Asked asked;
  private final Reader reader;

  Reports(Asked asked) {
    this.asked = asked;
    this.reader = asked.reader();
  }

  /** The report of an id, or of the one that has it as another of its sources' id. */
  Optional<Report> report(String id) {
    return head(id).map(this::whole);
  }

  /** Since when a report is there; empty if it is not. */
  Optional<Seen> seen(String id) {
    return head(id).map(head -> StoredReports.stored(head.hit(), StoredHead.class).seen());
  }

  /** The earlier texts of the report of this very id, latest first; none of one that is gone. */
  List<Revision> revisions(String id) {
    if (head(id).filter(head -> head.text(Columns.REPORT).equals(id)).isEmpty()) {
      return List.of();
    }
    return reader.asked(
        (cluster, patience) ->
            StoredRevisions.read(
                cluster,
                reader.snapshot().indices(),
                reader.snapshot().state().generation(),
                id,
                RevisionReader.MOST,
                patience));
  }

  private Optional<Row> head(String id) {
    for (String field : List.of(Columns.REPORT, Columns.ALIAS)) {
      JsonNode answer =
          reader.search(
              Indices.Kind.REPORTS,
              Json.of(
                  "size",
                  1,
                  "query",
                  Clauses.filter(Clauses.term(field, Json.wellFormed(id))),
                  "docvalue_fields",
                  List.of(Columns.REPORT)));
      reader.requireComplete();
      List<Row> found = Row.of(answer);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  private Report whole(Row head) {
    StoredHead stored = StoredReports.stored(head.hit(), StoredHead.class);
    List<Paragraph> paragraphs =
        new Stream(
                reader,
                Indices.Kind.PARAGRAPHS,
                Clauses.filter(Clauses.term(Columns.VERSION, head.id())),
                Stream.BY_REPORT)
            .withSource().toList().stream()
                .map(row -> StoredReports.stored(row.hit(), Paragraph.class))
                .toList();
    if (paragraphs.size() != stored.paragraphs()) {
      throw new LostSnapshotException("paragraphs of a report");
    }
    return new Report(stored.head(), paragraphs);
  }

  ReportPage reports(Filters filters, boolean ambiguousOnly, int size, @Nullable String cursor) {
    String bound = (ambiguousOnly ? "ambiguous|" : "reports|") + filters;
    List<Object> after = Cursor.read(cursor, bound);
    if (after != null && after.size() != Orders.REPORTS.size()) {
      throw new InvalidCursorException();
    }
    List<Object> all = FilterClauses.of(filters);
    all.add(ambiguousOnly ? Clauses.term(Columns.AMBIGUOUS, true) : Clauses.all());
    Map<String, Object> body =
        Json.of(
            "size",
            size + 1,
            "track_total_hits",
            true,
            "query",
            Clauses.filter(all),
            "sort",
            Orders.REPORTS);
    if (after != null) {
      body.put("search_after", after);
    }
    JsonNode answer = reader.search(Indices.Kind.REPORTS, body);
    reader.requireComplete();
    List<Row> rows = Row.of(answer);
    List<ReportHead> page =
        rows.stream()
            .limit(size)
            .map(row -> StoredReports.stored(row.hit(), StoredHead.class).head())
            .toList();
    String next =
        rows.size() > size
            ? Cursor.of(rows.get(size - 1).sort(), bound, reader.snapshot().key())
            : null;
    return new ReportPage(answer.path("hits").path("total").path("value").asLong(), page, next);
  }

  List<ParagraphRanges> highlight(String reportId, Query query, Mode mode) {
    List<ParagraphRanges> found = new ArrayList<>();
    new Stream(
            reader,
            Indices.Kind.PARAGRAPHS,
            Clauses.filter(
                asked.translator().translate(query, mode),
                Clauses.term(Columns.REPORT, Json.wellFormed(reportId))),
            Stream.BY_REPORT)
        .withSource()
        .forEach(
            row -> {
              Paragraph paragraph = StoredReports.stored(row.hit(), Paragraph.class);
              found.add(
                  new ParagraphRanges(
                      paragraph.id(), asked.highlighter().ranges(query, mode, paragraph.text())));
            });
    return found;
  }

  boolean has(Query.Field field, String value) {
    JsonNode answer =
        reader.search(
            Indices.Kind.REPORTS,
            Json.of(
                "size",
                0,
                "track_total_hits",
                1,
                "query",
                Clauses.filter(FilterClauses.named(field, value))));
    reader.requireComplete();
    return answer.path("hits").path("total").path("value").asLong() > 0;
  }

  long everyReport(Consumer<ReportHead> each) {
    long[] count = {0};
    new Stream(reader, Indices.Kind.REPORTS, Clauses.all(), Orders.IDS)
        .withSource()
        .forEach(
            row -> {
              each.accept(StoredReports.stored(row.hit(), StoredHead.class).head());
              count[0]++;
            });
    return count[0];
  }
}
