package govsearch.engine.opensearch.read;

import govsearch.engine.NotAnsweredException;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the cluster can only narrow down is read and looked at here: parts of text that have to
 * stand in order or near each other. What is left is asked for by its ids.
 */
final class Verified {
  /** More ids than a query may well have. */
  private static final int MOST = 50_000;

  private final Reader reader;
  private final Highlighter highlighter;

  Verified(Reader reader, Highlighter highlighter) {
    this.reader = reader;
    this.highlighter = highlighter;
  }

  Map<String, Object> clause(Query.Gapped gapped) {
    return LiteralClauses.inOrder(gapped.parts(), Query.Gapped.MAX_GAP)
        .orElseGet(() -> looked(gapped));
  }

  private Map<String, Object> looked(Query.Gapped gapped) {
    return clause(gapped, LiteralClauses.perhapsInOrder(gapped.parts(), Query.Gapped.MAX_GAP));
  }

  Map<String, Object> clause(Query.Near near) {
    return LiteralClauses.near(near.parts(), near.distance()).orElseGet(() -> looked(near));
  }

  private Map<String, Object> looked(Query.Near near) {
    return clause(near, LiteralClauses.perhapsNear(near.parts(), near.distance()));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> clause(Query query, Map<String, Object> perhaps) {
    Object known = reader.snapshot().remembered().getIfPresent(query);
    if (known != null) {
      return (Map<String, Object>) known;
    }
    List<String> ids = new ArrayList<>();
    int[] seen = {0};
    new Stream(reader, Indices.Kind.PARAGRAPHS, perhaps, Stream.BY_REPORT)
        .withSource()
        .forEach(
            row -> {
              if (++seen[0] > MOST) {
                throw new NotAnsweredException(
                    "带间隔的引号（“…*…”或 ~）命中的段落太多，OpenSearch 引擎最多核对 " + MOST + " 段；请把引号里的词写得更长、更具体");
              }
              String text = StoredReports.stored(row.hit(), Paragraph.class).text();
              if (!highlighter.ranges(query, Mode.EXACT, text).isEmpty()) {
                ids.add(row.id());
              }
            });
    Map<String, Object> clause = ids.isEmpty() ? Clauses.none() : Clauses.ids(ids);
    if (reader.isComplete()) {
      reader.snapshot().remembered().put(query, clause);
    }
    return clause;
  }

  /** Just those, however they were found out. */
  static Map<String, Object> just(List<String> ids) {
    if (ids.size() > MOST) {
      throw new NotAnsweredException(
          "命中的段落太多，OpenSearch 引擎不能逐段核对（最多 " + MOST + " 段）；请用更具体的检索式或筛选缩小范围");
    }
    return ids.isEmpty() ? Clauses.none() : Clauses.ids(ids);
  }

  /** So many at the most can be looked at one by one. */
  static int most() {
    return MOST;
  }

  static Map<String, Object> nothing() {
    return Json.of("terms", Json.of(Columns.REPORT, List.of()));
  }
}
