package govsearch.engine.opensearch.read;

import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.MatchRequest;
import govsearch.query.SortOrder;
import java.util.List;
import java.util.Map;

/**
 * The texts of matches, report by report; where there are too many, of some reports, drawn by their
 * ids. Of what says the same only the oldest of all is shown, which is asked of what is read alone.
 */
final class Passages {
  private final Asked asked;
  private final Reader reader;
  private final MatchRequest request;
  private final Map<String, Object> shown;
  private final boolean fold;

  /**
   * Of a request.
   *
   * @param shown what it matches, by its filters too
   */
  Passages(Asked asked, MatchRequest request, Map<String, Object> shown) {
    this.asked = asked;
    this.reader = asked.reader();
    this.request = request;
    this.shown = shown;
    this.fold = request.presentation().fold();
  }

  /** Shows all, or of more than {@code most} those of some reports. */
  PassageCount show(long most, PassageVisitor visitor) {
    long count =
        fold
            ? new Distinct(reader).of(Indices.Kind.PARAGRAPHS, shown, Columns.FOLD)
            : reader.count(shown);
    reader.requireComplete();
    int halvings = 0;
    while (count >> halvings > most) {
      halvings++;
    }
    long visited = show(halvings, visitor);
    while (visited == 0 && halvings > 0) { // of a few reports that are very long
      visited = show(--halvings, visitor);
    }
    return new PassageCount(count, visited);
  }

  private long show(int halvings, PassageVisitor visitor) {
    Map<String, Object> some =
        halvings == 0
            ? shown
            : Clauses.filter(
                shown,
                Json.of(
                    "range",
                    Json.of(
                        Columns.DRAW, Json.of("lt", halvings > 31 ? 0 : (1L << 31) >> halvings))));
    PassageReader passages = new PassageReader(asked, request);
    Page page = new Page();
    new Stream(reader, Indices.Kind.PARAGRAPHS, some, Stream.BY_REPORT)
        .withSource()
        .withColumns(PassageReader.COLUMNS)
        .before(page::read)
        .forEach(
            row -> {
              if (page.isShown(row)) {
                visitor.visit(passages.of(row));
                page.shown++;
              }
            });
    return page.shown;
  }

  /** What has to be known of some rows before any of them is shown. */
  private final class Page {
    private final Folds folds = new Folds(reader);
    private Map<String, String> firsts = Map.of();
    private long shown;

    void read(List<Row> rows) {
      var unused = // all of them at once, and remembered
          new Formula(reader).of(rows.stream().map(row -> row.numbers(Columns.SENTENCE)).toList());
      if (fold) {
        firsts =
            folds.firsts(
                Passages.this.shown,
                rows.stream().map(row -> row.text(Columns.FOLD)).toList(),
                Orders.of(SortOrder.OLDEST));
        reader.requireComplete();
      }
    }

    boolean isShown(Row row) {
      return !fold || row.id().equals(firsts.get(row.text(Columns.FOLD)));
    }
  }
}
