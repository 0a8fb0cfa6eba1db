package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.library.DraftReader;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import govsearch.report.NamedPlaces;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson3;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server: the API under {@code /api/v1}, health, and the UI. */
public final class Server implements AutoCloseable {

  /**
   * With what drafts are read that nothing is kept of.
   *
   * @param places finds names of places in them
   */
  public record Drafts(DraftReader reader, NamedPlaces places) {}

  /**
   * The longest address with its headers. A query of 1,000 Chinese characters is 9 KB when it is
   * percent-encoded, which is more than Jetty takes by itself.
   */
  static final int REQUEST_KIBIBYTES = 64;

  /** The header that names the edition which an answer is of. */
  static final String EDITION = "Govsearch-Edition";

  static final String API = "/api/v1";

  static final String METRICS = "/metrics";

  private final SearchEngine engine;
  private final Lanes lanes = new Lanes();
  private final Health health;
  private final OverlapRoutes overlaps;
  private final Map<String, Handler> routes;
  private final Javalin javalin;
  private final @Nullable Metrics metrics;
  private final @Nullable MetricsPort metricsPort;

  /** A server that is not started yet, and reads no drafts. It does not close the engine. */
  public Server(
      SearchEngine engine, LibraryReader library, SourceStore sources, ServerSettings settings) {
    this(engine, library, sources, settings, null);
  }

  /**
   * A server that is not started yet. It does not close the engine.
   *
   * @param drafts null for a server that reads none
   */
  public Server(
      SearchEngine engine,
      LibraryReader library,
      SourceStore sources,
      ServerSettings settings,
      @Nullable Drafts drafts) {
    this.engine = engine;
    this.health = new Health(engine);
    this.overlaps = new OverlapRoutes(engine);
    Links links = new Links(settings.publicUrl());
    Throttle heavy = Throttle.ofHeavy();
    ServerSettings.Metering metering = settings.metering();
    Metrics counting = metering == null ? null : new Metrics(lanes, new CollectionFigures(library));
    this.metrics = counting;
    Integer ownPort = metering == null ? null : metering.port();
    this.metricsPort =
        counting == null || ownPort == null ? null : new MetricsPort(settings, ownPort, counting);
    Map<String, Handler> all = new LinkedHashMap<>();
    boolean changeable = settings.admin() != null;
    all.putAll(ReadRoutes.of(engine, library, sources, links, lanes, heavy, overlaps, changeable));
    all.putAll(health.routes());
    if (counting != null && ownPort == null) {
      all.put(METRICS, counting::scrape);
    }
    this.routes = Collections.unmodifiableMap(all);
    PostRoutes posts = new PostRoutes(engine, links, lanes, heavy);
    Map<String, Handler> posted = posts.all(drafts, settings.mcp());
    Freshness freshness = new Freshness(library::state);
    Handler report = new ReportPage(engine, links, settings.web())::page;
    ReportRoutes reports = new ReportRoutes(engine, sources, links);
    JsonMapper json = Json.MAPPER;
    WebUi ui = new WebUi(settings.web());
    javalin =
        Javalin.create(
            config -> {
              Edge.configure(config, settings);
              Edge.quiet(config);
              config.http.prefer405over404 = true;
              config.routes.before(API + "/*", this::nameEdition);
              config.jsonMapper(new JavalinJackson3(json, false));
              ui.configure(config);
              if (counting != null) {
                config.requestLogger.http(counting::count);
              }
              new CrossOrigin(settings.allowedOrigins()).configure(config, API);
              new Errors(json).configure(config);
              Packing.configure(config);
              routes.forEach((path, handler) -> read(config, path, freshness.of(path, handler)));
              posted.forEach((path, handler) -> config.routes.post(path, handler));
              read(config, "/reports/{id}", lanes.cheap().in(freshness.in(report)));
              ui.routes().forEach((path, handler) -> read(config, path, handler));
              read(config, "/towns/{place}", context -> ui.page(context, "town.html"));
              if (settings.admin() != null) {
                change(config, new AdminRoutes(settings.admin(), reports::view));
              }
            });
  }

  /** Also for HEAD, which Javalin by itself answers with 200 whether or not there is anything. */
  private static void read(JavalinConfig config, String described, Handler handler) {
    String path = described.replace("{place}", "<place>"); // has slashes of its own
    config.routes.get(path, handler).head(path, handler);
  }

  private void change(JavalinConfig config, AdminRoutes admin) {
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.routes.post(API + "/reports", lanes.change().in(admin::upload));
    config.routes.patch(API + "/reports/{id}", lanes.change().in(admin::correct));
    config.routes.delete(API + "/reports/{id}", lanes.change().in(admin::delete));
  }

  /** That of the collection when the answer was begun. */
  private void nameEdition(Context context) {
    engine.edition().ifPresent(edition -> context.header(EDITION, edition));
  }

  /** Starts; returns when requests are answered. */
  public Server start() {
    javalin.start();
    Brotli.loadLater();
    if (metricsPort != null) {
      metricsPort.start();
    }
    return this;
  }

  /** The port that is listened on, also where any free one was asked for. */
  public int port() {
    return javalin.port();
  }

  /** The port that {@code /metrics} is on. */
  int metricsPort() {
    return metricsPort == null ? port() : metricsPort.port();
  }

  /** The addresses that answer with data, as {@code openapi.yaml} is to describe them. */
  Set<String> paths() {
    return routes.keySet();
  }

  @Override
  public void close() {
    javalin.stop();
    if (metricsPort != null) {
      metricsPort.close();
    }
    if (metrics != null) {
      metrics.close();
    }
    lanes.close();
    overlaps.close();
  }

  /** Has readiness depend on what goes on in the background too. */
  public Server watching(Vitals background) {
    health.watch(background);
    if (metrics != null) {
      metrics.add(background);
    }
    return this;
  }

  /** Has the metrics, if there are any, tell of the engine too. */
  public Server telling(Upkeep upkeep) {
    if (metrics != null) {
      metrics.add(upkeep);
    }
    return this;
  }
}
