package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes hits of rows: what is stored, what is marked, what else says the same; page by page. */
final class HitReader {
  private static final String COUNTED =
      "aggregations.reports.buckets.key,aggregations.reports.buckets.doc_count";

  private final Reader reader;
  private final Highlighter highlighter;

  HitReader(Reader reader, Highlighter highlighter) {
    this.reader = reader;
    this.highlighter = highlighter;
  }

  /**
   * The hits of a page.
   *
   * @param shown all that matches, to count how much of it is in each report; null for nothing
   * @param batch with which all of it is asked for, and which is run
   */
  List<Hit> hits(
      List<Page.Scored> page,
      @Nullable Map<String, Object> shown,
      Query query,
      Mode mode,
      Batch batch) {
    if (page.isEmpty()) {
      batch.run();
      return List.of();
    }
    List<Row> rows = page.stream().map(Page.Scored::row).toList();
    Stored stored = Stored.of(reader, rows, batch);
    NearIdenticals near =
        new NearIdenticals(
            reader, rows.stream().map(row -> row.text(Columns.FOLD)).toList(), batch);
    Map<String, Integer> inReport = new HashMap<>();
    if (shown != null) {
      countInReports(rows, shown, inReport, batch);
    }
    batch.run();
    near.askForTheLarge();
    List<Match> matches = matches(rows, stored, query, mode);
    List<Hit> hits = new ArrayList<>(page.size());
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      hits.add(
          new Hit(
              match.report(),
              match.paragraph(),
              match.ranges(),
              highlighter.concepts(query, mode, match.paragraph().text()),
              page.get(i).score(),
              inReport.getOrDefault(match.report().id(), 0),
              match.formulaShare(),
              near.of(rows.get(i).text(Columns.FOLD), match.report())));
    }
    return hits;
  }

  /** Hits without what has to be looked up elsewhere. */
  List<Match> matches(List<Row> rows, Query query, Mode mode) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Batch batch = new Batch(reader);
    Stored stored = Stored.of(reader, rows, batch);
    batch.run();
    return matches(rows, stored, query, mode);
  }

  private List<Match> matches(List<Row> rows, Stored stored, Query query, Mode mode) {
    LongPredicate formula =
        new Formula(reader).of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
    List<Match> matches = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Paragraph paragraph = stored.paragraph(row.id());
      ReportHead head = stored.head(row.text(Columns.VERSION));
      if (paragraph == null || head == null) {
        reader.requireComplete();
        throw new LostSnapshotException("a paragraph or its head");
      }
      matches.add(
          new Match(
              head,
              paragraph,
              highlighter.ranges(query, mode, paragraph.text()),
              Formula.share(List.of(row.numbers(Columns.SENTENCE)), formula)));
    }
    return matches;
  }

  private static void countInReports(
      List<Row> rows, Map<String, Object> shown, Map<String, Integer> counts, Batch batch) {
    Set<String> reports = new HashSet<>();
    rows.forEach(row -> reports.add(row.report()));
    batch.add(
        Indices.Kind.PARAGRAPHS,
        Json.of(
            "size",
            0,
            "query",
            Clauses.filter(shown, Clauses.terms(Columns.REPORT, reports)),
            "aggs",
            Json.of("reports", Clauses.values(Columns.REPORT, reports.size()))),
        COUNTED,
        answer -> {
          for (JsonNode bucket : answer.path("aggregations").path("reports").path("buckets")) {
            counts.put(bucket.path("key").asString(), bucket.path("doc_count").asInt());
          }
        });
  }
}
