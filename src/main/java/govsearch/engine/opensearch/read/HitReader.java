package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
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
  private final Reader reader;
  private final Highlighter highlighter;

  HitReader(Reader reader, Highlighter highlighter) {
    this.reader = reader;
    this.highlighter = highlighter;
  }

  /**
   * What hits are made of beside their rows, as soon as its batch was run.
   *
   * @param inReport how many matches there are in each report, by its number
   */
  record Parts(Stored stored, NearIdenticals near, Map<Long, Integer> inReport) {}

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
    Map<Long, Integer> inReport = new HashMap<>();
    Stored stored =
        shown == null
            ? Stored.of(reader, rows, batch)
            : storedAndCounted(rows, shown, inReport, batch);
    Parts parts = new Parts(stored, near(rows, batch), inReport);
    batch.run();
    return hits(page, parts, query, mode);
  }

  /**
   * Has a batch ask for what hits are made of.
   *
   * @param inReport how many matches there are in each report, by its number
   */
  Parts ask(List<Row> rows, Map<Long, Integer> inReport, Batch batch) {
    return new Parts(Stored.of(reader, rows, batch), near(rows, batch), inReport);
  }

  private NearIdenticals near(List<Row> rows, Batch batch) {
    return new NearIdenticals(
        reader, rows.stream().map(row -> row.text(Columns.FOLD)).toList(), batch);
  }

  /** The hits of a page whose parts were asked for. */
  List<Hit> hits(List<Page.Scored> page, Parts parts, Query query, Mode mode) {
    List<Row> rows = page.stream().map(Page.Scored::row).toList();
    List<Match> matches = matches(rows, parts.stored, query, mode);
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
              parts.inReport.getOrDefault(Fingerprint.report(match.report().id()), 0),
              match.formulaShare(),
              parts.near.of(rows.get(i).text(Columns.FOLD), match.report())));
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
    LongPredicate formula = Formula.lookUp(reader, rows);
    List<Match> matches = new ArrayList<>(rows.size());
    for (Read one : read(rows, stored)) {
      matches.add(
          new Match(
              one.head,
              one.paragraph,
              highlighter.ranges(query, mode, one.paragraph.text()),
              Formula.share(List.of(one.row.numbers(Columns.SENTENCE)), formula)));
    }
    return matches;
  }

  /** A row with what is stored of it. */
  record Read(Row row, Paragraph paragraph, ReportHead head) {}

  /** Rows with what was read of them, which is all there. */
  List<Read> read(List<Row> rows, Stored stored) {
    List<Read> all = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Paragraph paragraph = stored.paragraph(row);
      ReportHead head = stored.heads().of(row);
      if (paragraph == null || head == null) {
        reader.requireComplete();
        throw new LostSnapshotException("a paragraph or its head");
      }
      all.add(new Read(row, paragraph, head));
    }
    return all;
  }

  /** What is stored, and how much of what matches is in each of its reports, by one search. */
  private Stored storedAndCounted(
      List<Row> rows, Map<String, Object> shown, Map<Long, Integer> inReport, Batch batch) {
    Set<String> reports = new HashSet<>();
    rows.forEach(row -> reports.add(row.report()));
    Stored stored = new Stored(reader);
    stored.add(
        rows,
        Clauses.filter(shown, Clauses.terms(Columns.REPORT, reports)),
        Clauses.values(Columns.REPORT_NUMBER, reports.size()),
        counted -> {
          for (JsonNode bucket : counted.path("buckets")) {
            inReport.put(bucket.path("key").asLong(), bucket.path("doc_count").asInt());
          }
        },
        batch);
    return stored;
  }
}
