package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.export.Column;
import govsearch.export.TableFormat;
import govsearch.http.ExportColumn.Of;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.concordance.ConcordanceOrder;
import govsearch.query.FacetField;
import govsearch.query.MatchRequest;
import govsearch.query.ParsedQuery;
import govsearch.query.SortOrder;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GET export}. */
final class ExportRoutes {

  private static final Pattern COMMA = Pattern.compile("[,，、]");
  private static final Set<String> ALLOWED =
      Set.of(
          "of",
          "format",
          "columns",
          "q",
          "mode",
          "region",
          "town",
          "year",
          "section",
          "fold",
          "substance",
          "sort",
          "context");

  private final SearchEngine engine;
  private final Links links;

  ExportRoutes(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
  }

  void export(Context context) throws IOException {
    Parameters parameters = Parameters.of(context, ALLOWED);
    Of of = parameters.choice("of", Of.values(), Of::code, Of.SEARCH);
    TableFormat format =
        parameters.choice("format", TableFormat.values(), TableFormat::code, TableFormat.CSV);
    List<ExportColumn> columns = columns(parameters.text("columns"), of);
    ParsedQuery query = parameters.query(engine);
    ExportRows rows =
        new ExportRows(
            columns,
            format == TableFormat.JSONL ? null : FacetField.UNSTATED,
            parameters.text("q"),
            Conditions.of(parameters.mode(), parameters.filters())
                + engine.edition().map(edition -> "；收藏版本：" + edition).orElse(""),
            parameters.context(),
            (report, paragraph) -> links.paragraph(context, report.id(), paragraph),
            (report, paragraph) -> links.cited(report.id(), paragraph));
    MatchRequest matches = parameters.matches(query);
    List<Column> headings = columns.stream().map(ExportColumn::column).toList();
    switch (of) {
      case SEARCH -> {
        SortOrder sort = parameters.sort();
        MatchRequest request =
            new MatchRequest(
                matches.query(), matches.mode(), matches.filters(), sort, matches.presentation());
        Download.answer(
            context, format, headings, "检索结果", out -> engine.visit(request, rows.into(out)));
      }
      case CONCORDANCE -> {
        ConcordanceOrder order = parameters.concordanceOrder();
        Concordance concordance = new Concordance(engine, Duration.ZERO);
        Download.answer(
            context,
            format,
            headings,
            "上下文对照",
            out -> concordance.rows(matches, order, rows::cells, out::begin, out::row));
      }
    }
  }

  /** The columns asked for; the query and the permalink are always among them. */
  private static List<ExportColumn> columns(String asked, Of of) {
    List<ExportColumn> columns = new ArrayList<>(asked.isBlank() ? of.usual() : List.of());
    if (!asked.isBlank()) {
      for (String name : COMMA.split(asked, -1)) {
        ExportColumn column = column(name.strip(), of);
        if (columns.contains(column)) {
          throw ProblemException.badRequest("参数有误", "columns 里的 " + name.strip() + " 重复了");
        }
        columns.add(column);
      }
    }
    for (ExportColumn always : List.of(ExportColumn.QUERY, ExportColumn.PERMALINK)) {
      if (!columns.contains(always)) {
        columns.add(always);
      }
    }
    return columns;
  }

  private static ExportColumn column(String name, Of of) {
    for (ExportColumn column : ExportColumn.values()) {
      if (of.has(column) && (column.code().equals(name) || column.heading().equals(name))) {
        return column;
      }
    }
    List<String> names = new ArrayList<>();
    for (ExportColumn column : ExportColumn.values()) {
      if (of.has(column)) {
        names.add(column.code() + " " + column.heading());
      }
    }
    throw ProblemException.badRequest(
        "参数有误", "没有名为 " + Problem.shortened(name) + " 的列，可用：" + String.join("、", names));
  }
}
