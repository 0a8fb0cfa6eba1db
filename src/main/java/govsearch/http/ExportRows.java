package govsearch.http;

import govsearch.engine.Match;
import govsearch.engine.MatchVisitor;
import govsearch.http.ExportColumn.Row;
import govsearch.insight.concordance.ConcordanceLine;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of matches and of a concordance's lines.
 *
 * @param unstated how a value that a report does not say is written; null for not at all
 * @param query as typed
 * @param conditions mode and filters
 * @param around how many characters of context a line has
 */
record ExportRows(
    List<ExportColumn> columns,
    @Nullable String unstated,
    String query,
    String conditions,
    int around,
    Link link,
    CitedLink cited) {

  /** The address of a paragraph. */
  interface Link {
    String of(ReportHead report, Paragraph paragraph);
  }

  /** The address of a paragraph as others reach it; null for nowhere. */
  interface CitedLink {
    @Nullable String of(ReportHead report, Paragraph paragraph);
  }

  MatchVisitor into(Download out) {
    return new MatchVisitor() {
      @Override
      public void begin(long total) {
        out.begin();
      }

      @Override
      public void visit(Match match) {
        String permalink = link.of(match.report(), match.paragraph());
        out.row(
            cells(
                new Row(
                    match.report(),
                    match.paragraph(),
                    match.ranges(),
                    "",
                    "",
                    match.formulaShare(),
                    query,
                    conditions,
                    permalink,
                    cited.of(match.report(), match.paragraph()))));
      }
    };
  }

  List<@Nullable Object> cells(ConcordanceLine line) {
    String permalink = link.of(line.report(), line.paragraph());
    return cells(
        new Row(
            line.report(),
            line.paragraph(),
            List.of(line.at()),
            line.left(around),
            line.right(around),
            0,
            query,
            conditions,
            permalink,
            cited.of(line.report(), line.paragraph())));
  }

  private List<@Nullable Object> cells(Row row) {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (ExportColumn column : columns) {
      Object cell = column.cell(row);
      cells.add(cell == null ? unstated : cell);
    }
    return cells;
  }
}
