package govsearch.engine.opensearch.read;

import govsearch.engine.Hit;
import govsearch.engine.SearchResult;
import govsearch.query.FacetListing;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One search for paragraphs: what is found and what is counted are asked for together. */
final class ParagraphSearch {
  private record Key(String search, FacetListing listing) {}

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
            query.toString(),
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
    return run(total -> {});
  }

  /**
   * The same.
   *
   * @param counted is told how much is found as soon as that is known: before the page is read
   */
  SearchResult run(LongConsumer counted) {
    asked.scoring().prepare(query, mode);
    Pager pager = pager();
    Totals known = known();
    if (known != null) {
      counted.accept(known.total());
      Page page = page(pager);
      return result(page, hits(page, new Batch(asked.reader())), known);
    }
    Counts counts = counts();
    boolean isRead = pager instanceof RelevancePager && !counts.isSideways();
    Batch first = new Batch(asked.reader());
    pager.askWith(request.cursor(), request.size(), first);
    if (!isRead) {
      counts.askWith(first);
    }
    first.run();
    if (isRead && pager instanceof RelevancePager ranked) {
      Optional<List<Row>> everything = ranked.everything();
      return everything.isPresent()
          ? counted(ranked, everything.get(), counted)
          : countedMeanwhile(pager, counts);
    }
    counted.accept(counts.total());
    Page page = page(pager);
    Batch second = new Batch(asked.reader());
    counts.askForTheRestWith(second);
    List<Hit> hits = hits(page, second);
    return result(page, hits, remembered(counts.totals()));
  }

  /** Of few matches, all of which were read. */
  private SearchResult counted(RelevancePager pager, List<Row> rows, LongConsumer counted) {
    CountedRows all = new CountedRows(asked.reader(), rows);
    counted.accept(rows.size());
    Batch batch = new Batch(asked.reader());
    HitReader hits = asked.hits();
    Page page;
    HitReader.Parts parts;
    if (rows.isEmpty()) {
      page = page(pager);
      parts = hits.ask(rows, Map.of(), batch); // nothing
    } else if (rows.size() <= request.size()) { // whatever their order, all of them are shown
      Future<?> formula = Together.begin(() -> Formula.lookUp(asked.reader(), rows));
      parts = hits.ask(rows, all.inReport(), batch);
      batch.run();
      Together.await(formula);
      page = page(pager);
      all.take(hits, parts.stored());
    } else {
      page = page(pager);
      List<Row> shown = page.matches().stream().map(Page.Scored::row).toList();
      parts = hits.ask(shown, all.inReport(), batch);
      all.askWith(batch, matching.shown(mode));
      batch.run();
    }
    Totals totals =
        all.totals(
            pager::isLiteral, request.presentation().fold(), request.filters(), request.listing());
    return result(page, hits.hits(page.matches(), parts, query, mode), remembered(totals));
  }

  /** Of many, which the cluster counts while the page is read. */
  private SearchResult countedMeanwhile(Pager pager, Counts counts) {
    Future<Counts> counting = Together.begin(counts::ask);
    try {
      Page page = page(pager);
      List<Hit> hits = hits(page, new Batch(asked.reader()));
      return result(page, hits, remembered(Together.await(counting).totals()));
    } finally {
      counting.cancel(true);
    }
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

  private SearchResult result(Page page, List<Hit> hits, Totals totals) {
    return new SearchResult(
        mode,
        new SearchResult.Total(totals.total(), asked.reader().isComplete()),
        totals.folded(),
        totals.literal(),
        totals.summary(),
        hits,
        List.of(),
        totals.facets(),
        page.next(),
        false);
  }

  private Key key() {
    return new Key(fingerprint, request.listing());
  }

  /** What was counted for a page before, or for somebody else. */
  private @Nullable Totals known() {
    return (Totals) asked.reader().snapshot().counted().getIfPresent(key());
  }

  private Totals remembered(Totals totals) {
    if (asked.reader().isComplete()) {
      asked.reader().snapshot().counted().put(key(), totals);
    }
    return totals;
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
