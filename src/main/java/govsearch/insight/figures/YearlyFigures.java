package govsearch.insight.figures;

import govsearch.engine.SearchEngine;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a town's reports count, year by year: the numbers that they attach to what such reports
 * usually count. Only what was reached is there, not what is aimed at.
 */
public final class YearlyFigures {

  /** What these reports count most often, as they name it. */
  private static final List<String> COUNTED =
      List.of(
          "法律明白人", "矛盾纠纷", "调解员", "网格员", "法律顾问", "学法", "法治宣传", "法治讲座", "宣传资料", "法律咨询", "法律援助",
          "规范性文件", "合法性审查", "合法性审核", "重大行政决策", "执法人员", "执法证", "执法检查", "行政检查", "行政处罚", "普通程序案件",
          "行政复议", "行政诉讼", "行政应诉", "信访", "依申请公开", "政府信息", "社区矫正", "合同", "示范户");

  private static final int MOST_FIGURES = 2_000;
  private static final int MOST_ROWS = 24;

  private final Figures figures;

  public YearlyFigures(SearchEngine engine, Duration timeLimit) {
    this.figures = new Figures(engine, timeLimit);
  }

  /**
   * A thing that is counted.
   *
   * @param unit one for units that mean the same
   * @param byYear the first number of each year, by the paragraphs' order
   */
  public record Row(String name, String unit, Map<Integer, Figure> byYear) {}

  /** The rows of a town's reports, those of most years first. */
  public List<Row> of(List<ReportHead> reports) {
    Set<String> ids = reports.stream().map(ReportHead::id).collect(Collectors.toSet());
    Query counted =
        new Query.Or(COUNTED.stream().map(name -> (Query) new Query.Phrase(name)).toList());
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Figure figure :
        figures.page(counted, false, filters(reports), MOST_FIGURES, null).figures()) {
      Integer year = figure.report().year();
      if (year != null && !figure.target() && ids.contains(figure.report().id())) {
        String name = Literal.literal(figure.phrase().of(figure.paragraph().text()));
        String unit = figure.quantity().normalUnit();
        rows.computeIfAbsent(name + '\n' + unit, key -> new Row(name, unit, new TreeMap<>()))
            .byYear()
            .putIfAbsent(year, figure);
      }
    }
    List<Row> most = new ArrayList<>(rows.values());
    most.sort(
        Comparator.comparingInt((Row row) -> -row.byYear().size())
            .thenComparingInt(row -> COUNTED.indexOf(row.name()))
            .thenComparing(Row::unit));
    return List.copyOf(most.subList(0, Math.min(MOST_ROWS, most.size())));
  }

  private static Filters filters(List<ReportHead> reports) {
    List<String> regions =
        reports.stream()
            .filter(head -> !head.region().isEmpty())
            .map(head -> String.join("/", head.region()))
            .distinct()
            .toList();
    List<String> towns =
        reports.stream().map(ReportHead::town).map(String::valueOf).distinct().toList();
    boolean placed = reports.stream().noneMatch(head -> head.region().isEmpty());
    return Filters.of(
        placed
            ? Map.of(FacetField.TOWN, towns, FacetField.REGION, regions)
            : Map.of(FacetField.TOWN, towns));
  }
}
