package govsearch.http;

import govsearch.report.Ids;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves the UI's files as they are, under a policy that runs nothing but them. */
final class WebUi {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'none'";

  /** On every answer, of the UI or not. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          // An answer is compressed or not as the client likes it.
          "Vary", "Accept-Encoding",
          // Of what says nothing else: answers change when the index does.
          "Cache-Control", "no-store");

  /** Files change with the program; their ETag keeps a second visit as fast. */
  private static final String REVALIDATE = Freshness.REVALIDATE;

  private final Path folder;

  WebUi(Path folder) {
    this.folder = folder;
  }

  void configure(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.directory = folder.toString();
          files.location = Location.EXTERNAL;
          files.headers = Map.of("Cache-Control", REVALIDATE);
        });
    config.staticFiles.enableWebjars();
    config.routes.before(context -> HEADERS.forEach(context::header));
  }

  /** The same page for every report, or every town; its script reads the address. */
  void page(Context context, String file) throws IOException {
    byte[] page = Files.readAllBytes(folder.resolve(file));
    String tag = "W/\"" + Ids.sha256(page).substring(0, 16) + '"';
    context.header("Cache-Control", REVALIDATE).header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType("text/html; charset=utf-8").result(page);
    }
  }

  /** Whether a person's browser asks for a page, not a script for data. */
  static boolean wantsPage(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("text/html");
  }

  /** What a reader sees who followed a link to nowhere. */
  static void missingPage(Context context) {
    try (InputStream page = WebUi.class.getResourceAsStream("not-found.html")) {
      if (page == null) {
        throw new IOException("missing resource not-found.html");
      }
      context.status(404).contentType("text/html; charset=utf-8").result(page.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
