package govsearch.engine.lucene.search;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Pages of matches in the order of relevance.
 *
 * <p>The best {@value #WINDOW} by tier and text score, which Lucene finds without looking at most
 * of the others, are the window: they are weighed by substance, put in order and folded. Whoever
 * reads on gets the others behind them in the order of the text score, so that any result can be
 * read to its end at the cost of its pages. Of what says the same and stands behind the window only
 * the first in the index is shown, and nothing that the window shows already.
 */
final class RelevancePager implements Pager {

  /** As many as anybody looks through; a power of the usual page, times what folding takes. */
  static final int WINDOW = 400;

  private static final String BEHIND = "|behind";

  private final Snapshot snapshot;
  private final List<MatchSet> tiers;
  private final Query scoring;
  private final boolean fold;
  private final String request;
  private final Folds folds;
  private final Substance substance;

  /** Where the window ends. */
  private int lastTier;

  private @Nullable ScoreDoc last;
  private @Nullable List<Ranked> window;

  /**
   * Pages of one request.
   *
   * @param tiers the best first, nothing in two of them
   * @param scoring how well a match fits
   * @param request that cursors are bound to
   */
  RelevancePager(
      Snapshot snapshot, List<MatchSet> tiers, Query scoring, boolean fold, String request) {
    this.snapshot = snapshot;
    this.tiers = tiers;
    this.scoring = scoring;
    this.fold = fold;
    this.request = request;
    this.folds = new Folds(snapshot);
    this.substance = new Substance(snapshot);
  }

  /** Whether a cursor was given by such a request. */
  static boolean gave(String cursor, String request) {
    return Cursors.isOf(cursor, request) || Cursors.isOf(cursor, request + BEHIND);
  }

  @Override
  public Page page(@Nullable String cursor, int size) throws IOException {
    if (cursor != null && Cursors.isOf(cursor, request + BEHIND)) {
      FieldDoc from = Cursors.read(cursor, Orders.BEHIND, request + BEHIND);
      return behind(from, size, new ArrayList<>());
    }
    FieldDoc after = Cursors.read(cursor, Orders.RELEVANCE, request);
    List<ScoreDoc> page = new ArrayList<>();
    Ranked at = null;
    for (Ranked one : window()) {
      if (after != null && !isBehind(one, after)) {
        continue;
      }
      if (page.size() == size) {
        return new Page(array(page), cursor(at));
      }
      page.add(new ScoreDoc(one.doc(), one.score()));
      at = one;
    }
    return isWhole() ? new Page(array(page), null) : behind(null, size, page);
  }

  private boolean isBehind(Ranked one, FieldDoc after) throws IOException {
    float score = (Float) after.fields[0];
    if (one.score() != score) {
      return one.score() < score;
    }
    int report = one.report().compareTo((BytesRef) after.fields[1]);
    return report != 0 ? report > 0 : ordinal(one.doc()) > (Integer) after.fields[2];
  }

  private int ordinal(int doc) {
    var leaf = snapshot.leaf(doc);
    var segment = snapshot.segment(leaf);
    int local = doc - leaf.docBase;
    return local - segment.head(segment.reportOf(local));
  }

  private String cursor(@Nullable Ranked at) {
    if (at == null) {
      throw new IllegalStateException("no page is empty while there is more");
    }
    Object[] values = {at.score(), at.report(), ordinal(at.doc())};
    return Cursors.after(
        new FieldDoc(at.doc(), at.score(), values), Orders.RELEVANCE, request, snapshot.version());
  }

  /** Whether the window holds everything. */
  private boolean isWhole() {
    return tiers.stream().mapToLong(MatchSet::count).sum() <= WINDOW;
  }

  /** The first matches in order, folded. */
  List<Ranked> window() throws IOException {
    if (window == null) {
      List<Ranked> all = new ArrayList<>();
      for (int tier = 0; tier < tiers.size() && all.size() < WINDOW; tier++) {
        ScoreDoc[] found = best(tier, WINDOW - all.size(), null);
        all.addAll(substance.weigh(found, tiers.size() - 1 - tier));
        if (found.length > 0) {
          lastTier = tier;
          last = found[found.length - 1];
        }
      }
      Collections.sort(all, Ranked.ORDER);
      window = fold ? folded(all) : all;
    }
    return window;
  }

  private static List<Ranked> folded(List<Ranked> ordered) {
    Set<Long> seen = new HashSet<>();
    List<Ranked> first = new ArrayList<>();
    for (Ranked one : ordered) {
      if (seen.add(one.fold())) {
        first.add(one);
      }
    }
    return first;
  }

  /** The best of a tier by text score; what passes over them stops where none can be better. */
  private ScoreDoc[] best(int tier, int count, @Nullable ScoreDoc after) throws IOException {
    MatchSet matches = tiers.get(tier);
    if (matches.count() == 0) {
      return new ScoreDoc[0];
    }
    Query scored =
        new BooleanQuery.Builder()
            .add(new MatchSetQuery(matches), Occur.FILTER)
            .add(scoring, Occur.SHOULD)
            .build();
    // What was found in time is shown, though the time be over.
    IndexSearcher untimed = new IndexSearcher(snapshot.reader());
    int most = (int) Math.min(count, matches.count());
    return untimed.search(scored, new TopScoreDocCollectorManager(most, after, most)).scoreDocs;
  }

  /**
   * Goes on behind the window.
   *
   * @param from where the page before ended; null for the end of the window
   * @param page what it begins with
   */
  private Page behind(@Nullable FieldDoc from, int size, List<ScoreDoc> page) throws IOException {
    List<Ranked> shown = window();
    int tier = from == null ? lastTier : (Integer) from.fields[0];
    ScoreDoc after =
        from == null ? last : new ScoreDoc((Integer) from.fields[2], (Float) from.fields[1]);
    if (tier < 0 || tier >= tiers.size()) {
      throw new InvalidCursorException();
    }
    Set<Long> ofWindow = new HashSet<>();
    shown.forEach(one -> ofWindow.add(one.fold()));
    while (tier < tiers.size()) {
      ScoreDoc[] found = best(tier, 2 * size + 1, after);
      if (found.length == 0) {
        tier++;
        after = null;
        continue;
      }
      for (ScoreDoc one : found) {
        if (fold && !isFirstBehind(one.doc, ofWindow)) {
          after = one;
          continue;
        }
        if (page.size() == size) {
          return new Page(array(page), cursor(tier, after));
        }
        page.addAll(weighed(one, tier));
        after = one;
      }
    }
    return new Page(array(page), null);
  }

  private List<ScoreDoc> weighed(ScoreDoc one, int tier) throws IOException {
    return substance.weigh(new ScoreDoc[] {one}, tiers.size() - 1 - tier).stream()
        .map(ranked -> new ScoreDoc(ranked.doc(), ranked.score()))
        .toList();
  }

  private String cursor(int tier, @Nullable ScoreDoc after) {
    // Behind what no document has: the tier from its beginning.
    float score = after == null ? Float.MAX_VALUE : after.score;
    int doc = after == null ? 0 : after.doc;
    Object[] values = {tier, score, doc};
    return Cursors.after(
        new FieldDoc(doc, score, values), Orders.BEHIND, request + BEHIND, snapshot.version());
  }

  /** Whether a match behind the window stands for all that say the same. */
  private boolean isFirstBehind(int doc, Set<Long> ofWindow) throws IOException {
    long print = folds.of(doc);
    if (ofWindow.contains(print)) {
      return false;
    }
    if (folds.isAlone(print)) {
      return true;
    }
    int[] first = {-1};
    folds.visit(
        print,
        (leaf, local) -> {
          boolean matches = tiers.stream().anyMatch(tier -> contains(tier, leaf.ord, local));
          first[0] = matches ? leaf.docBase + local : -1;
          return !matches;
        });
    return first[0] == doc;
  }

  private static boolean contains(MatchSet matches, int segment, int doc) {
    var bits = matches.bits(segment);
    return bits != null && bits.get(doc);
  }

  private static ScoreDoc[] array(List<ScoreDoc> page) {
    return page.toArray(ScoreDoc[]::new);
  }
}
