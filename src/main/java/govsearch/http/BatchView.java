package govsearch.http;

import govsearch.engine.MatchSummary;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.insight.batch.BatchRow;
import govsearch.query.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch's answer as JSON, and its rows as a table's; the command line shows the same.
 *
 * @param hits how many phrases something has
 * @param withoutHits how many nothing has
 * @param bad how many could not be asked
 */
public record BatchView(
    List<RowView> rows, long hits, long withoutHits, long bad, long tookMillis) {

  /** What the table is called. */
  public static final String NAME = "批量统计";

  /** The columns of the table. */
  public static final List<Column> COLUMNS =
      List.of(
          new Column("line", "行号"),
          new Column("phrase", "短语", Look.NAME),
          new Column("paragraphs", "段落数"),
          new Column("reports", "报告数"),
          new Column("towns", "乡镇数"),
          new Column("first_year", "最早年度"),
          new Column("last_year", "最近年度"),
          new Column("remark", "说明", Look.NAME));

  /**
   * A phrase with its numbers; they are null where it could not be asked.
   *
   * @param lastYear the latest of those that have begun
   * @param doubtfulYears those that have not
   */
  public record RowView(
      int line,
      String phrase,
      @Nullable Long paragraphs,
      @Nullable Long reports,
      @Nullable Long towns,
      @Nullable Integer firstYear,
      @Nullable Integer lastYear,
      List<Integer> doubtfulYears,
      @Nullable String error,
      List<Notice> notices) {

    static RowView of(BatchRow row) {
      MatchSummary found = row.found();
      return new RowView(
          row.line(),
          row.phrase(),
          found == null ? null : found.paragraphs(),
          found == null ? null : found.reports(),
          found == null ? null : found.towns(),
          found == null ? null : found.firstYear(),
          found == null ? null : found.lastYear(),
          found == null ? List.of() : found.doubtfulYears(),
          row.error(),
          row.notices());
    }

    /** As {@link #COLUMNS} have them. */
    public List<@Nullable Object> cells() {
      Stream<String> doubt = doubtfulYears.stream().map(year -> "另有 " + year + " 年度的报告，年份可疑");
      String remark =
          Stream.of(Stream.ofNullable(error), notices.stream().map(Notice::message), doubt)
              .flatMap(some -> some)
              .collect(Collectors.joining("；"));
      return Arrays.asList(line, phrase, paragraphs, reports, towns, firstYear, lastYear, remark);
    }
  }

  /** The view of a batch. */
  public static BatchView of(List<BatchRow> rows, long tookMillis) {
    List<RowView> views = rows.stream().map(RowView::of).toList();
    long bad = views.stream().filter(row -> row.error() != null).count();
    long without = views.stream().filter(row -> Long.valueOf(0).equals(row.paragraphs())).count();
    return new BatchView(views, views.size() - bad - without, without, bad, tookMillis);
  }
}
