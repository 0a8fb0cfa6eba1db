package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.insight.Question;
import govsearch.insight.extent.Extent;
import govsearch.insight.extent.Spread;
import govsearch.insight.extent.SpreadPage;
import govsearch.insight.extent.Trend;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Understood;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET trend} and {@code GET spread}. */
final class ExtentRoutes {

  private static final Set<String> TREND = Set.of("q", "mode", "region", "town", "year", "section");
  private static final Set<String> SPREAD =
      Set.of("q", "mode", "region", "town", "year", "section", "parent", "size", "cursor");

  private final SearchEngine engine;
  private final Trend trend;
  private final Spread spread;

  ExtentRoutes(SearchEngine engine) {
    this.engine = engine;
    trend = new Trend(engine);
    spread = new Spread(engine);
  }

  /** How far something is said; share and average are null where there are no reports. */
  record ExtentView(
      long reports,
      long saying,
      long paragraphs,
      @Nullable Double share,
      @Nullable Double perReport) {

    static ExtentView of(Extent extent) {
      return new ExtentView(
          extent.reports(),
          extent.saying(),
          extent.paragraphs(),
          extent.share(),
          extent.perReport());
    }
  }

  /** A year of a line; doubtful if it has not begun. */
  record BinView(
      @Nullable Integer year,
      boolean doubtful,
      long reports,
      long saying,
      long paragraphs,
      @Nullable Double share,
      @Nullable Double perReport) {

    static BinView of(Trend.Bin bin) {
      ExtentView extent = ExtentView.of(bin.extent());
      return new BinView(
          bin.year(),
          YearDoubt.isToCome(bin.year()),
          extent.reports(),
          extent.saying(),
          extent.paragraphs(),
          extent.share(),
          extent.perReport());
    }
  }

  /** What is said of one query. */
  record LineView(
      String q,
      List<BinView> bins,
      ExtentView total,
      List<Understood> understood,
      List<Notice> notices) {}

  /** A trend. */
  record TrendView(List<LineView> lines, long tookMillis) {}

  /** A region or town. */
  record RowView(
      String path,
      String name,
      boolean town,
      int children,
      long reports,
      long saying,
      long paragraphs,
      @Nullable Double share,
      @Nullable Double perReport,
      List<ExtentView> years) {

    static RowView of(SpreadPage.Row row) {
      ExtentView extent = ExtentView.of(row.extent());
      return new RowView(
          row.path(),
          row.name(),
          row.town(),
          row.children(),
          extent.reports(),
          extent.saying(),
          extent.paragraphs(),
          extent.share(),
          extent.perReport(),
          row.years().stream().map(ExtentView::of).toList());
    }
  }

  /** A page of regions. */
  record SpreadView(
      List<@Nullable Integer> years,
      List<Integer> doubtfulYears,
      ExtentView whole,
      ExtentView own,
      long total,
      List<RowView> rows,
      List<Understood> understood,
      List<Notice> notices,
      @Nullable String nextCursor,
      long tookMillis) {}

  void trend(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, TREND);
    List<String> typed = parameters.typed(Trend.MOST_QUESTIONS);
    List<ParsedQuery> queries = typed.stream().map(one -> parameters.read(one, engine)).toList();
    List<Question> questions = queries.stream().map(parameters::question).toList();
    List<Trend.Line> lines = trend.lines(questions);
    List<LineView> views = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      views.add(
          new LineView(
              typed.get(i),
              lines.get(i).bins().stream().map(BinView::of).toList(),
              ExtentView.of(lines.get(i).total()),
              queries.get(i).understood(),
              NothingSaid.notices(queries.get(i))));
    }
    context.json(new TrendView(views, millisSince(start)));
  }

  void spread(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, SPREAD);
    ParsedQuery query = parameters.query(engine);
    String parent = parameters.region("parent");
    SpreadPage page =
        spread.page(parameters.question(query), parent, parameters.size(), parameters.cursor());
    List<Notice> notices = new ArrayList<>(NothingSaid.notices(query));
    if (parent != null && page.whole().reports() == 0) {
      notices.add(new Notice("no-report", "所问的报告里没有属于“" + Problem.shortened(parent) + "”的", 0, 0));
    }
    context.json(
        new SpreadView(
            page.years(),
            YearDoubt.toCome(page.years()),
            ExtentView.of(page.whole()),
            ExtentView.of(page.own()),
            page.total(),
            page.rows().stream().map(RowView::of).toList(),
            query.understood(),
            notices,
            page.nextCursor(),
            millisSince(start)));
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
