package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.concordance.Concordance;
import govsearch.insight.figures.Figure;
import govsearch.insight.figures.FigureChart;
import govsearch.insight.figures.FigureOrder;
import govsearch.insight.figures.FigurePage;
import govsearch.insight.figures.FigureQuestion;
import govsearch.insight.figures.FigureUnit;
import govsearch.insight.figures.Figures;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Understood;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET figures}. */
final class FiguresRoutes {

  private static final Set<String> ALLOWED =
      Set.of(
          "q",
          "region",
          "town",
          "year",
          "section",
          "thesaurus",
          "unit",
          "sort",
          "whole",
          "size",
          "cursor");

  /** The longest measure word has four characters. */
  private static final int LONGEST_UNIT = 10;

  /** A person waits for it. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private final SearchEngine engine;
  private final Figures figures;

  FiguresRoutes(SearchEngine engine) {
    this.engine = engine;
    figures = new Figures(engine, TIME_LIMIT);
  }

  /** A page of figures. */
  record View(
      long total,
      long paragraphs,
      long readParagraphs,
      long withoutFigure,
      List<String> otherNames,
      List<FigureUnit> units,
      @Nullable ChartView chart,
      List<FigureView> figures,
      List<Understood> understood,
      List<Notice> notices,
      @Nullable String nextCursor,
      long tookMillis) {}

  /** What is drawn of one unit. */
  record ChartView(
      String unit, List<TownView> towns, long otherTowns, long unplaced, long targets) {

    static @Nullable ChartView of(@Nullable FigureChart chart) {
      return chart == null
          ? null
          : new ChartView(
              chart.unit(),
              chart.towns().stream().map(TownView::of).toList(),
              chart.otherTowns(),
              chart.unplaced(),
              chart.targets());
    }
  }

  /** A town with its years. */
  record TownView(List<String> region, @Nullable String town, List<FigureChart.Value> values) {

    static TownView of(FigureChart.Town town) {
      return new TownView(town.place().region(), town.place().town(), town.values());
    }
  }

  /** A figure; {@code phrase} and {@code at} are of the paragraph's {@code text}. */
  record FigureView(
      BigDecimal value,
      BigDecimal upTo,
      String unit,
      String normalUnit,
      String kind,
      String vagueness,
      @Nullable BigDecimal before,
      boolean target,
      boolean unchanged,
      String surface,
      Range at,
      String name,
      Range phrase,
      String text,
      String reportId,
      String paragraphId,
      int ordinal,
      List<String> headingPath,
      String section,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful) {}

  void page(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.queryOfText(engine);
    FigurePage page =
        Concordance.hasText(query.query())
            ? figures.page(question(parameters, query), parameters.size(), parameters.cursor())
            : FigurePage.NOTHING;
    context.json(
        new View(
            page.total(),
            page.paragraphs(),
            page.read(),
            page.withoutFigure(),
            page.otherNames(),
            page.units(),
            ChartView.of(page.chart()),
            page.figures().stream().map(FiguresRoutes::view).toList(),
            query.understood(),
            notices(query),
            page.nextCursor(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
  }

  private static FigureQuestion question(Parameters parameters, ParsedQuery query) {
    String unit = parameters.text("unit");
    if (unit.length() > LONGEST_UNIT) {
      throw ProblemException.badRequest("参数有误", "unit 最多 " + LONGEST_UNIT + " 字");
    }
    return new FigureQuestion(
        query.query(),
        parameters.isTrue("thesaurus", false),
        parameters.filters(),
        unit.isEmpty() ? null : unit,
        parameters.choice("sort", FigureOrder.values(), FigureOrder::code, FigureOrder.YEAR),
        parameters.isTrue("whole", false));
  }

  private static List<Notice> notices(ParsedQuery query) {
    List<Notice> notices = new ArrayList<>(query.notices());
    if (!Concordance.hasText(query.query())) {
      notices.add(new Notice("no-text", "检索式里没有要找的文字，所以没有数字可以对应；请加上词或短语", 0, 0));
    }
    return notices;
  }

  private static FigureView view(Figure figure) {
    ReportHead report = figure.report();
    var quantity = figure.quantity();
    var paragraph = figure.paragraph();
    return new FigureView(
        quantity.value(),
        quantity.upTo(),
        quantity.unit(),
        quantity.normalUnit(),
        quantity.kind().code(),
        quantity.vagueness().code(),
        figure.before() == null ? null : figure.before().value(),
        figure.target(),
        figure.unchanged(),
        quantity.at().of(paragraph.text()),
        quantity.at(),
        figure.name(),
        figure.phrase(),
        paragraph.text(),
        report.id(),
        paragraph.id(),
        paragraph.ordinal(),
        paragraph.headingPath(),
        paragraph.section().code(),
        report.title(),
        report.town(),
        report.county(),
        report.city(),
        report.province(),
        report.year(),
        YearDoubt.isToCome(report.year()));
  }
}
