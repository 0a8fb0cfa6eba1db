package govsearch.http;

import govsearch.engine.CollectionSize;
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
import java.util.List;
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

  private static final String BATCH = API + "/batch";
  private static final String SIMILAR = API + "/similar";
  private static final String MATRIX = API + "/matrix";
  private static final String SELF_CHECK = API + "/selfcheck";
  private static final String QUOTES = API + "/quotes";

  /** These read as the others do, but what they are asked does not fit into an address. */
  static final Set<String> POSTED = Set.of(BATCH, SIMILAR, MATRIX, SELF_CHECK, QUOTES);

  private final SearchEngine engine;
  private final Lanes lanes = new Lanes();
  private final Throttle exports = Throttle.ofExports();
  private final Throttle heavy = Throttle.ofHeavy();
  private final Freshness freshness;
  private final OverlapRoutes overlaps;
  private final Map<String, Handler> routes;
  private final Javalin javalin;
  private final @Nullable Metrics metrics;
  private final @Nullable MetricsPort metricsPort;
  private volatile Vitals vitals = Vitals.NONE;

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
    this.freshness = new Freshness(library::state);
    this.overlaps = new OverlapRoutes(engine);
    Links links = new Links(settings.publicUrl());
    MatrixRoutes matrices = new MatrixRoutes(engine, links);
    Metering metering = settings.metering();
    Metrics counting = metering == null ? null : new Metrics(lanes, new CollectionFigures(library));
    this.metrics = counting;
    Integer ownPort = metering == null ? null : metering.port();
    this.metricsPort =
        counting == null || ownPort == null ? null : new MetricsPort(settings, ownPort, counting);
    Handler scraped = counting == null || ownPort != null ? null : counting::scrape;
    this.routes = routes(library, sources, links, matrices, settings.admin() != null, scraped);
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
              routes.forEach((path, handler) -> read(config, path, freshness.of(path, handler)));
              config.routes.post(BATCH, batch());
              config.routes.post(SIMILAR, similar());
              config.routes.post(MATRIX, matrix(matrices));
              Handler report = new ReportPage(engine, links, settings.web())::page;
              read(config, "/reports/{id}", lanes.cheap().in(freshness.in(report)));
              config.routes.post(SELF_CHECK, selfCheck(drafts));
              config.routes.post(QUOTES, quotes());
              if (settings.mcp()) {
                config.routes.post(McpRoutes.PATH, mcp(links));
              }
              ui.routes().forEach((path, handler) -> read(config, path, handler));
              read(config, "/towns/{place}", context -> ui.page(context, "town.html"));
              if (settings.admin() != null) {
                ReportRoutes reports = new ReportRoutes(engine, sources, links);
                change(config, new AdminRoutes(settings.admin(), reports::view));
              }
            });
  }

  private Map<String, Handler> routes(
      LibraryReader library,
      SourceStore sources,
      Links links,
      MatrixRoutes matrices,
      boolean changeable,
      @Nullable Handler scraped) {
    SearchRoutes search = new SearchRoutes(engine);
    ReportRoutes reports = new ReportRoutes(engine, sources, links);
    Map<String, Handler> all = new LinkedHashMap<>();
    all.put(API + "/search", lanes.search().in(search::search));
    all.put(API + "/search/reports", lanes.insight().in(new MatchingReportRoutes(engine)::page));
    all.put(API + "/concordance", lanes.insight().in(new ConcordanceRoutes(engine)::page));
    all.put(
        API + "/export", exports.in(lanes.export().in(new ExportRoutes(engine, links)::export)));
    all.put(API + "/suggest", lanes.cheap().in(new SuggestRoutes(engine)::suggest));
    all.put(API + "/figures", lanes.insight().in(new FiguresRoutes(engine)::page));
    all.put(API + "/coverage", lanes.insight().in(new CoverageRoutes(engine)::page));
    CollocateRoutes words = new CollocateRoutes(engine);
    all.put(API + "/collocates", lanes.insight().in(words::collocates));
    all.put(API + "/distinctive", lanes.insight().in(words::distinctive));
    ExtentRoutes extents = new ExtentRoutes(engine);
    all.put(API + "/trend", lanes.insight().in(extents::trend));
    all.put(API + "/spread", lanes.insight().in(extents::spread));
    all.put(API + "/checklists", lanes.cheap().in(matrices::lists));
    all.put(API + "/compare", lanes.insight().in(new CompareRoutes(engine)::compare));
    all.put(
        API + "/library",
        lanes.cheap().in(new LibraryRoutes(engine, library, changeable)::library));
    all.put(API + "/manifest.csv", lanes.export().in(new ManifestRoutes(engine)::manifest));
    all.put(API + "/towns/{place}", lanes.insight().in(new TownRoutes(engine)::town));
    all.put(API + "/reports", lanes.cheap().in(reports::list));
    all.put(API + "/reports/{id}", lanes.cheap().in(reports::whole));
    all.put(API + "/reports/{id}/highlight", lanes.search().in(reports::highlight));
    RevisionRoutes revisions = new RevisionRoutes(engine);
    all.put(API + "/reports/{id}/revisions", lanes.cheap().in(revisions::list));
    all.put(API + "/watch.atom", lanes.search().in(new WatchRoutes(engine, links)::feed));
    all.put(API + "/reports/{id}/source", lanes.cheap().in(reports::source));
    all.put(API + "/overlap", lanes.cheap().in(overlaps::survey));
    all.put(API + "/reports/{id}/overlap", lanes.insight().in(overlaps::report));
    all.put(API + "/paragraphs/{id}", lanes.cheap().in(reports::paragraph));
    CopyRoutes copies = new CopyRoutes(engine);
    all.put(API + "/paragraphs/{id}/near-identical", lanes.search().in(copies::nearIdentical));
    all.put(API + "/paragraphs/{id}/origin", lanes.search().in(copies::origin));
    all.put(
        API + "/paragraphs/{id}/remedies", lanes.search().in(new RemedyRoutes(engine)::remedies));
    all.put(
        API + "/paragraphs/{id}/similar",
        heavy.in(lanes.search().in(new SimilarRoutes(engine)::paragraph)));
    all.put("/sitemap.xml", lanes.export().in(new Sitemap(engine, library, links)::map));
    SiteFiles site = new SiteFiles(links);
    all.put("/robots.txt", site::robots);
    all.put("/opensearch.xml", site::openSearch);
    all.put("/health/live", context -> context.json(Map.of("status", "up")));
    all.put("/health/ready", this::ready);
    all.put("/openapi.yaml", SiteFiles::openApi);
    if (scraped != null) {
      all.put(METRICS, scraped);
    }
    return Collections.unmodifiableMap(all);
  }

  private Handler batch() {
    Handler batch = heavy.in(lanes.insight().in(new BatchRoutes(engine)::batch, Lanes.BATCH_LIMIT));
    return RequestBody.ahead(BatchRoutes.MOST_BYTES, BatchRoutes.TOO_LARGE, batch);
  }

  private Handler similar() {
    Handler similar = heavy.in(lanes.search().in(new SimilarRoutes(engine)::text));
    return RequestBody.ahead(SimilarRoutes.MOST_BYTES, SimilarRoutes.TOO_LARGE, similar);
  }

  private Handler matrix(MatrixRoutes matrices) {
    Handler matrix = lanes.insight().in(matrices::matrix);
    return RequestBody.ahead(MatrixRoutes.MOST_BYTES, MatrixRoutes.TOO_LARGE, matrix);
  }

  private Handler selfCheck(@Nullable Drafts drafts) {
    SelfCheckRoutes routes = new SelfCheckRoutes(engine, drafts);
    Handler check = lanes.insight().in(routes::check, Lanes.DRAFT_LIMIT);
    return routes.limited(
        RequestBody.bytesAhead(SelfCheckRoutes.MOST_BYTES, SelfCheckRoutes.TOO_LARGE, check));
  }

  private Handler quotes() {
    Handler quotes = heavy.in(lanes.insight().in(new QuoteRoutes(engine)::check));
    return RequestBody.ahead(QuoteRoutes.MOST_BYTES, QuoteRoutes.TOO_LARGE, quotes);
  }

  private Handler mcp(Links links) {
    Handler mcp = heavy.in(lanes.insight().in(new McpRoutes(engine, links)::answer));
    return RequestBody.ahead(McpRoutes.MOST_BYTES, McpRoutes.TOO_LARGE, mcp);
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
    return POSTED.contains(path) || path.equals(McpRoutes.PATH);
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
    vitals = background;
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

  private void ready(Context context) {
    List<String> ailments = vitals.ailments();
    if (!ailments.isEmpty()) {
      throw ProblemException.of(503, "服务不完整", String.join("；", ailments));
    }
    CollectionSize size = engine.size();
    context.json(new Readiness("ready", size.reports(), size.paragraphs()));
  }

  /** What {@code /health/ready} answers. */
  record Readiness(String status, long reports, long paragraphs) {}
}
