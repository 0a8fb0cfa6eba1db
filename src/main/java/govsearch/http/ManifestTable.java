package govsearch.http;

import govsearch.engine.Reports;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection as a table: every report, with what tells its file from any other. */
public final class ManifestTable {

  /** What stands in a row. */
  public static final List<Column> COLUMNS =
      List.of(
          column("id"),
          new Column("path", "path", Look.NAME),
          new Column("title", "title", Look.NAME),
          column("province"),
          column("city"),
          column("county"),
          column("town"),
          column("year"),
          column("published"),
          new Column("source_url", "source_url", Look.LINK),
          column("sha256"),
          column("bytes"),
          column("paragraphs"));

  private ManifestTable() {}

  /** What the table is called: by the edition, so that two of them are not taken for each other. */
  public static String name(Reports engine) {
    return "manifest" + engine.edition().map(edition -> "-" + edition).orElse("");
  }

  private static Column column(String code) {
    return new Column(code, code);
  }

  /** The row of a report. */
  public static List<@Nullable Object> cells(ReportHead head) {
    Sourced<String> published = head.metadata().published();
    return Arrays.asList(
        head.id(),
        head.source().path(),
        head.title(),
        head.province(),
        head.city(),
        head.county(),
        head.town(),
        head.year(),
        published == null ? null : published.value(),
        head.source().url(),
        head.source().sha256(),
        head.source().bytes(),
        head.paragraphCount());
  }
}
