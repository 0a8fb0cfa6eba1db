package govsearch.http;

import govsearch.engine.Reports;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.export.TableFormat;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET manifest.csv}: every report by its id, so that two collections of one edition give one
 * file. Its headings are those of {@code reports.csv}, by which reports are taken in.
 */
final class ManifestRoutes {

  private static final List<Column> COLUMNS =
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

  private final Reports engine;

  ManifestRoutes(Reports engine) {
    this.engine = engine;
  }

  private static Column column(String code) {
    return new Column(code, code);
  }

  void manifest(Context context) throws IOException {
    Parameters.of(context, Set.of());
    String name = "manifest" + engine.edition().map(edition -> "-" + edition).orElse("");
    Download.answer(
        context,
        TableFormat.CSV,
        COLUMNS,
        name,
        out -> {
          out.begin();
          var unused = engine.everyReport(head -> out.row(cells(head)));
        });
  }

  private static List<@Nullable Object> cells(ReportHead head) {
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
