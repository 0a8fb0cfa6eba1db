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
import java.util.List;

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

  /** As many as a person looks at before searching again, and as the ranking is judged by. */
  private static final int SCREEN = 10;

  /** A wider search. */
  private record Wider(Mode mode, Width width) {}

  /** Least wide first. */
  private static final List<Wider> WIDER =
      List.of(new Wider(Mode.MOST, Width.USUAL), new Wider(Mode.LOOSE, Width.USUAL));

  /** The same for a sentence, of which whoever says it otherwise has few words or none. */
  private static final List<Wider> WIDER_FOR_SENTENCES =
      List.of(
          new Wider(Mode.MOST, Width.USUAL),
          new Wider(Mode.MOST, Width.SOME),
          new Wider(Mode.LOOSE, Width.TOPIC));

  private static final Wider FOLLOWING = new Wider(Mode.MOST, Width.SOME);

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
    if (!hasWords(request.query())) {
      return withUnquoted(in(Mode.WORDS).run());
    }
    String cursor = request.cursor();
    if (cursor != null) {
      for (Wider wider : wider()) {
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
    int room = Math.min(SCREEN, request.size()) - result.hits().size();
    return room > 0 && request.sort() == SortOrder.RELEVANCE
        ? result.withPartial(in(FOLLOWING).withoutThoseOf(matching.shown(Mode.WORDS), room))
        : result;
  }

  /**
   * Where quotations have some hits but few, what has most of their words follows. Of one that has
   * none, that would look like an answer.
   */
  private SearchResult withUnquoted(SearchResult result) throws IOException {
    Query unquoted = unquoted(request.query());
    int room = Math.min(SCREEN, request.size()) - result.hits().size();
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

  /** The query with the words of its quotations; what is excluded stays quoted. */
  private static Query unquoted(Query query) {
    return switch (query) {
      case Query.Phrase phrase -> new Query.Words(phrase.text());
      case Query.And and ->
          new Query.And(and.parts().stream().map(WideningSearch::unquoted).toList());
      case Query.Or or -> new Query.Or(or.parts().stream().map(WideningSearch::unquoted).toList());
      case Query.Words words -> words;
      case Query.Not not -> not;
      case Query.Gapped gapped -> gapped;
      case Query.Near near -> near;
      case Query.FieldIs field -> field;
      case Query.Years years -> years;
      case Query.Everything everything -> everything;
    };
  }

  private List<Wider> wider() {
    return translator.isSentence(request.query()) ? WIDER_FOR_SENTENCES : WIDER;
  }

  /**
   * What the least wide search finds that finds anything; for a sentence, that fills a screen, or
   * the widest.
   */
  private SearchResult orWider(SearchResult nothing) throws IOException {
    List<Wider> all = wider();
    int enough = all.equals(WIDER) ? 1 : SCREEN;
    SearchResult best = nothing;
    for (Wider wider : all) {
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

  private ParagraphSearch in(Wider wider) {
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

  /** Whether some of what is asked for may be left out: unquoted text that is not excluded. */
  private static boolean hasWords(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.And and -> and.parts().stream().anyMatch(WideningSearch::hasWords);
      case Query.Or or -> or.parts().stream().anyMatch(WideningSearch::hasWords);
      case Query.Not not -> false;
      case Query.Phrase phrase -> false;
      case Query.Gapped gapped -> false;
      case Query.Near near -> false;
      case Query.FieldIs field -> false;
      case Query.Years years -> false;
      case Query.Everything everything -> false;
    };
  }
}
