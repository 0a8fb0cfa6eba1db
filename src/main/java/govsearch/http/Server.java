package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.library.DraftReader;
import govsearch.library.Intake;
import govsearch.library.LibraryReader;
import govsearch.library.SourceStore;
import govsearch.report.NamedPlaces;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson3;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server: the API under {@code /api/v1}, health, and the UI. */
public final class Server implements AutoCloseable {

  /**
   * Where a server listens, and what it serves besides the engine.
   *
   * @param publicUrl where it is reached from outside; null for nothing said
   * @param allowedHosts more names that it is asked by
   * @param allowedOrigins sites whose scripts may read the API, such as {@code https://example.org}
   * @param admin who may change the collection; null for nobody
   * @param metering where {@code /metrics} is; null for nowhere
   * @param mcp whether assistants may ask at {@code /mcp}
   */
  public record Settings(
      String host,
      int port,
      Path web,
      @Nullable String publicUrl,
      Set<String> allowedHosts,
      Set<String> allowedOrigins,
      @Nullable Admin admin,
      @Nullable Metering metering,
      boolean mcp) {

    /** Of a server that assistants do not ask. */
    public Settings(
        String host,
        int port,
        Path web,
        @Nullable String publicUrl,
        Set<String> allowedHosts,
        Set<String> allowedOrigins,
        @Nullable Admin admin,
        @Nullable Metering metering) {
      this(host, port, web, publicUrl, allowedHosts, allowedOrigins, admin, metering, false);
    }

    /** Of a server that no other site's scripts may read. */
    public Settings(
        String host,
        int port,
        Path web,
        @Nullable String publicUrl,
        Set<String> allowedHosts,
        @Nullable Admin admin) {
      this(host, port, web, publicUrl, allowedHosts, Set.of(), admin, null);
    }

    /** Of a server that is asked by no other names. */
    public Settings(
        String host, int port, Path web, @Nullable String publicUrl, @Nullable Admin admin) {
      this(host, port, web, publicUrl, Set.of(), admin);
    }

    /** Of a server that only reads. */
    public Settings(String host, int port, Path web, @Nullable String publicUrl) {
      this(host, port, web, publicUrl, null);
    }
  }

  /**
   * Where {@code /metrics} is.
   *
   * @param port its own; null for the server's
   */
  public record Metering(@Nullable Integer port) {}

  /** Who knows the token may take files in and drop them. */
  public record Admin(String token, Intake intake) {}

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
      SearchEngine engine, LibraryReader library, SourceStore sources, Settings settings) {
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
      Settings settings,
      @Nullable Drafts drafts) {
    this.engine = engine;
    this.health = new Health(engine);
    this.overlaps = new OverlapRoutes(engine);
    Links links = new Links(settings.publicUrl());
    Throttle heavy = Throttle.ofHeavy();
    Metering metering = settings.metering();
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
    Map<String, Handler> posted =
        new PostRoutes(engine, links, lanes, heavy).all(drafts, settings.mcp());
    Freshness freshness = new Freshness(library::state);
    Handler report = new ReportPage(engine, links, settings.web())::page;
    ReportRoutes reports = new ReportRoutes(engine, sources, links);
    JsonMapper json = JsonMapper.builder().build();
    WebUi ui = new WebUi(settings.web());
    javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              config.routes.before(API + "/*", this::nameEdition);
              config.jsonMapper(new JavalinJackson3(json, false));
              ui.configure(config);
              if (counting != null) {
                config.requestLogger.http(counting::count);
              }
              new CrossOrigin(settings.allowedOrigins()).configure(config, API);
              new Errors(json).configure(config);
              Brotli.configure(config);
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

  private static void configure(JavalinConfig config, Settings settings) {
    Edge.configure(config, settings);
    Edge.quiet(config);
    config.http.prefer405over404 = true;
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

  /** Whether an address is asked by sending something. */
  static boolean isPosted(String path) {
    return PostRoutes.PATHS.contains(path) || path.equals(McpRoutes.PATH);
  }

  /** Whether an address is one that programs ask, to whom a page in an answer is of no use. */
  static boolean isForPrograms(String path) {
    String below = path.endsWith("/") ? path : path + "/";
    return below.startsWith("/api/") || below.startsWith("/health/") || path.equals(McpRoutes.PATH);
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
