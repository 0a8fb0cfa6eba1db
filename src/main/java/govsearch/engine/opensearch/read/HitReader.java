package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredHead;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes hits of rows: what is stored, what is marked, what else says the same; page by page. */
final class HitReader {
  private record HeadKey(String version) {}

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
   */
  List<Hit> hits(
      List<Page.Scored> page, @Nullable Map<String, Object> shown, Query query, Mode mode) {
    if (page.isEmpty()) {
      return List.of();
    }
    List<Row> rows = page.stream().map(Page.Scored::row).toList();
    List<Callable<Object>> works = new ArrayList<>();
    works.add(() -> matches(rows, query, mode));
    works.add(
        () ->
            new NearIdenticals(reader, rows.stream().map(row -> row.text(Columns.FOLD)).toList()));
    works.add(() -> shown == null ? Map.<String, Integer>of() : inReports(rows, shown));
    List<Object> done = Reader.together(works);
    @SuppressWarnings("unchecked")
    List<Match> matches = (List<Match>) done.get(0);
    NearIdenticals near = (NearIdenticals) done.get(1);
    @SuppressWarnings("unchecked")
    Map<String, Integer> inReport = (Map<String, Integer>) done.get(2);
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
    List<Callable<Object>> works = new ArrayList<>();
    works.add(() -> paragraphs(rows));
    works.add(() -> heads(rows.stream().map(row -> row.text(Columns.VERSION)).toList()));
    works.add(
        () ->
            new Formula(reader)
                .of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList()));
    List<Object> done = Reader.together(works);
    @SuppressWarnings("unchecked")
    Map<String, Paragraph> paragraphs = (Map<String, Paragraph>) done.get(0);
    @SuppressWarnings("unchecked")
    Map<String, ReportHead> heads = (Map<String, ReportHead>) done.get(1);
    LongPredicate formula = (LongPredicate) done.get(2);
    List<Match> matches = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Paragraph paragraph = paragraphs.get(row.id());
      ReportHead head = heads.get(row.text(Columns.VERSION));
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

  private Map<String, Paragraph> paragraphs(List<Row> rows) {
    Map<String, Paragraph> paragraphs = new HashMap<>();
    Set<String> missing = new HashSet<>();
    for (Row row : rows) {
      if (row.hit().has("_source")) {
        paragraphs.put(row.id(), StoredReports.stored(row.hit(), Paragraph.class));
      } else {
        missing.add(row.id());
      }
    }
    if (!missing.isEmpty()) {
      JsonNode answer =
          reader.search(
              Indices.Kind.PARAGRAPHS,
              Json.of(
                  "size",
                  missing.size(),
                  "query",
                  Clauses.filter(Clauses.ids(missing)),
                  "sort",
                  List.of("_doc")),
              "hits.hits._id,hits.hits._source");
      Row.of(answer)
          .forEach(
              row -> paragraphs.put(row.id(), StoredReports.stored(row.hit(), Paragraph.class)));
    }
    return paragraphs;
  }

  /** The heads of some versions. */
  Map<String, ReportHead> heads(Collection<String> versions) {
    Map<String, ReportHead> heads = new HashMap<>();
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
      JsonNode answer =
          reader.search(
              Indices.Kind.REPORTS,
              Json.of(
                  "size",
                  asked.size(),
                  "query",
                  Clauses.filter(Clauses.ids(asked)),
                  "sort",
                  List.of("_doc")),
              "hits.hits._id,hits.hits._source");
      for (Row row : Row.of(answer)) {
        ReportHead head = StoredReports.stored(row.hit(), StoredHead.class).head();
        heads.put(row.id(), head);
        reader.snapshot().remembered().put(new HeadKey(row.id()), head);
      }
    }
    return heads;
  }

  private Map<String, Integer> inReports(List<Row> rows, Map<String, Object> shown) {
    Set<String> reports = new HashSet<>();
    rows.forEach(row -> reports.add(row.text(Columns.REPORT)));
    JsonNode answer =
        reader.search(
            Indices.Kind.PARAGRAPHS,
            Json.of(
                "size",
                0,
                "query",
                Clauses.filter(shown, Clauses.terms(Columns.REPORT, reports)),
                "aggs",
                Json.of("reports", Clauses.values(Columns.REPORT, reports.size()))));
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode bucket : answer.path("aggregations").path("reports").path("buckets")) {
      counts.put(bucket.path("key").asString(), bucket.path("doc_count").asInt());
    }
    return counts;
  }
}
