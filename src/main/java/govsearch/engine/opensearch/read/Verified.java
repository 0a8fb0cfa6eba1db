package govsearch.engine.opensearch.read;

import govsearch.engine.NotAnsweredException;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the cluster can only narrow down is read and looked at here: parts of text that have to
 * stand in order or near each other. What is left is asked for by its ids.
 */
final class Verified {
  /** So many are looked at in some seconds, and named in a query of some megabytes. */
  private static final int MOST = 200_000;

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
    requireFew(reader, perhaps);
    List<String> ids = new ArrayList<>();
    new Stream(reader, Indices.Kind.PARAGRAPHS, perhaps, Stream.BY_REPORT)
        .withSource()
        .forEach(
            row -> {
              String text = StoredReports.stored(row.hit(), Paragraph.class).text();
              if (!highlighter.ranges(query, Mode.EXACT, text).isEmpty()) {
                ids.add(row.id());
              }
            });
    Map<String, Object> clause = just(ids);
    if (reader.isComplete()) {
      reader.snapshot().remembered().put(query, clause);
    }
    return clause;
  }

  /** Goes on only where not more match than can be looked at one by one. */
  static void requireFew(Reader reader, Map<String, Object> query) {
    long count = reader.count(query);
    if (count > MOST) {
      throw new NotAnsweredException(
          String.format(
              Locale.ROOT,
              "命中 %,d 段，要逐段核对；OpenSearch 引擎最多核对 %,d 段。请把检索式写得更具体，或者用地区、年度、章节缩小范围；内嵌引擎没有这个限度",
              count,
              MOST));
    }
  }

  /** Just those, however they were found out. */
  static Map<String, Object> just(List<String> ids) {
    return ids.isEmpty() ? Clauses.none() : Clauses.ids(ids);
  }
}
