package govsearch.engine.lucene.search;

import govsearch.engine.FacetCounts;
import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.count.FacetCounter;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Matches;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** One search for paragraphs on one snapshot: hits, exact totals and facets by drill-sideways. */
final class ParagraphSearch {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final QueryTranslator translator;
  private final Highlighter highlighter;
  private final SearchRequest request;
  private final Mode mode;
  private final Sort sort;
  private final String fingerprint;
  private final MatchQuery matching;

  /**
   * A search.
   *
   * @param searcher of this search alone, with its time limit
   * @param mode how strictly it is done, whatever the request says
   */
  ParagraphSearch(
      Snapshot snapshot,
      IndexSearcher searcher,
      QueryTranslator translator,
      Highlighter highlighter,
      SearchRequest request,
      Mode mode) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.translator = translator;
    this.highlighter = highlighter;
    this.request = request;
    this.mode = mode;
    this.sort = Orders.of(request.sort());
    this.fingerprint = fingerprint(request, mode);
    this.matching =
        new MatchQuery(
            snapshot,
            searcher,
            translator,
            request.query(),
            mode,
            request.filters(),
            request.presentation());
  }

  /** Whether a cursor comes from this very search. */
  boolean gave(String cursor) {
    return Cursors.isOf(cursor, fingerprint);
  }

  SearchResult run() throws IOException {
    FieldDoc after = Cursors.read(request.cursor(), sort, fingerprint);
    Query base = matching.scored();
    Query filtered = matching.filtered(base);
    Matches all = Matches.of(searcher, filtered, sort.needsScores());
    Matches shown = matching.folded(all, request.sort());
    // One hit more than asked for tells whether there is a next page.
    TopFieldDocs docs = first(shown, filtered, request.size() + 1, after);

    ScoreDoc[] page = page(docs);
    String next =
        page.length < docs.scoreDocs.length
            ? Cursors.after((FieldDoc) page[page.length - 1], sort, fingerprint, snapshot.version())
            : null;
    long literal = literalTotal(all.count());
    Map<FacetField, FacetCounts> facets = facets(base, all);
    boolean complete = !searcher.timedOut(); // these counts as well
    return new SearchResult(
        mode,
        new SearchResult.Total(all.count(), complete),
        shown.count(),
        literal,
        hits(page),
        List.of(),
        facets,
        next);
  }

  /** The best hits of this search that are none in a stricter mode. */
  List<Hit> withoutThoseOf(Mode stricter, int count) throws IOException {
    Query others =
        new BooleanQuery.Builder()
            .add(matching.filtered(matching.scored()), Occur.MUST)
            .add(translator.translate(request.query(), stricter), Occur.MUST_NOT)
            .build();
    Matches all = Matches.of(searcher, others, sort.needsScores());
    return hits(first(matching.folded(all, request.sort()), others, count, null).scoreDocs);
  }

  /**
   * The first matches in the order asked for, with their scores. What was found in time is shown,
   * though the time be over.
   *
   * @param scoring the query that found them
   */
  private TopFieldDocs first(Matches matches, Query scoring, int count, @Nullable FieldDoc after)
      throws IOException {
    IndexSearcher untimed = new IndexSearcher(snapshot.reader());
    Query found = new MatchesQuery(matches, untimed.getTopReaderContext());
    TopFieldDocs first =
        untimed.search(found, new TopFieldCollectorManager(sort, count, after, Integer.MAX_VALUE));
    TopFieldCollector.populateScores(
        first.scoreDocs, untimed, sort.needsScores() ? found : scoring);
    return first;
  }

  private ScoreDoc[] page(TopFieldDocs docs) {
    int length = Math.min(request.size(), docs.scoreDocs.length);
    ScoreDoc[] page = new ScoreDoc[length];
    System.arraycopy(docs.scoreDocs, 0, page, 0, length);
    return page;
  }

  /** How many match with every term literal. */
  private long literalTotal(long total) throws IOException {
    if (mode == Mode.EXACT || total == 0) {
      return total;
    }
    Query exact = translator.translate(request.query(), Mode.EXACT);
    Query shown =
        request.presentation().substanceOnly()
            ? new BooleanQuery.Builder()
                .add(exact, Occur.MUST)
                .add(new SubstanceQuery(snapshot.formula()), Occur.FILTER)
                .build()
            : exact;
    return searcher.count(FilterQueries.filtered(shown, request.filters(), null));
  }

  private Map<FacetField, FacetCounts> facets(Query base, Matches all) throws IOException {
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      Filters.Selection selection = request.filters().on(field);
      FacetValues values = snapshot.facet(field);
      if (values == null) {
        facets.put(field, FacetCounts.NONE);
        continue;
      }
      Matches sideways = selection.isEmpty() ? all : sideways(base, field);
      FacetCounter counter = new FacetCounter(field, values, request.listing(), sideways);
      facets.put(field, counter.list(selection));
    }
    return facets;
  }

  private Matches sideways(Query base, FacetField field) throws IOException {
    return Matches.of(searcher, FilterQueries.filtered(base, request.filters(), field), false);
  }

  private List<Hit> hits(ScoreDoc[] page) throws IOException {
    HitReader reader = new HitReader(snapshot, searcher, highlighter);
    List<Hit> hits = new ArrayList<>(page.length);
    for (ScoreDoc doc : page) {
      hits.add(reader.hit(doc.doc, doc.score, request.query(), mode));
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
