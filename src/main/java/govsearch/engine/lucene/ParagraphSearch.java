package govsearch.engine.lucene;

import govsearch.engine.FacetCounts;
import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.grouping.AllGroupHeadsCollectorManager;
import org.apache.lucene.search.grouping.TermGroupSelector;
import org.apache.lucene.util.FixedBitSet;

/** One search for paragraphs on one snapshot: hits, exact totals and facets by drill-sideways. */
final class ParagraphSearch {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final QueryTranslator translator;
  private final Highlighter highlighter;
  private final SearchRequest request;

  /**
   * A search.
   *
   * @param searcher of this search alone, with its time limit
   */
  ParagraphSearch(
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
    Sort sort = Orders.of(request.sort());
    String fingerprint = fingerprint(request);
    FieldDoc after = Cursors.read(request.cursor(), sort, fingerprint);
    Query base = base();
    Query filtered = FilterQueries.filtered(base, request.filters(), null);
    Folds folds = request.presentation().fold() ? folds(filtered, sort) : null;

    // One hit more than asked for tells whether there is a next page.
    var top = new TopFieldCollectorManager(sort, request.size() + 1, after, Integer.MAX_VALUE);
    TopFieldDocs docs;
    FacetsCollector matching;
    if (folds == null) {
      Object[] collected =
          searcher.search(filtered, new MultiCollectorManager(top, new FacetsCollectorManager()));
      docs = (TopFieldDocs) collected[0];
      matching = (FacetsCollector) collected[1];
    } else {
      docs = searcher.search(restricted(filtered, folds), top);
      matching = searcher.search(filtered, new FacetsCollectorManager());
    }

    ScoreDoc[] page = page(docs);
    String next =
        page.length < docs.scoreDocs.length
            ? Cursors.after((FieldDoc) page[page.length - 1], sort, fingerprint, snapshot.version())
            : null;
    long total = folds == null ? docs.totalHits.value() : searcher.count(filtered);
    return new SearchResult(
        new SearchResult.Total(total, !searcher.timedOut()),
        docs.totalHits.value(),
        literalTotal(total),
        hits(page, filtered),
        facets(base, matching),
        next);
  }

  /** What matches the query, scored by substance, literal hits in a tier above the others. */
  private Query base() throws IOException {
    FormulaSentences formula = snapshot.formula();
    Query matching = translator.translate(request.query(), request.mode());
    Query fitting =
        new BooleanQuery.Builder()
            .add(matching, Occur.FILTER)
            .add(translator.scoring(request.query()), Occur.SHOULD)
            .build();
    Query scored = new FunctionScoreQuery(fitting, new SubstanceScore(formula));
    BooleanQuery.Builder base = new BooleanQuery.Builder().add(scored, Occur.MUST);
    if (request.mode() != Mode.EXACT) {
      Query exact = translator.translate(request.query(), Mode.EXACT);
      base.add(new ConstantScoreQuery(exact), Occur.SHOULD);
    }
    if (request.presentation().substanceOnly()) {
      base.add(new SubstanceQuery(formula), Occur.FILTER);
    }
    return base.build();
  }

  private Folds folds(Query query, Sort sort) throws IOException {
    var best = new AllGroupHeadsCollectorManager<>(() -> new TermGroupSelector(Fields.FOLD), sort);
    FixedBitSet heads = new FixedBitSet(searcher.getIndexReader().maxDoc());
    for (int doc : searcher.search(query, best).retrieveGroupHeads()) {
      heads.set(doc);
    }
    return new Folds(heads, searcher.getTopReaderContext());
  }

  private static Query restricted(Query query, Query to) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(to, Occur.FILTER).build();
  }

  private ScoreDoc[] page(TopFieldDocs docs) {
    int length = Math.min(request.size(), docs.scoreDocs.length);
    ScoreDoc[] page = new ScoreDoc[length];
    System.arraycopy(docs.scoreDocs, 0, page, 0, length);
    return page;
  }

  /** How many match with every term literal. */
  private long literalTotal(long total) throws IOException {
    if (request.mode() == Mode.EXACT || total == 0) {
      return total;
    }
    Query exact = translator.translate(request.query(), Mode.EXACT);
    Query shown =
        request.presentation().substanceOnly()
            ? restricted(exact, new SubstanceQuery(snapshot.formula()))
            : exact;
    return searcher.count(FilterQueries.filtered(shown, request.filters(), null));
  }

  private Map<FacetField, FacetCounts> facets(Query base, FacetsCollector matching)
      throws IOException {
    Map<FacetField, FacetCounts> facets = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      Filters.Selection selection = request.filters().on(field);
      var state = snapshot.facet(field);
      if (state == null) {
        facets.put(field, new FacetCounts(List.of(), 0));
        continue;
      }
      FacetsCollector sideways = selection.isEmpty() ? matching : sideways(base, field);
      facets.put(field, FacetCounter.count(field, state, sideways, selection));
    }
    return facets;
  }

  private FacetsCollector sideways(Query base, FacetField field) throws IOException {
    Query others = FilterQueries.filtered(base, request.filters(), field);
    return searcher.search(others, new FacetsCollectorManager());
  }

  private List<Hit> hits(ScoreDoc[] page, Query query) throws IOException {
    TopFieldCollector.populateScores(page, searcher, query);
    HitReader reader = new HitReader(snapshot, searcher, highlighter);
    List<Hit> hits = new ArrayList<>(page.length);
    for (ScoreDoc doc : page) {
      hits.add(reader.hit(doc.doc, doc.score, request.query(), request.mode()));
    }
    return hits;
  }

  /** What a cursor is bound to: all of the request but size and cursor. */
  private static String fingerprint(SearchRequest request) {
    return request.query()
        + "|"
        + request.mode()
        + "|"
        + request.filters()
        + "|"
        + request.sort()
        + "|"
        + request.presentation();
  }
}
