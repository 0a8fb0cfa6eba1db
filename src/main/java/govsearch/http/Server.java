package govsearch.http;

import govsearch.engine.CollectionSize;
import govsearch.engine.SearchEngine;
import govsearch.engine.SourceStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server: the API under {@code /api/v1}, health, and the UI. */
public final class Server implements AutoCloseable {

  /** Where a server listens, and what it serves besides the engine. */
  public record Settings(String host, int port, Path web, @Nullable String publicUrl) {}

  private static final String API = "/api/v1";

  private final SearchEngine engine;
  private final Javalin javalin;

  /** A server that is not started yet. It does not close the engine. */
  public Server(SearchEngine engine, SourceStore sources, Settings settings) {
    this.engine = engine;
    SearchRoutes search = new SearchRoutes(engine);
    ReportRoutes reports = new ReportRoutes(engine, sources, new Links(settings.publicUrl()));
    WebUi ui = new WebUi(settings.web());
    javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              ui.configure(config);
              Errors.configure(config.routes);
              config
                  .routes
                  .get(API + "/search", search::search)
                  .get(API + "/reports", reports::list)
                  .get(API + "/reports/{id}", reports::whole)
                  .get(API + "/reports/{id}/highlight", reports::highlight)
                  .get(API + "/reports/{id}/source", reports::source)
                  .get(API + "/paragraphs/{id}", reports::paragraph)
                  .get("/health/live", context -> context.json(Map.of("status", "up")))
                  .get("/health/ready", this::ready)
                  .get("/openapi.yaml", Server::openApi);
            });
  }

  private static void configure(JavalinConfig config, Settings settings) {
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jsonMapper(new JavalinJackson3(JsonMapper.builder().build(), false));
  }

  /** Starts; returns when requests are answered. */
  public Server start() {
    javalin.start();
    return this;
  }

  /** The port that is listened on, also where any free one was asked for. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void ready(Context context) {
    CollectionSize size = engine.size();
    context.json(
        Map.of("status", "ready", "reports", size.reports(), "paragraphs", size.paragraphs()));
  }

  private static void openApi(Context context) throws IOException {
    try (InputStream yaml = Server.class.getResourceAsStream("openapi.yaml")) {
      if (yaml == null) {
        throw new IOException("missing resource openapi.yaml");
      }
      context.contentType("application/yaml; charset=utf-8").result(yaml.readAllBytes());
    }
  }
}
