package govsearch.http;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.insight.extent.Coverage;
import govsearch.insight.extent.CoveragePage;
import govsearch.insight.extent.CoverageRow;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Understood;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET coverage}. */
final class CoverageRoutes {

  private static final Set<String> ALLOWED =
      Set.of("q", "mode", "region", "town", "year", "section", "only", "size", "cursor");

  private final SearchEngine engine;
  private final Coverage coverage;

  CoverageRoutes(SearchEngine engine) {
    this.engine = engine;
    coverage = new Coverage(engine);
  }

  /** A page of towns by years. */
  record View(
      List<ColumnView> years,
      CoveragePage.Towns towns,
      long total,
      List<RowView> rows,
      List<Understood> understood,
      List<Notice> notices,
      @Nullable String nextCursor,
      long tookMillis) {}

  /** A year; doubtful if it has not begun. */
  record ColumnView(
      @Nullable Integer year,
      long reports,
      long said,
      long silent,
      long missing,
      boolean doubtful) {

    static ColumnView of(CoveragePage.Column column) {
      return new ColumnView(
          column.year(),
          column.reports(),
          column.said(),
          column.silent(),
          column.missing(),
          YearDoubt.isToCome(column.year()));
    }
  }

  /** A town; {@code path} as the filter by region takes it. */
  record RowView(List<String> region, @Nullable String town, String path, List<CellView> cells) {

    static RowView of(CoverageRow row) {
      Place place = row.place();
      return new RowView(
          place.region(),
          place.town(),
          place.path(),
          row.cells().stream().map(CellView::of).toList());
    }
  }

  /** A town and year. */
  record CellView(
      String status,
      int reports,
      int saying,
      long paragraphs,
      @Nullable String reportId,
      @Nullable String paragraphId) {

    static CellView of(CoverageRow.Cell cell) {
      return new CellView(
          cell.status().code(),
          cell.reports(),
          cell.saying(),
          cell.paragraphs(),
          cell.reportId(),
          cell.paragraphId());
    }
  }

  void page(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.query(engine);
    CoveragePage.Only only =
        parameters.choice(
            "only", CoveragePage.Only.values(), CoveragePage.Only::code, CoveragePage.Only.ALL);
    CoveragePage page =
        coverage.page(parameters.question(query), only, parameters.size(), parameters.cursor());
    context.json(
        new View(
            page.years().stream().map(ColumnView::of).toList(),
            page.towns(),
            page.total(),
            page.rows().stream().map(RowView::of).toList(),
            query.understood(),
            NothingSaid.notices(query),
            page.nextCursor(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }
}
