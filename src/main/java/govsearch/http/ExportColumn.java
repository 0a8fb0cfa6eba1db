package govsearch.http;

import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an export can say of each row. */
enum ExportColumn {
  TOWN("乡镇"),
  YEAR("年度"),
  PROVINCE("省份"),
  CITY("城市"),
  COUNTY("区县"),
  TITLE("标题", Look.NAME),
  SECTION("章节"),
  HEADING_PATH("标题路径", Look.NAME),
  ORDINAL("段落序号"),
  LEFT("前文", Look.NAME),
  MATCH("命中"),
  RIGHT("后文", Look.NAME),
  TEXT("段落", Look.TEXT),
  MATCHES("命中处数"),
  FORMULA_SHARE("套话比例"),
  CITATION("引文", Look.TEXT),
  SOURCE_PATH("原文文件", Look.NAME),
  SOURCE_URL("原文网址", Look.LINK),
  REPORT_ID("报告编号"),
  PARAGRAPH_ID("段落编号"),
  CONDITIONS("检索条件", Look.NAME),
  QUERY("检索式", Look.NAME),
  PERMALINK("链接", Look.LINK);

  /** What is exported: its name in the API, its columns, and those that it has unless asked. */
  enum Of {
    SEARCH(
        List.of(LEFT, RIGHT),
        List.of(
            TOWN,
            YEAR,
            PROVINCE,
            CITY,
            COUNTY,
            TITLE,
            SECTION,
            HEADING_PATH,
            ORDINAL,
            TEXT,
            CONDITIONS)),
    CONCORDANCE(
        List.of(MATCHES, FORMULA_SHARE),
        List.of(
            LEFT,
            MATCH,
            RIGHT,
            TOWN,
            YEAR,
            PROVINCE,
            CITY,
            COUNTY,
            TITLE,
            SECTION,
            ORDINAL,
            CONDITIONS));

    private final List<ExportColumn> without;
    private final List<ExportColumn> usual;

    Of(List<ExportColumn> without, List<ExportColumn> usual) {
      this.without = without;
      this.usual = usual;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean has(ExportColumn column) {
      return !without.contains(column);
    }

    List<ExportColumn> usual() {
      return usual;
    }
  }

  /**
   * What a row is made of.
   *
   * @param ranges what matched in the paragraph; of a concordance's line, its one match
   * @param left context of a concordance's line; empty in others
   * @param right context of a concordance's line; empty in others
   * @param query as typed
   * @param conditions mode and filters, as people read them
   * @param cited the address as others reach it; null for nowhere
   */
  record Row(
      ReportHead report,
      Paragraph paragraph,
      List<Range> ranges,
      String left,
      String right,
      double formulaShare,
      String query,
      String conditions,
      String permalink,
      @Nullable String cited) {}

  private final String heading;
  private final Look look;

  ExportColumn(String heading) {
    this(heading, Look.SHORT);
  }

  ExportColumn(String heading, Look look) {
    this.heading = heading;
    this.look = look;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String heading() {
    return heading;
  }

  Column column() {
    return new Column(code(), heading, look);
  }

  /** The cell of a row: a text, a number, or null for what the report does not say. */
  @Nullable Object cell(Row row) {
    ReportHead report = row.report();
    Paragraph paragraph = row.paragraph();
    return switch (this) {
      case TOWN -> report.town();
      case YEAR -> report.year();
      case PROVINCE -> report.province();
      case CITY -> report.city();
      case COUNTY -> report.county();
      case TITLE -> report.title();
      case SECTION -> paragraph.section().label();
      case HEADING_PATH -> String.join(" › ", paragraph.headingPath());
      case ORDINAL -> paragraph.ordinal();
      case LEFT -> row.left();
      case MATCH ->
          row.ranges().stream()
              .map(range -> range.of(paragraph.text()))
              .distinct()
              .collect(Collectors.joining("；"));
      case RIGHT -> row.right();
      case TEXT -> paragraph.text();
      case MATCHES -> row.ranges().size();
      case FORMULA_SHARE -> row.formulaShare();
      case CITATION -> Citation.of(report, paragraph, row.cited());
      case SOURCE_PATH -> report.source().path();
      case SOURCE_URL -> report.source().url();
      case REPORT_ID -> report.id();
      case PARAGRAPH_ID -> paragraph.id();
      case CONDITIONS -> row.conditions();
      case QUERY -> row.query();
      case PERMALINK -> row.permalink();
    };
  }
}
