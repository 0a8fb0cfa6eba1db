package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Quantities;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  private static final int MOST_ROWS = 24;

  private YearlyFigures() {}

  /**
   * A thing that is counted.
   *
   * @param unit one for units that mean the same
   * @param byYear the first number of each year, by the paragraphs' order
   */
  public record Row(String name, String unit, Map<Integer, Figure> byYear) {}

  /** The rows of a town's reports, those of most years first. */
  public static List<Row> of(Collection<Report> reports) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Report report : reports) {
      Integer year = report.head().year();
      if (year != null) {
        for (Paragraph paragraph : report.paragraphs()) {
          if (paragraph.section() != Section.PLANS) { // what is aimed at is not reached
            add(report.head(), year, paragraph, rows);
          }
        }
      }
    }
    List<Row> most = new ArrayList<>(rows.values());
    most.sort(
        Comparator.comparingInt((Row row) -> -row.byYear().size())
            .thenComparingInt(row -> COUNTED.indexOf(row.name()))
            .thenComparing(Row::unit));
    return List.copyOf(most.subList(0, Math.min(MOST_ROWS, most.size())));
  }

  private static void add(ReportHead report, int year, Paragraph paragraph, Map<String, Row> rows) {
    Deadline.current().check();
    String text = paragraph.text();
    Attachment attachment = null;
    for (String name : COUNTED) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
        if (attachment == null) {
          attachment = new Attachment(text, Quantities.of(text));
        }
        Range phrase = new Range(at, at + name.length());
        for (Attached attached : attachment.of(phrase)) {
          if (!attached.target()) {
            String unit = attached.quantity().normalUnit();
            rows.computeIfAbsent(name + '\n' + unit, key -> new Row(name, unit, new TreeMap<>()))
                .byYear()
                .putIfAbsent(
                    year,
                    new Figure(
                        report,
                        paragraph,
                        name,
                        phrase,
                        attached.quantity(),
                        attached.before(),
                        false,
                        false));
          }
        }
      }
    }
  }
}
