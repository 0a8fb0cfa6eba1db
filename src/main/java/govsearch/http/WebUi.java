package govsearch.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves the UI's files as they are, under a policy that runs nothing but them. */
final class WebUi {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'none'";

  private final Path folder;

  WebUi(Path folder) {
    this.folder = folder;
  }

  void configure(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.directory = folder.toString();
          files.location = Location.EXTERNAL;
          // Files change with the program; their ETag keeps a second visit as fast.
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    config.staticFiles.enableWebjars();
    config.routes.before(WebUi::addHeaders);
    config.routes.get("/reports/{id}", this::reportPage);
  }

  /** The same page for every report; its script reads the address. */
  private void reportPage(Context context) throws IOException {
    context
        .header("Cache-Control", "no-cache")
        .html(Files.readString(folder.resolve("report.html")));
  }

  private static void addHeaders(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
  }
}
