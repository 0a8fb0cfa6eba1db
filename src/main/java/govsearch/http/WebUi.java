package govsearch.http;

import govsearch.report.Ids;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves the UI's pages and files, under a policy that runs nothing but them. */
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
  private final Pages pages;

  WebUi(Path folder) {
    this.folder = folder;
    this.pages = new Pages(folder);
  }

  void configure(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.directory = folder.toString();
          files.location = Location.EXTERNAL;
          files.headers = Map.of("Cache-Control", REVALIDATE);
          files.skipFileFunction = request -> isOfFrame(request.getRequestURI());
        });
    config.staticFiles.enableWebjars();
    config.routes.before(context -> HEADERS.forEach(context::header));
  }

  /** What pages are made of is no page. */
  private static boolean isOfFrame(String path) {
    return path.equals("/" + Pages.FRAME) || path.startsWith("/" + Pages.FOLDER + "/");
  }

  /** What answers at the addresses of the pages, by these. */
  Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    for (String name : pages.names()) {
      routes.put("/" + name, context -> page(context, name));
      if (name.equals(Pages.INDEX)) {
        routes.put("/", context -> page(context, name));
      }
    }
    return routes;
  }

  /** A page; also the same one for every town, where its script reads the address. */
  void page(Context context, String name) throws IOException {
    byte[] page = pages.html(name).getBytes(StandardCharsets.UTF_8);
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
