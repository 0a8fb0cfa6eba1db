package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.SearchRequest;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET search}. */
final class SearchRoutes {

  private static final Set<String> ALLOWED =
      Set.of("q", "mode", "region", "town", "year", "section", "sort", "size", "cursor");

  private final SearchEngine engine;

  SearchRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  void search(Context context) {
    long start = System.nanoTime();
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.query();
    SearchRequest request =
        new SearchRequest(
            query.query(),
            parameters.mode(),
            parameters.filters(),
            parameters.sort(),
            parameters.size(),
            parameters.cursor());
    SearchResult result = engine.search(request);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    context.json(SearchView.of(result, notices(query, result), millis));
  }

  /** What was read leniently, and whether time ran out. */
  static List<Notice> notices(ParsedQuery query, SearchResult result) {
    List<Notice> notices = new ArrayList<>(query.notices());
    if (!result.total().exact()) {
      notices.add(new Notice("timed-out", "检索超时，只列出了时限内找到的部分，计数不完整；请缩小范围", 0, 0));
    }
    return notices;
  }
}
