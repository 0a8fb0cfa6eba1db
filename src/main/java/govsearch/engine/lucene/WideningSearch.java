package govsearch.engine.lucene;

import govsearch.engine.SearchResult;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/**
 * A search that goes on with most of the words where too few paragraphs have them all.
 *
 * <p>Words mode keeps its meaning as long as it finds anything: total, facets and pages are of
 * paragraphs with every term. If these do not fill a screen, others follow in a list of their own.
 * Only where none has every term, the whole search is one in loose mode, pages and all. Quotations,
 * fields, exclusions and filters are obeyed throughout.
 */
final class WideningSearch {

  /** As many as a person looks at before searching again, and as the ranking is judged by. */
  private static final int SCREEN = 10;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final QueryTranslator translator;
  private final Highlighter highlighter;
  private final SearchRequest request;

  WideningSearch(
      Snapshot snapshot,
      IndexSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      SearchRequest request) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.translator = translator;
    this.highlighter = highlighter;
    this.request = request;
  }

  SearchResult run() throws IOException {
    if (request.mode() != Mode.WORDS || !hasWords(request.query())) {
      return in(request.mode()).run();
    }
    ParagraphSearch loose = in(Mode.LOOSE);
    if (request.cursor() != null) {
      return loose.gave(request.cursor()) ? loose.run() : in(Mode.WORDS).run();
    }
    SearchResult result = in(Mode.WORDS).run();
    if (!result.total().exact()) {
      return result;
    }
    if (result.total().value() == 0) {
      SearchResult most = loose.run();
      return most.total().value() == 0 ? result : most;
    }
    int room = Math.min(SCREEN, request.size()) - result.hits().size();
    return room > 0 && request.sort() == SortOrder.RELEVANCE
        ? result.withPartial(loose.withoutThoseOf(Mode.WORDS, room))
        : result;
  }

  private ParagraphSearch in(Mode mode) {
    return new ParagraphSearch(snapshot, searcher, translator, highlighter, request, mode);
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
