package govsearch.http;

import govsearch.engine.Reports;
import govsearch.export.TableFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/**
 * {@code GET manifest.csv}: every report by its id, so that two collections of one edition give one
 * file. Its headings are those of {@code reports.csv}, by which reports are taken in.
 */
final class ManifestRoutes {

  private final Reports engine;

  ManifestRoutes(Reports engine) {
    this.engine = engine;
  }

  void manifest(Context context) throws IOException {
    Parameters.of(context, Set.of());
    Download.answer(
        context,
        TableFormat.CSV,
        ManifestTable.COLUMNS,
        ManifestTable.name(engine),
        out -> {
          out.begin();
          var unused = engine.everyReport(head -> out.row(ManifestTable.cells(head)));
        });
  }
}
