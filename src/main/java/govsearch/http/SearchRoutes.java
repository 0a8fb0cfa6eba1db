package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.insight.PlainReading;
import govsearch.insight.Queries;
import govsearch.query.Costly;
import govsearch.query.ParsedQuery;
import govsearch.query.SearchRequest;
import io.javalin.http.Context;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET search}. */
final class SearchRoutes {

  private static final Set<String> ALLOWED =
      Set.of(
          "q",
          "mode",
          "region",
          "town",
          "year",
          "section",
          "since",
          "sort",
          "size",
          "cursor",
          "fold",
          "substance",
          "perReport",
          "facet.region.parent",
          "facet.region.prefix",
          "facet.town.prefix",
          "facet.year.prefix",
          "facet.section.prefix");

  private final SearchEngine engine;
  private final DidYouMean didYouMean;
  private final TownReports towns;

  SearchRoutes(SearchEngine engine) {
    this.engine = engine;
    this.towns = new TownReports(engine);
    this.didYouMean = new DidYouMean(engine, new PlainReading(engine));
  }

  /**
   * Whether what is asked may take long by its form. What is too long to be read is refused, which
   * takes no time.
   */
  static boolean isCostly(Context context) {
    String typed = context.queryParam("q");
    return typed != null
        && typed.length() <= SearchRequest.MAX_QUERY_LENGTH
        && Costly.is(Queries.PARSER.parse(typed).query());
  }

  void search(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.query(engine);
    String typed = parameters.typed();
    SearchRequest request =
        new SearchRequest(
            query.query(),
            parameters.mode(),
            parameters.filters(),
            parameters.sort(),
            parameters.size(),
            parameters.cursor(),
            parameters.presentation(),
            parameters.listing());
    String edition = engine.edition().orElse(null);
    SearchResult result = engine.search(request);
    if (!result.total().exact()) {
      Freshness.passing(context);
    }
    Instead instead = didYouMean.of(typed, query, request, result);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Json.answer(
        context,
        SearchView.of(
            query, request.mode(), result, towns.of(query, request), instead, edition, millis));
  }
}
