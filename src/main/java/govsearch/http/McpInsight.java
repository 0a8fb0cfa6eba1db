package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.http.McpViews.Cell;
import govsearch.http.McpViews.Column;
import govsearch.http.McpViews.Compared;
import govsearch.http.McpViews.Covered;
import govsearch.http.McpViews.FigureAnswer;
import govsearch.http.McpViews.FigureRow;
import govsearch.http.McpViews.Piece;
import govsearch.http.McpViews.Row;
import govsearch.http.McpViews.Side;
import govsearch.http.mcp.McpArguments;
import govsearch.insight.Question;
import govsearch.insight.compare.Comparer;
import govsearch.insight.compare.Comparison;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.extent.Coverage;
import govsearch.insight.extent.CoveragePage;
import govsearch.insight.extent.CoverageRow;
import govsearch.insight.figures.Figure;
import govsearch.insight.figures.FigureOrder;
import govsearch.insight.figures.FigurePage;
import govsearch.insight.figures.FigureQuestion;
import govsearch.insight.figures.Figures;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools {@code coverage}, {@code compare} and {@code figures}. */
final class McpInsight {

  private static final int MOST_ROWS = 50;
  private static final int MOST_PIECES = 40;
  private static final int LONGEST_ID = 60;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private final SearchEngine engine;
  private final Links links;
  private final Coverage coverage;
  private final Figures figures;

  McpInsight(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
    this.coverage = new Coverage(engine);
    this.figures = new Figures(engine, TIME_LIMIT);
  }

  Covered coverage(McpArguments arguments) {
    Mode mode = McpReading.mode(arguments);
    ParsedQuery query = McpReading.query(engine, arguments, mode);
    CoveragePage.Only only =
        McpReading.choice(
            "only",
            arguments.text("only", 20),
            CoveragePage.Only.values(),
            CoveragePage.Only::code,
            CoveragePage.Only.ALL);
    CoveragePage page =
        coverage.page(
            new Question(query.query(), mode, McpReading.filters(arguments)),
            only,
            arguments.integer("size", 1, MOST_ROWS, 20),
            arguments.cursor());
    McpCiting citing = new McpCiting(links, arguments.base());
    return new Covered(
        page.years().stream()
            .map(
                year ->
                    new Column(
                        year.year(),
                        year.said(),
                        year.silent(),
                        year.missing(),
                        YearDoubt.isToCome(year.year())))
            .toList(),
        page.towns().total(),
        page.towns().said(),
        page.towns().silent(),
        page.towns().absent(),
        page.rows().stream().map(row -> row(row, citing)).toList(),
        page.nextCursor(),
        McpViews.NOTE);
  }

  private static Row row(CoverageRow row, McpCiting citing) {
    List<Cell> cells = new ArrayList<>();
    for (CoverageRow.Cell cell : row.cells()) {
      String report = cell.reportId();
      cells.add(
          new Cell(
              cell.status().code(),
              cell.paragraphs(),
              report == null ? null : citing.url(report, cell.paragraphId())));
    }
    return new Row(row.place().region(), row.place().town(), cells);
  }

  Compared compare(McpArguments arguments) {
    Report a = report(arguments, "a");
    Report b = report(arguments, "b");
    if (a.id().equals(b.id())) {
      throw ProblemException.badRequest("参数有误", "a 和 b 是同一份报告");
    }
    Comparison comparison;
    try {
      comparison = Comparer.compare(a, b);
    } catch (Comparer.TooLongException e) {
      throw ProblemException.badRequest("报告过长", "最多比较 " + Comparer.MOST_SENTENCES + " 句");
    }
    McpCiting citing = new McpCiting(links, arguments.base());
    List<Piece> pieces = new ArrayList<>();
    for (Comparison.Part part : comparison.parts()) {
      for (Comparison.Piece piece : part.pieces()) {
        if (piece.kind() != Comparison.Kind.SAME) {
          pieces.add(
              new Piece(
                  piece.kind().code(),
                  part.section().code(),
                  side(piece.a(), a.head(), citing),
                  side(piece.b(), b.head(), citing)));
        }
      }
    }
    int from = Math.min(pieces.size(), McpReading.offset(arguments));
    int to = Math.min(pieces.size(), from + arguments.integer("size", 1, MOST_PIECES, 20));
    return new Compared(
        citing.report(a.head()),
        citing.report(b.head()),
        comparison.whole().shareA(),
        comparison.whole().shareB(),
        pieces.size(),
        List.copyOf(pieces.subList(from, to)),
        to < pieces.size() ? Integer.toString(to) : null,
        McpViews.NOTE);
  }

  private static @Nullable Side side(
      Comparison.@Nullable Side side, ReportHead head, McpCiting citing) {
    if (side == null) {
      return null;
    }
    var passage = citing.passage(head, side.paragraph(), side.at());
    return new Side(passage.text(), passage.url(), passage.citation());
  }

  private Report report(McpArguments arguments, String name) {
    String id = arguments.text(name, LONGEST_ID);
    if (!Ids.isReportId(id)) {
      throw ProblemException.notFound(name + " 应是报告编号（search 给出的编号里点之前的部分）");
    }
    return engine.report(id).orElseThrow(() -> ProblemException.notFound("没有编号为 " + id + " 的报告"));
  }

  FigureAnswer figures(McpArguments arguments) {
    ParsedQuery query = McpReading.query(engine, arguments, Mode.WORDS);
    List<String> notices = new ArrayList<>(McpReading.messages(query));
    if (!Concordance.hasText(query.query())) {
      notices.add("检索式里没有要找的文字，所以没有数字可以对应");
      return new FigureAnswer(0, 0, 0, List.of(), notices, null, McpViews.NOTE);
    }
    String unit = arguments.text("unit", 10);
    FigureOrder order =
        McpReading.choice(
            "sort",
            arguments.text("sort", 20),
            FigureOrder.values(),
            FigureOrder::code,
            FigureOrder.YEAR);
    FigurePage page =
        figures.page(
            new FigureQuestion(
                query.query(),
                false,
                McpReading.filters(arguments),
                unit.isEmpty() ? null : unit,
                order,
                false),
            arguments.integer("size", 1, MOST_ROWS, 20),
            arguments.cursor());
    McpCiting citing = new McpCiting(links, arguments.base());
    return new FigureAnswer(
        page.total(),
        page.paragraphs(),
        page.read(),
        page.figures().stream().map(figure -> row(figure, citing)).toList(),
        notices,
        page.nextCursor(),
        McpViews.NOTE);
  }

  private static FigureRow row(Figure figure, McpCiting citing) {
    return new FigureRow(
        figure.quantity().at().of(figure.paragraph().text()),
        figure.quantity().normalUnit(),
        figure.quantity().value().doubleValue(),
        figure.target(),
        figure.unchanged(),
        citing.passage(figure.report(), figure.paragraph()));
  }
}
