package govsearch.engine.opensearch.read;

import govsearch.engine.SearchResult;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.search.Widening;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;

/** A search that goes on with most of the words, by the same rules as the embedded engine's. */
final class WideningSearch {
  private final Asked asked;
  private final SearchRequest request;
  private final Matching matching;

  WideningSearch(Asked asked, SearchRequest request) {
    this.asked = asked;
    this.request = request;
    this.matching = asked.matching(request.query(), request.filters(), request.presentation());
  }

  private ParagraphSearch in(Widening.Wider wider) {
    if (wider.width() == Width.USUAL) {
      return in(wider.mode());
    }
    Asked wide = asked.with(wider.width());
    return new ParagraphSearch(
        wide,
        request,
        request.query(),
        wide.matching(request.query(), request.filters(), request.presentation()),
        wider.mode());
  }

  private ParagraphSearch in(Mode mode) {
    return new ParagraphSearch(asked, request, request.query(), matching, mode);
  }

  SearchResult run() {
    if (request.mode() != Mode.WORDS) {
      return in(request.mode()).run();
    }
    if (!Widening.hasWords(request.query())) {
      return withUnquoted(in(Mode.WORDS).run());
    }
    String cursor = request.cursor();
    if (cursor != null) {
      return Widening.of(request.query()).stream()
          .map(this::in)
          .filter(search -> search.gave(cursor))
          .findFirst()
          .orElseGet(() -> in(Mode.WORDS))
          .run();
    }
    SearchResult result = in(Mode.WORDS).run();
    if (!result.total().exact()) {
      return result;
    }
    if (result.total().value() == 0) {
      return orWider(result);
    }
    int room = Widening.room(request, result);
    return room > 0 && request.sort() == SortOrder.RELEVANCE
        ? result.withPartial(
            in(Widening.FOLLOWING).withoutThoseOf(matching.shown(Mode.WORDS), room))
        : result;
  }

  /** Where quotations have some hits but few, what has most of their words follows. */
  private SearchResult withUnquoted(SearchResult result) {
    Query unquoted = Widening.unquoted(request.query());
    int room = Widening.room(request, result);
    if (request.cursor() != null
        || request.sort() != SortOrder.RELEVANCE
        || !result.total().exact()
        || result.hits().isEmpty()
        || room <= 0
        || unquoted.equals(request.query())) {
      return result;
    }
    Matching wide = asked.matching(unquoted, request.filters(), request.presentation());
    return result.withPartial(
        new ParagraphSearch(asked, request, unquoted, wide, Mode.MOST)
            .withoutThoseOf(matching.shown(Mode.WORDS), room));
  }

  /** What the least wide search finds that finds enough, or the widest. */
  private SearchResult orWider(SearchResult nothing) {
    int enough = Widening.enough(request.query());
    SearchResult best = nothing;
    for (Widening.Wider wider : Widening.of(request.query())) {
      SearchResult result = in(wider).run();
      if (result.total().value() > best.total().value()) {
        best = result;
      }
      if (result.total().value() >= enough || !result.total().exact()) {
        break;
      }
    }
    return best;
  }
}
