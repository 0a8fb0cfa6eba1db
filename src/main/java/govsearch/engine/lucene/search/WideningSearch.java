package govsearch.engine.lucene.search;

import govsearch.engine.SearchResult;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;

/**
 * A search that goes on with most of the words where too few paragraphs have them all.
 *
 * <p>Words mode keeps its meaning as long as it finds anything: total, facets and pages are of
 * paragraphs with every term. If these do not fill a screen, others follow in a list of their own.
 * Only where none has every term, the whole search is one for most of them, pages and all, and
 * where none has even these, one for what says the same in other words; a sentence, which few words
 * of it answer, goes on until a screen is full, at last by what is about the same matter.
 * Quotations, fields, exclusions and filters are obeyed throughout.
 *
 * <p>Other words are the last resort, since the golden file's questions are answered a little worse
 * with them among the first ten (nDCG@10 lower by 0.006): who wants them asks for loose mode.
 */
public final class WideningSearch {

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final Matching matching;
  private final Highlighter highlighter;
  private final SearchRequest request;
  private final QueryTranslator translator;

  public WideningSearch(
      Snapshot snapshot,
      LimitedSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      SearchRequest request) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.translator = translator;
    this.highlighter = highlighter;
    this.request = request;
    this.matching = matching(snapshot, searcher, translator, request, request.query());
  }

  private static Matching matching(
      Snapshot snapshot,
      LimitedSearcher searcher,
      QueryTranslator translator,
      SearchRequest request,
      Query query) {
    return new Matching(
        snapshot, searcher, translator, query, request.filters(), request.presentation());
  }

  public SearchResult run() throws IOException {
    if (request.mode() != Mode.WORDS) {
      return in(request.mode()).run();
    }
    if (!Widening.hasWords(request.query())) {
      return withUnquoted(in(Mode.WORDS).run());
    }
    String cursor = request.cursor();
    if (cursor != null) {
      for (Widening.Wider wider : Widening.of(request.query())) {
        ParagraphSearch search = in(wider);
        if (search.gave(cursor)) {
          return search.run();
        }
      }
      return in(Mode.WORDS).run();
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

  /**
   * Where quotations have some hits but few, what has most of their words follows. Of one that has
   * none, that would look like an answer.
   */
  private SearchResult withUnquoted(SearchResult result) throws IOException {
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
    SearchRequest asked = asking(unquoted);
    Matching wide = matching(snapshot, searcher, translator, asked, unquoted);
    ParagraphSearch wider =
        new ParagraphSearch(snapshot, searcher, highlighter, wide, asked, Mode.MOST);
    return result.withPartial(wider.withoutThoseOf(matching.shown(Mode.WORDS), room));
  }

  private SearchRequest asking(Query query) {
    return new SearchRequest(
        query,
        request.mode(),
        request.filters(),
        request.sort(),
        request.size(),
        null,
        request.presentation(),
        request.listing());
  }

  /**
   * What the least wide search finds that finds anything; for a sentence, that fills a screen, or
   * the widest.
   */
  private SearchResult orWider(SearchResult nothing) throws IOException {
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

  private ParagraphSearch in(Widening.Wider wider) {
    if (wider.width() == Width.USUAL) {
      return in(wider.mode());
    }
    Matching wide =
        matching(snapshot, searcher, translator.with(wider.width()), request, request.query());
    return new ParagraphSearch(snapshot, searcher, highlighter, wide, request, wider.mode());
  }

  private ParagraphSearch in(Mode mode) {
    return new ParagraphSearch(snapshot, searcher, highlighter, matching, request, mode);
  }
}
