package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Fingerprint;
import govsearch.engine.opensearch.layout.HeadColumns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.FacetCounted.Value;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the matches of a search one by one where all of them were read: the cluster would take
 * longer to count a hundred than to send them.
 */
final class CountedRows {
  private final Reader reader;
  private final List<Row> rows;
  private final List<Setting> settings = new ArrayList<>();

  /** Where a match stands. */
  private record Setting(String place, String year, String section) {}

  CountedRows(Reader reader, List<Row> rows) {
    this.reader = reader;
    this.rows = rows;
  }

  /** How many there are of each report, by its number. */
  Map<Long, Integer> inReport() {
    Map<Long, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(Fingerprint.report(row.report()), 1, Integer::sum));
    return counts;
  }

  /** Has a batch ask where all of them stand. */
  void askWith(Batch batch, Map<String, Object> searched) {
    new Stream(reader, Indices.Kind.PARAGRAPHS, searched, Stream.BY_REPORT)
        .withColumns(Columns.PLACE, Columns.YEAR, Columns.SECTION)
        .atOnce(rows.size())
        .askWith(
            null,
            batch,
            all ->
                all.forEach(
                    row ->
                        settings.add(
                            new Setting(
                                row.text(Columns.PLACE),
                                row.text(Columns.YEAR),
                                row.text(Columns.SECTION)))));
  }

  /** Takes it from their reports, where these are all read. */
  void take(HitReader hits, Stored stored) {
    for (HitReader.Read one : hits.read(rows, stored)) {
      ReportHead head = one.head();
      settings.add(
          new Setting(
              HeadColumns.place(head), HeadColumns.year(head), one.paragraph().section().code()));
    }
  }

  /**
   * What is counted of a search for which each filter holds of all facets.
   *
   * @param literal which of them are literal
   * @param fold whether those that say the same count once
   * @param listing which values of facets are counted; null for none
   */
  Totals totals(
      Predicate<Row> literal, boolean fold, Filters filters, @Nullable FacetListing listing) {
    List<Value> places = values(Setting::place);
    List<Value> years = values(Setting::year);
    long towns =
        places.stream().filter(one -> FacetLabels.place(one.term()).town() != null).count();
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    if (listing != null) {
      FacetCounted counted = new FacetCounted(reader);
      for (FacetField field : FacetField.values()) {
        List<Value> values =
            switch (field) {
              case REGION, TOWN -> places;
              case YEAR -> years;
              case SECTION -> values(Setting::section);
            };
        facets.put(field, counted.counter(field, listing, values).list(filters.on(field)));
      }
    }
    long reports = rows.stream().map(Row::report).distinct().count();
    long folded = rows.stream().map(row -> row.text(Columns.FOLD)).distinct().count();
    return new Totals(
        rows.size(),
        rows.stream().filter(literal).count(),
        fold ? folded : rows.size(),
        new MatchSummary(rows.size(), reports, towns, Totals.years(years)),
        facets);
  }

  private List<Value> values(Function<Setting, String> column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    settings.forEach(one -> counts.merge(column.apply(one), 1L, Long::sum));
    return counts.entrySet().stream().map(one -> new Value(one.getKey(), one.getValue())).toList();
  }
}
