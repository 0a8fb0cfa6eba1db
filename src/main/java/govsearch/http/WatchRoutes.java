package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import io.javalin.http.Context;
import java.util.Set;

/** {@code GET watch.atom}: what has come to match a search, the latest first, as an Atom feed. */
final class WatchRoutes {

  static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final Set<String> ALLOWED =
      Set.of("q", "mode", "region", "town", "year", "section", "since");

  private final SearchEngine engine;
  private final Links links;

  WatchRoutes(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
  }

  void feed(Context context) {
    Parameters parameters = Parameters.of(context, ALLOWED);
    Filters filters = parameters.filters();
    Watched watched =
        Watched.of(engine, parameters.query(engine).query(), parameters.mode(), filters);
    if (!watched.isWhole()) {
      Freshness.passing(context);
    }
    String asked = context.queryString() == null ? "" : "?" + context.queryString();
    String title = WatchFeed.title(parameters.typed(), filters);
    context.contentType(TYPE).result(new WatchFeed(links.base(context), asked, title).of(watched));
  }
}
