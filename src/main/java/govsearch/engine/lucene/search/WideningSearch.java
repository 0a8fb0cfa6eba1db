package govsearch.engine.lucene.search;

import govsearch.engine.SearchResult;
import govsearch.engine.lucene.query.MeantQuery;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private final Hints hints;
  private @Nullable Wide wide;

  /**
   * What is asked where not all of it has to be there.
   *
   * @param asked with what was meant by what the collection does not have
   * @param by with what means nearly the same
   */
  private record Wide(Query asked, QueryTranslator by) {}

  public WideningSearch(
      Snapshot snapshot,
      LimitedSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      Hints hints,
      SearchRequest request) {
    this.hints = hints;
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
      Optional<ParagraphSearch> quoted = quotedAlone().filter(search -> search.gave(cursor));
      return quoted.isPresent() ? quoted.get().run() : in(Mode.WORDS).run();
    }
    SearchResult result = in(Mode.WORDS).run();
    if (!result.total().exact()) {
      return result;
    }
    if (result.total().value() == 0) {
      return orWider(result);
    }
    int room = Widening.room(request, result);
    if (room <= 0 || request.sort() != SortOrder.RELEVANCE) {
      return result;
    }
    ParagraphSearch wider = in(Widening.FOLLOWING);
    SearchResult both = withOthers(result, wider, room);
    return wider.knowsMeaning() ? both.byMeaning() : both;
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
    SearchRequest asked = asking(unquoted, null);
    Matching wide = matching(snapshot, searcher, translator, asked, unquoted);
    ParagraphSearch wider =
        new ParagraphSearch(snapshot, searcher, highlighter, wide, asked, Mode.MOST);
    return withOthers(result, wider, room);
  }

  /** With the best others, as far as there is time to look for them. */
  private SearchResult withOthers(SearchResult result, ParagraphSearch wider, int room)
      throws IOException {
    SearchResult both = result.withPartial(wider.withoutThoseOf(matching.shown(Mode.WORDS), room));
    return searcher.timedOut() ? both.cutShort() : both;
  }

  private SearchRequest asking(Query query, @Nullable String cursor) {
    return new SearchRequest(
        query,
        request.mode(),
        request.filters(),
        request.sort(),
        request.size(),
        cursor,
        request.presentation(),
        request.listing());
  }

  /**
   * What the least wide search finds that finds anything; for a sentence, that fills a screen, or
   * the widest. Where none has a quotation and any of the words beside it, those with the
   * quotation.
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
    if (best.total().value() > 0 || !best.total().exact()) {
      return best;
    }
    Optional<ParagraphSearch> quoted = quotedAlone();
    return quoted.isPresent() ? quoted.get().run() : best;
  }

  /** A search for what is quoted, whatever stands beside it. */
  private Optional<ParagraphSearch> quotedAlone() {
    return Widening.quotedAlone(request.query())
        .map(
            quoted -> {
              SearchRequest asked = asking(quoted, request.cursor());
              Matching matches = matching(snapshot, searcher, translator, asked, quoted);
              return new ParagraphSearch(
                  snapshot, searcher, highlighter, matches, asked, Mode.LOOSE);
            });
  }

  private ParagraphSearch in(Widening.Wider wider) throws IOException {
    Wide asked = wide();
    boolean isPlain = !asked.by().knowsMeaning() && asked.asked().equals(request.query());
    if (isPlain && wider.width() == Width.USUAL) {
      return in(wider.mode());
    }
    SearchRequest all = isPlain ? request : asking(asked.asked(), request.cursor());
    Matching matches =
        matching(snapshot, searcher, asked.by().with(wider.width()), all, all.query());
    return new ParagraphSearch(snapshot, searcher, highlighter, matches, all, wider.mode());
  }

  private Wide wide() throws IOException {
    Wide known = wide;
    if (known == null) {
      Query asked = request.query();
      boolean isNowhere = matching.shown(Mode.EXACT).count() == 0;
      MeantQuery near =
          Widening.isSentence(asked) ? hints.near(Widening.text(asked), request.filters()) : null;
      known = new Wide(isNowhere ? withMeant(asked) : asked, translator.with(near));
      wide = known;
    }
    return known;
  }

  /** With the phrases that were meant beside those that were typed. */
  private Query withMeant(Query asked) throws IOException {
    List<Query> parts =
        new ArrayList<>(asked instanceof Query.And and ? and.parts() : List.of(asked));
    for (Query part : List.copyOf(parts)) {
      if (part instanceof Query.Words typed) {
        boolean isMissing =
            part.equals(asked)
                && request.filters().isEmpty()
                && !request.presentation().substanceOnly();
        hints.slip(typed.text(), isMissing).map(Query.Words::new).ifPresent(parts::add);
      }
    }
    return parts.size() == 1 ? asked : new Query.And(parts);
  }

  private ParagraphSearch in(Mode mode) {
    return new ParagraphSearch(snapshot, searcher, highlighter, matching, request, mode);
  }
}
