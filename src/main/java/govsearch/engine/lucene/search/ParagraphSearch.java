package govsearch.engine.lucene.search;

import govsearch.engine.FacetCounts;
import govsearch.engine.Hit;
import govsearch.engine.MatchSummary;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.count.FacetCounter;
import govsearch.engine.lucene.count.FilteredMatches;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.count.WholeCounts;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * One search for paragraphs on one snapshot: hits, exact totals and facets by drill-sideways. What
 * is counted is counted over all matches, what is ordered over as few as the page needs.
 */
final class ParagraphSearch {

  /** Of fewer matches all is done before another thread has begun. */
  private static final int MANY = 1_000;

  /** So many hits are read at once in two parts. */
  private static final int READ_AT_ONCE = 6;

  private final Snapshot snapshot;
  private final LimitedSearcher searcher;
  private final Highlighter highlighter;
  private final SearchRequest request;
  private final Mode mode;
  private final Matching matching;
  private final String fingerprint;

  /**
   * A search.
   *
   * @param searcher of this search alone, with its time limit
   * @param mode how strictly it is done, whatever the request says
   */
  ParagraphSearch(
      Snapshot snapshot,
      LimitedSearcher searcher,
      Highlighter highlighter,
      Matching matching,
      SearchRequest request,
      Mode mode) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.highlighter = highlighter;
    this.matching = matching;
    this.request = request;
    this.mode = mode;
    this.fingerprint =
        fingerprint(request, mode)
            + "|"
            + matching.width()
            + (matching.knowsMeaning() ? "|meant" : "");
  }

  /** Whether a cursor comes from this very search. */
  boolean gave(String cursor) {
    return RelevancePager.gave(cursor, fingerprint);
  }

  /** Whether a learnt model takes part. */
  boolean knowsMeaning() {
    return matching.knowsMeaning();
  }

  /** What a page shows, and what is counted of all matches: neither needs anything of the other. */
  private sealed interface Part permits ShownPage, Counted {}

  private record ShownPage(List<Hit> hits, @Nullable String next) implements Part {}

  private record Counted(long folded, MatchSummary summary, Map<FacetField, FacetCounts> facets)
      implements Part {}

  SearchResult run() throws IOException {
    MatchSet shown = matching.shown(mode);
    if (isEverything()) {
      return everything(shown, folded(shown), page(shown));
    }
    FilteredMatches filtered = matching.filtered(mode);
    long literal = filtered.shown(matching.shown(Mode.EXACT)).count();
    List<Part> parts =
        shown.count() < MANY
            ? List.of(shownPage(shown), counted(filtered))
            : searcher.atOnce(List.of(() -> shownPage(shown), () -> counted(filtered)));
    ShownPage page = (ShownPage) parts.getFirst();
    Counted counted = (Counted) parts.getLast();
    return new SearchResult(
        mode,
        new SearchResult.Total(shown.count(), !searcher.timedOut()), // by what is counted as well
        counted.folded(),
        literal,
        counted.summary(),
        page.hits(),
        List.of(),
        counted.facets(),
        page.next(),
        matching.knowsMeaning());
  }

  private ShownPage shownPage(MatchSet shown) throws IOException {
    Page page = page(shown);
    return new ShownPage(
        hits(page.matches(), doc -> ReportWalk.inReportOf(doc, shown)), page.next());
  }

  private Page page(MatchSet shown) throws IOException {
    return shown.count() == 0 && request.cursor() == null
        ? Page.NONE
        : Pager.of(
                snapshot,
                matching,
                mode,
                request.sort(),
                shown,
                request.presentation(),
                fingerprint)
            .page(request.cursor(), request.size());
  }

  /** Uses nothing of {@link #matching}, which belongs to who makes the page. */
  private Counted counted(FilteredMatches matches) throws IOException {
    FilteredMatches.Counts counts = counts(matches);
    return new Counted(folded(matches.shown()), counts.summary(), facets(counts));
  }

  /** What the first page asks for: nothing of it has to be counted match by match. */
  private boolean isEverything() {
    return request.query() instanceof Query.Everything
        && request.filters().isEmpty()
        && !request.presentation().substanceOnly();
  }

  private SearchResult everything(MatchSet all, long folded, Page page) throws IOException {
    WholeCounts counts = WholeCounts.of(snapshot);
    return new SearchResult(
        mode,
        new SearchResult.Total(all.count(), !searcher.timedOut()), // the folded number as well
        folded,
        all.count(),
        counts.summary(),
        hits(page.matches(), doc -> ReportWalk.inReportOf(doc, all)),
        List.of(),
        request.listing().equals(FacetListing.ALL)
            ? counts.facets()
            : facets(counts(matching.filtered(mode))),
        page.next(),
        false);
  }

  private long folded(MatchSet shown) throws IOException {
    if (!request.presentation().fold()) {
      return shown.count();
    }
    Folds folds = new Folds(snapshot);
    return isEverything() ? folds.countAll(shown, searcher) : folds.count(shown, searcher);
  }

  /** The best hits of this search that are none of a stricter one. */
  List<Hit> withoutThoseOf(MatchSet stricter, int count) throws IOException {
    BestOthers others = new BestOthers(snapshot, matching, mode, stricter, request.presentation());
    return hits(others.best(count, fingerprint), others::inReportOf);
  }

  private FilteredMatches.Counts counts(FilteredMatches matches) {
    FacetListing listing = request.listing();
    boolean ofTowns =
        listing.regionParent() != null
            || listing.containing().containsKey(FacetField.REGION)
            || !request.filters().on(FacetField.REGION).isEmpty();
    return matches.counts(ofTowns);
  }

  private Map<FacetField, FacetCounts> facets(FilteredMatches.Counts counts) {
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : counts.byField().keySet()) {
      FacetCounter counter = counts.counter(field, snapshot.facet(field), request.listing());
      facets.put(field, counter.list(request.filters().on(field)));
    }
    return facets;
  }

  /** Tells how many matches there are in the report of a document. */
  private interface InReport {
    int of(int doc) throws IOException;
  }

  private List<Hit> hits(ScoreDoc[] page, InReport inReport) throws IOException {
    ScoreDoc[] byDocument = page.clone();
    Arrays.sort(byDocument, Comparator.comparingInt(doc -> doc.doc));
    int[] matching = new int[page.length];
    for (int i = 0; i < matching.length; i++) {
      matching[i] = inReport.of(byDocument[i].doc);
    }
    int middle = page.length < READ_AT_ONCE ? page.length : page.length / 2;
    List<Callable<Map<ScoreDoc, Hit>>> parts = new ArrayList<>();
    parts.add(() -> read(byDocument, matching, 0, middle, highlighter));
    if (middle < page.length) {
      Highlighter other = highlighter.forAnotherThread();
      parts.add(() -> read(byDocument, matching, middle, page.length, other));
    }
    IdentityHashMap<ScoreDoc, Hit> hits = new IdentityHashMap<>();
    searcher.atOnce(parts).forEach(hits::putAll);
    return Arrays.stream(page).map(hits::get).map(Objects::requireNonNull).toList();
  }

  /**
   * Reads some hits, in the order of their documents.
   *
   * @param matching how many there are in the report of each
   * @param by used by nobody else meanwhile
   */
  private Map<ScoreDoc, Hit> read(
      ScoreDoc[] found, int[] matching, int from, int to, Highlighter by) throws IOException {
    HitReader reader = new HitReader(snapshot, by);
    reader.ascending((long) to - from);
    IdentityHashMap<ScoreDoc, Hit> hits = new IdentityHashMap<>();
    for (int i = from; i < to; i++) {
      ScoreDoc one = found[i];
      hits.put(one, reader.hit(one.doc, one.score, matching[i], request.query(), mode));
    }
    return hits;
  }

  /** What a cursor is bound to: all of the request but size and cursor, and the mode used. */
  private static String fingerprint(SearchRequest request, Mode used) {
    return request.query()
        + "|"
        + request.mode()
        + "|"
        + used
        + "|"
        + request.filters()
        + "|"
        + request.sort()
        + "|"
        + request.presentation();
  }
}
