package govsearch.http;

import govsearch.engine.SearchEngine;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reads as the others do, but is asked by more than fits into an address. */
final class PostRoutes {

  private static final String BATCH = Server.API + "/batch";
  private static final String SIMILAR = Server.API + "/similar";
  private static final String MATRIX = Server.API + "/matrix";
  private static final String SELF_CHECK = Server.API + "/selfcheck";
  private static final String QUOTES = Server.API + "/quotes";

  /** Their paths, but that of assistants. */
  static final Set<String> PATHS = Set.of(BATCH, SIMILAR, MATRIX, SELF_CHECK, QUOTES);

  private final SearchEngine engine;
  private final Links links;
  private final Lanes lanes;
  private final Throttle heavy;
  private final Throttle selfChecks = Throttle.ofSelfChecks();

  /**
   * Of an engine.
   *
   * @param heavy limits what is worked out from much
   */
  PostRoutes(SearchEngine engine, Links links, Lanes lanes, Throttle heavy) {
    this.engine = engine;
    this.links = links;
    this.lanes = lanes;
    this.heavy = heavy;
  }

  /**
   * All of them, by their paths.
   *
   * @param drafts null for a server that reads none
   * @param mcp whether assistants may ask
   */
  Map<String, Handler> all(Server.@Nullable Drafts drafts, boolean mcp) {
    Map<String, Handler> all = new LinkedHashMap<>();
    all.put(BATCH, batch());
    all.put(SIMILAR, similar());
    all.put(MATRIX, matrix());
    all.put(SELF_CHECK, selfCheck(drafts));
    all.put(QUOTES, quotes());
    if (mcp) {
      all.put(McpRoutes.PATH, mcp());
    }
    return all;
  }

  /** Whether an address is asked by sending something. */
  static boolean isPosted(String path) {
    return PATHS.contains(path) || path.equals(McpRoutes.PATH);
  }

  private Handler batch() {
    Handler batch = heavy.in(lanes.insight().in(new BatchRoutes(engine)::batch, Lanes.BATCH_LIMIT));
    return RequestBody.ahead(BatchRoutes.MOST_BYTES, BatchRoutes.TOO_LARGE, batch);
  }

  private Handler similar() {
    Handler similar = heavy.in(lanes.search().in(new SimilarRoutes(engine)::text));
    return RequestBody.ahead(SimilarRoutes.MOST_BYTES, SimilarRoutes.TOO_LARGE, similar);
  }

  private Handler matrix() {
    Handler matrix = heavy.in(lanes.insight().in(new MatrixRoutes(engine, links)::matrix));
    return RequestBody.ahead(MatrixRoutes.MOST_BYTES, MatrixRoutes.TOO_LARGE, matrix);
  }

  private Handler selfCheck(Server.@Nullable Drafts drafts) {
    SelfCheckRoutes routes = new SelfCheckRoutes(engine, drafts);
    Handler check = lanes.insight().in(routes::check, Lanes.DRAFT_LIMIT);
    return selfChecks.in( // before anything of a draft is read
        RequestBody.bytesAhead(SelfCheckRoutes.MOST_BYTES, SelfCheckRoutes.TOO_LARGE, check));
  }

  private Handler quotes() {
    Handler quotes = heavy.in(lanes.insight().in(new QuoteRoutes(engine)::check));
    return RequestBody.ahead(QuoteRoutes.MOST_BYTES, QuoteRoutes.TOO_LARGE, quotes);
  }

  private Handler mcp() {
    Handler mcp = heavy.in(lanes.insight().in(new McpRoutes(engine, links)::answer));
    return RequestBody.ahead(McpRoutes.MOST_BYTES, McpRoutes.TOO_LARGE, mcp);
  }
}
