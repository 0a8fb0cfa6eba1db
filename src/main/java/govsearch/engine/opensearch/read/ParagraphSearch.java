package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.Hit;
import govsearch.engine.MatchSummary;
import govsearch.engine.SearchResult;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One search for paragraphs: what is found and what is counted are asked for together. */
final class ParagraphSearch {
  private record Key(String search, FacetListing listing) {}

  /** What is counted of a search. */
  private record Counted(
      long total,
      long literal,
      long folded,
      MatchSummary summary,
      Map<FacetField, FacetCounts> facets) {}

  private final Asked asked;
  private final SearchRequest request;
  private final Query query;
  private final Mode mode;
  private final Matching matching;
  private final String fingerprint;

  /**
   * A search.
   *
   * @param query what is looked for, whatever the request says
   * @param mode how strictly, whatever the request says
   */
  ParagraphSearch(Asked asked, SearchRequest request, Query query, Matching matching, Mode mode) {
    this.asked = asked;
    this.request = request;
    this.query = query;
    this.mode = mode;
    this.matching = matching;
    this.fingerprint =
        String.join(
            "|",
            request.query().toString(),
            request.mode().toString(),
            mode.toString(),
            request.filters().toString(),
            request.sort().toString(),
            request.presentation().toString(),
            asked.width().toString());
  }

  /** Whether a cursor comes from this very search. */
  boolean gave(String cursor) {
    return RelevancePager.gave(cursor, fingerprint);
  }

  SearchResult run() {
    asked.scoring().prepare(query, mode);
    Pager pager = pager();
    Counted known = known();
    if (known != null) {
      Page page = page(pager);
      return result(page, hits(page, new Batch(asked.reader())), known);
    }
    Counts counts = counts();
    Batch first = new Batch(asked.reader());
    pager.askWith(request.cursor(), request.size(), first);
    counts.askWith(first);
    first.run();
    Page page = page(pager);
    if (pager instanceof RelevancePager ranked) {
      ranked.folded().ifPresent(counts::knowFolded);
    }
    Batch second = new Batch(asked.reader());
    counts.askForTheRestWith(second);
    List<Hit> hits = hits(page, second);
    return result(page, hits, remembered(counts));
  }

  private Pager pager() {
    return Pager.of(
        asked.reader(),
        matching,
        asked.scoring(),
        query,
        mode,
        request.sort(),
        request.presentation(),
        fingerprint);
  }

  private Page page(Pager pager) {
    return pager.page(request.cursor(), request.size());
  }

  /** The hits of a page, asked for with a batch, which is run. */
  private List<Hit> hits(Page page, Batch batch) {
    return asked.hits().hits(page.matches(), matching.shown(mode), query, mode, batch);
  }

  private SearchResult result(Page page, List<Hit> hits, Counted counted) {
    return new SearchResult(
        mode,
        new SearchResult.Total(counted.total, asked.reader().isComplete()),
        counted.folded,
        counted.literal,
        counted.summary,
        hits,
        List.of(),
        counted.facets,
        page.next(),
        false);
  }

  private Key key() {
    return new Key(fingerprint, request.listing());
  }

  /** What was counted for a page before, or for somebody else. */
  private @Nullable Counted known() {
    return (Counted) asked.reader().snapshot().counted().getIfPresent(key());
  }

  private Counted remembered(Counts counts) {
    Counted counted =
        new Counted(
            counts.total(), counts.literal(), counts.folded(), counts.summary(), counts.facets());
    if (asked.reader().isComplete()) {
      asked.reader().snapshot().counted().put(key(), counted);
    }
    return counted;
  }

  private Counts counts() {
    return new Counts(
        asked.reader(),
        matching.unfiltered(mode),
        matching.unfiltered(Mode.EXACT),
        request.filters(),
        request.listing(),
        request.presentation().fold());
  }

  /** The best hits of this search that are none of a stricter one. */
  List<Hit> withoutThoseOf(Map<String, Object> stricter, int count) {
    asked.scoring().prepare(query, mode);
    Map<String, Object> others = Clauses.filter(matching.shown(mode), Clauses.not(stricter));
    Ranking ranking = new Ranking(others, List.of(), asked.scoring().of(query, mode));
    RelevancePager pager =
        new RelevancePager(asked.reader(), ranking, request.presentation(), fingerprint);
    List<Page.Scored> best = pager.page(null, count).matches();
    return asked.hits().hits(best, others, query, mode, new Batch(asked.reader()));
  }
}
