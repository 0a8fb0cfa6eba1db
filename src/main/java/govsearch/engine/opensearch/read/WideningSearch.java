package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.search.Widening;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return wider.width() == Width.USUAL
        ? in(wider.mode())
        : wide(asked.with(wider.width()), request.query(), wider.mode());
  }

  private ParagraphSearch wide(Asked with, Query query, Mode mode) {
    Matching wide = with.matching(query, request.filters(), request.presentation());
    return new ParagraphSearch(with, request, query, wide, mode);
  }

  private ParagraphSearch in(Mode mode) {
    return new ParagraphSearch(asked, request, request.query(), matching, mode);
  }

  SearchResult run() {
    if (request.mode() != Mode.WORDS) {
      return in(request.mode()).run();
    }
    if (!Widening.hasWords(request.query())) {
      return withUnquoted();
    }
    String cursor = request.cursor();
    if (cursor != null) {
      return Stream.concat(
              Widening.of(request.query()).stream().map(this::in), quotedAlone().stream())
          .filter(search -> search.gave(cursor))
          .findFirst()
          .orElseGet(() -> in(Mode.WORDS))
          .run();
    }
    SearchResult result = followed(request.query(), Widening.FOLLOWING);
    return result.total().exact() && result.total().value() == 0 ? orWider(result) : result;
  }

  /** Where quotations have some hits but few, what has most of their words follows. */
  private SearchResult withUnquoted() {
    Query unquoted = Widening.unquoted(request.query());
    if (request.cursor() != null || unquoted.equals(request.query())) {
      return in(Mode.WORDS).run();
    }
    return followed(unquoted, new Widening.Wider(Mode.MOST, Width.USUAL));
  }

  /** A search, and where it has some hits but few what follows these. */
  private SearchResult followed(Query by, Widening.Wider wider) {
    Callable<List<Hit>> others =
        () ->
            wide(asked.beside().with(wider.width()), by, wider.mode())
                .withoutThoseOf(matching.shown(Mode.WORDS), Widening.screen(request));
    try (Following following = new Following(others)) {
      SearchResult result = in(Mode.WORDS).run(following::foreseen);
      int room = Widening.room(request, result);
      boolean isFollowed =
          result.total().exact()
              && result.total().value() > 0
              && room > 0
              && request.sort() == SortOrder.RELEVANCE;
      return isFollowed ? result.withPartial(following.first(room)) : result;
    }
  }

  /**
   * What follows a search's own hits: looked for while these are read, where there will be room for
   * it.
   */
  private final class Following implements AutoCloseable {
    private final Callable<List<Hit>> others;
    private @Nullable Future<List<Hit>> begun;

    Following(Callable<List<Hit>> others) {
      this.others = others;
    }

    void foreseen(long total) {
      boolean isFew = total > 0 && total < Widening.screen(request);
      if (isFew && request.sort() == SortOrder.RELEVANCE && asked.reader().isComplete()) {
        begun = Together.begin(others);
      }
    }

    List<Hit> first(int count) {
      Future<List<Hit>> waited = begun == null ? Together.begin(others) : begun;
      begun = null;
      List<Hit> all = Together.await(waited);
      return all.subList(0, Math.min(count, all.size()));
    }

    @Override
    public void close() {
      if (begun != null) {
        begun.cancel(true);
      }
    }
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
    if (best.total().value() > 0 || !best.total().exact()) {
      return best;
    }
    return quotedAlone().map(ParagraphSearch::run).orElse(best);
  }

  /** A search for what is quoted, whatever stands beside it. */
  private Optional<ParagraphSearch> quotedAlone() {
    return Widening.quotedAlone(request.query()).map(quoted -> wide(asked, quoted, Mode.LOOSE));
  }
}
