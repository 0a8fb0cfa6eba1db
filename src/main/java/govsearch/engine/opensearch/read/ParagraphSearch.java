package govsearch.engine.opensearch.read;

import govsearch.engine.FacetCounts;
import govsearch.engine.Hit;
import govsearch.engine.MatchSummary;
import govsearch.engine.SearchResult;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** One search for paragraphs: its page and its counts are asked for side by side. */
final class ParagraphSearch {
  private record Whole(Object what) {}

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
    List<Callable<Object>> works = new ArrayList<>();
    works.add(this::page);
    works.add(this::counted);
    List<Object> done = Reader.together(works);
    Page page = (Page) done.get(0);
    Counted counted = (Counted) done.get(1);
    List<Hit> hits = asked.hits().hits(page.matches(), matching.shown(mode), query, mode);
    return new SearchResult(
        mode,
        new SearchResult.Total(counted.total, asked.reader().isComplete()),
        counted.folded,
        counted.literal,
        counted.summary,
        hits,
        List.of(),
        counted.facets,
        page.next());
  }

  private Page page() {
    return Pager.of(
            asked.reader(),
            matching,
            asked.scoring(),
            query,
            mode,
            request.sort(),
            request.presentation(),
            fingerprint)
        .page(request.cursor(), request.size());
  }

  private Counted counted() {
    Presentation presentation = request.presentation();
    boolean everything =
        query instanceof Query.Everything
            && request.filters().isEmpty()
            && !presentation.substanceOnly();
    return everything && asked.reader().isComplete()
        ? asked
            .reader()
            .snapshot()
            .whole(new Whole(List.of(request.listing(), presentation.fold())), this::count)
        : count();
  }

  private Counted count() {
    Map<String, Object> shown = matching.shown(mode);
    boolean fold = request.presentation().fold();
    List<Callable<Object>> works = new ArrayList<>();
    works.add(
        () ->
            new Counts(
                asked.reader(),
                matching.unfiltered(mode),
                mode == Mode.EXACT ? null : matching.unfiltered(Mode.EXACT),
                request.filters(),
                true));
    works.add(() -> distinct(shown, Columns.REPORT));
    works.add(() -> fold ? distinct(shown, Columns.FOLD) : 0L);
    List<Object> done = Reader.together(works);
    Counts counts = (Counts) done.get(0);
    return new Counted(
        counts.total(),
        mode == Mode.EXACT ? counts.total() : counts.literal(),
        fold ? (Long) done.get(2) : counts.total(),
        counts.summary((Long) done.get(1)),
        counts.facets(request.listing()));
  }

  private long distinct(Map<String, Object> shown, String column) {
    return new Distinct(asked.reader()).of(Indices.Kind.PARAGRAPHS, shown, column);
  }

  /** The best hits of this search that are none of a stricter one. */
  List<Hit> withoutThoseOf(Map<String, Object> stricter, int count) {
    Map<String, Object> others = Clauses.filter(matching.shown(mode), Clauses.not(stricter));
    RelevancePager pager =
        new RelevancePager(
            asked.reader(),
            List.of(others),
            asked.scoring().of(query, mode),
            request.presentation(),
            fingerprint);
    return asked.hits().hits(pager.page(null, count).matches(), others, query, mode);
  }
}
