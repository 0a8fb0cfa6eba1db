package govsearch.http;

import govsearch.engine.Place;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.export.Linked;
import govsearch.insight.checklist.ChecklistItem;
import govsearch.insight.checklist.MatrixRow;
import govsearch.insight.checklist.MatrixRow.Cell;
import govsearch.insight.checklist.MatrixTable;
import govsearch.insight.checklist.MatrixTable.Dates;
import govsearch.insight.checklist.MatrixTable.Sum;
import govsearch.insight.checklist.Publishing.Timeliness;
import govsearch.query.FacetField;
import govsearch.query.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as JSON, and as a table that people hand round; the command line shows the same.
 *
 * @param deadline as a date of ISO 8601, or null
 * @param edition of the collection; null where it is not known
 */
public record MatrixView(
    int year,
    String region,
    @Nullable String deadline,
    List<ItemView> items,
    List<RowView> rows,
    Dates dates,
    @Nullable String edition,
    long tookMillis) {

  /** What the table is called. */
  public static final String NAME = "考核清单";

  private static final String YES = "提及";
  private static final String NO = "未提及";
  private static final String NO_REPORT = "缺报告";

  /** An item, with how many towns say it. */
  public record ItemView(
      String name, String query, int said, int silent, int missing, List<Notice> notices) {}

  /** A town. */
  public record RowView(
      List<String> region,
      @Nullable String town,
      String path,
      int reports,
      @Nullable String reportId,
      @Nullable String published,
      @Nullable String timeliness,
      List<CellView> cells) {

    static RowView of(MatrixRow row) {
      Place place = row.place();
      LocalDate day = row.published();
      Timeliness timeliness = row.timeliness();
      return new RowView(
          place.region(),
          place.town(),
          place.path(),
          row.reports(),
          row.reportId(),
          day == null ? null : day.toString(),
          timeliness == null ? null : timeliness.code(),
          row.cells().stream().map(CellView::of).toList());
    }
  }

  /** A town and an item. */
  public record CellView(
      String status,
      long paragraphs,
      double formulaShare,
      @Nullable String reportId,
      @Nullable String paragraphId) {

    static CellView of(Cell cell) {
      return new CellView(
          cell.status().code(),
          cell.paragraphs(),
          cell.formulaShare(),
          cell.reportId(),
          cell.paragraphId());
    }

    /** In words: 提及 2 段，套话 40%. */
    String words() {
      return switch (status) {
        case "said" ->
            YES
                + " "
                + paragraphs
                + " 段"
                + (formulaShare > 0 ? "，套话 " + Math.round(100 * formulaShare) + "%" : "");
        case "silent" -> NO;
        default -> NO_REPORT;
      };
    }
  }

  /**
   * The view of a matrix.
   *
   * @param notices what was read leniently of each item's query
   */
  public static MatrixView of(
      int year,
      String region,
      @Nullable LocalDate deadline,
      List<ChecklistItem> items,
      List<List<Notice>> notices,
      MatrixTable table,
      @Nullable String edition,
      long tookMillis) {
    List<ItemView> views = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Sum sum = table.sums().get(i);
      ChecklistItem item = items.get(i);
      views.add(
          new ItemView(
              item.name(), item.query(), sum.said(), sum.silent(), sum.missing(), notices.get(i)));
    }
    return new MatrixView(
        year,
        region,
        deadline == null ? null : deadline.toString(),
        views,
        table.rows().stream().map(RowView::of).toList(),
        table.dates(),
        edition,
        tookMillis);
  }

  /** The columns of the table: who reported when, then an item each. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("number", "序号"));
    columns.add(new Column("region", "地区", Look.NAME));
    columns.add(new Column("town", "乡镇", Look.WORDS));
    columns.add(new Column("report", year + "年度报告", Look.WORDS));
    columns.add(new Column("published", "公开日期", Look.WORDS));
    if (deadline != null) {
      columns.add(new Column("timeliness", deadline + "前公开", Look.WORDS));
    }
    for (int i = 0; i < items.size(); i++) {
      columns.add(new Column("item_" + (i + 1), items.get(i).name(), Look.WORDS));
    }
    return columns;
  }

  /** Addresses of reports and of their paragraphs; none where cells are not to lead anywhere. */
  public interface Addresses {
    /** The address of a report, or of one of its paragraphs; null for none. */
    @Nullable String of(String reportId, @Nullable String paragraphId);
  }

  /** What there is to know of links that lead nowhere outside this machine. */
  static final String OWN_LINKS = Citation.NO_ADDRESS + "，链接只在本机打得开";

  /** The rows of the table: the towns, then what they add up to, and what was asked. */
  public List<List<@Nullable Object>> table(Addresses addresses) {
    return table(addresses, null);
  }

  /**
   * As {@link #table(Addresses)}.
   *
   * @param remark stands at the end; null for none
   */
  List<List<@Nullable Object>> table(Addresses addresses, @Nullable String remark) {
    List<List<@Nullable Object>> table = new ArrayList<>(rows.size() + 4);
    for (int i = 0; i < rows.size(); i++) {
      table.add(row(i + 1, rows.get(i), addresses));
    }
    table.add(summed(YES + "的乡镇", ItemView::said));
    table.add(summed(NO + "的乡镇", ItemView::silent));
    table.add(summed(NO_REPORT + "的乡镇", ItemView::missing));
    table.add(summed("检索式", ItemView::query));
    if (edition != null) {
      table.add(summed("收藏版本 " + edition, item -> ""));
    }
    if (remark != null) {
      table.add(summed(remark, item -> ""));
    }
    return table;
  }

  private List<@Nullable Object> row(int number, RowView row, Addresses addresses) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(number);
    cells.add(String.join(" › ", row.region));
    cells.add(row.town == null ? FacetField.UNSTATED : row.town);
    cells.add(
        row.reportId == null
            ? NO_REPORT
            : linked(row.reports > 1 ? row.reports + " 份" : "有", row.reportId, null, addresses));
    cells.add(
        row.reportId == null ? null : row.published == null ? FacetField.UNSTATED : row.published);
    if (deadline != null) {
      cells.add(timeliness(row));
    }
    for (CellView cell : row.cells) {
      cells.add(
          cell.reportId == null
              ? cell.words()
              : linked(cell.words(), cell.reportId, cell.paragraphId, addresses));
    }
    return cells;
  }

  private static Object linked(
      String text, String reportId, @Nullable String paragraphId, Addresses addresses) {
    String address = addresses.of(reportId, paragraphId);
    return address == null ? text : new Linked(text, address);
  }

  private static String timeliness(RowView row) {
    return switch (String.valueOf(row.timeliness)) {
      case "on_time" -> "按期";
      case "late" -> "逾期";
      case "missing" -> NO_REPORT;
      default -> FacetField.UNSTATED;
    };
  }

  private List<@Nullable Object> summed(String name, Function<ItemView, Object> sum) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(null);
    cells.add(null);
    cells.add(name);
    cells.add(null);
    cells.add(null);
    if (deadline != null) {
      cells.add(null);
    }
    items.forEach(item -> cells.add(sum.apply(item)));
    return cells;
  }
}
