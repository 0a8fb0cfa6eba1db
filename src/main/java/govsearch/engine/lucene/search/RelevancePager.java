package govsearch.engine.lucene.search;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.engine.lucene.snapshot.Orders;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Presentation;
import govsearch.query.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Pages of matches in the order of relevance.
 *
 * <p>The best {@value #WINDOW} by tier and by the score of their words, which Lucene finds without
 * looking at most of the others, are the window: they are scored by all that tells, weighed by
 * substance, put in order and folded. Whoever reads on gets the others behind them in the order in
 * which they were found, so that any result can be read to its end at the cost of its pages. Of
 * what says the same and stands behind the window only the first in the order of reports is shown,
 * and nothing that the window shows already. Of a report of which the window shows as many as are
 * wanted, what stands behind it is left out.
 */
final class RelevancePager implements Pager {

  /** As many as anybody looks through: ten pages of the usual length. */
  static final int WINDOW = 200;

  private static final int MOST_AT_ONCE = 20_000;
  private static final String BEHIND = "|behind";

  private final Snapshot snapshot;
  private final List<MatchSet> tiers;
  private final Query first;
  private final Query words;
  private final Query scoring;
  private final int most;
  private final boolean fold;
  private final int perReport;
  private final String request;
  private final Folds folds;
  private final Substance substance;
  private final ReportOrder order;

  /** Of the same score by report and by place in it. */
  private final Comparator<Ranked> bestFirst;

  /** Where the window ends. */
  private int lastTier;

  private @Nullable Candidate last;

  /** How many of the window are of each report, by its head. */
  private final Map<Integer, Integer> ofReport = new HashMap<>();

  private @Nullable List<Ranked> window;

  /**
   * Pages of one request.
   *
   * @param most how many are scored by all that tells, and put in order; the usual is {@link
   *     #WINDOW}
   * @param tiers the best first, nothing in two of them
   * @param first by which the best of the first tier are found
   * @param words by which the best of the others are found
   * @param scoring how well a match fits
   * @param substance how it is weighed
   * @param request that cursors are bound to
   */
  RelevancePager(
      Snapshot snapshot,
      List<MatchSet> tiers,
      Query first,
      Query words,
      Query scoring,
      Substance substance,
      int most,
      Presentation presentation,
      String request) {
    this.most = most;
    this.snapshot = snapshot;
    this.tiers = tiers;
    this.first = first;
    this.words = words;
    this.scoring = scoring;
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
    this.request = request;
    this.folds = new Folds(snapshot);
    this.substance = substance;
    this.order = new ReportOrder(snapshot, SortOrder.RELEVANCE);
    this.bestFirst =
        Comparator.comparing(Ranked::score, Comparator.reverseOrder())
            .thenComparing(Ranked::place, order::compare)
            .thenComparingInt(Ranked::doc);
  }

  /** Whether a cursor was given by such a request. */
  static boolean gave(String cursor, String request) {
    return Cursors.isOf(cursor, request) || Cursors.isOf(cursor, request + BEHIND);
  }

  @Override
  public Page page(@Nullable String cursor, int size) throws IOException {
    if (cursor != null && Cursors.isOf(cursor, request + BEHIND)) {
      return behind(Cursors.read(cursor, Orders.BEHIND, request + BEHIND), size, new ArrayList<>());
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

  private boolean isBehind(Ranked one, FieldDoc after) {
    float score = (Float) after.fields[0];
    if (one.score() != score) {
      return one.score() < score;
    }
    int report = order.id(one.place()).compareTo((BytesRef) after.fields[1]);
    return report != 0 ? report > 0 : ordinal(one) > (Integer) after.fields[2];
  }

  private static int ordinal(Ranked one) {
    return one.doc() - one.place().head();
  }

  private String cursor(@Nullable Ranked at) {
    if (at == null) {
      throw new IllegalStateException("no page is empty while there is more");
    }
    Object[] values = {at.score(), order.id(at.place()), ordinal(at)};
    return cursor(at.doc(), values, Orders.RELEVANCE, request);
  }

  private String cursor(int doc, @Nullable Object[] values, Sort keys, String bound) {
    return Cursors.after(new FieldDoc(doc, 0, values), keys, bound, snapshot.version());
  }

  /** Whether the window holds everything. */
  private boolean isWhole() {
    return tiers.stream().mapToLong(MatchSet::count).sum() <= most;
  }

  /** The first matches in order, folded. */
  private List<Ranked> window() throws IOException {
    if (window == null) {
      // All of a few are weighed before it is seen which of those that say the same is the best.
      boolean foldFirst = fold && !isWhole();
      List<Ranked> all = new ArrayList<>();
      for (int tier = 0; tier < tiers.size() && all.size() < most; tier++) {
        List<Candidate> found =
            isWhole() ? all(tiers.get(tier)) : best(tier, most - all.size(), foldFirst, null);
        all.addAll(weighed(found, tier));
        if (!found.isEmpty()) {
          lastTier = tier;
          last = found.getLast();
        }
      }
      all.sort(bestFirst);
      window = shown(all);
    }
    return window;
  }

  /** Of what says the same the first, and of a report no more than wanted. */
  private List<Ranked> shown(List<Ranked> ordered) throws IOException {
    Set<Long> seen = new HashSet<>();
    List<Ranked> first = new ArrayList<>();
    for (Ranked one : ordered) {
      if (fold && seen.contains(one.fold())) {
        continue;
      }
      int head = one.place().head();
      int listed = ofReport.getOrDefault(head, 0);
      if (listed >= perReport && mayBeLeftOut(one.fold())) {
        continue;
      }
      seen.add(one.fold());
      ofReport.put(head, listed + 1);
      first.add(one);
    }
    return first;
  }

  /** Whether a match too many of its report stands for no other report. */
  private boolean mayBeLeftOut(long print) throws IOException {
    return perReport > 0 && (!fold || folds.isAlone(print));
  }

  /** The best of a tier by their words; what passes over them stops where none can be better. */
  private List<Candidate> best(int tier, int count, boolean folding, @Nullable Candidate after)
      throws IOException {
    MatchSet matches = tiers.get(tier);
    if (matches.count() == 0) {
      return List.of();
    }
    int most = (int) Math.min(count, matches.count());
    return untimed()
        .search(
            scored(matches, tier == 0 ? first : words),
            new Candidates(snapshot, order, most, folding, after).manager());
  }

  /** So few that none need be found, in no order. */
  private List<Candidate> all(MatchSet matches) {
    List<Candidate> all = new ArrayList<>((int) matches.count());
    matches.forEachReport(
        (leaf, segment, report, bits, from, to) -> {
          ReportOrder.Place place = new ReportOrder.Place(leaf, segment, report);
          for (int doc = bits.nextSetBit(from);
              doc < Math.min(to, bits.length());
              doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : bits.length()) {
            all.add(new Candidate(leaf.docBase + doc, 0, place));
          }
        });
    return all;
  }

  /** Scores some of a tier by all that tells, and weighs them by substance. */
  private List<Ranked> weighed(List<Candidate> found, int tier) throws IOException {
    if (found.isEmpty()) {
      return List.of();
    }
    MatchSet some = MatchSet.of(snapshot, found.stream().mapToInt(Candidate::doc).toArray());
    Candidates all = new Candidates(snapshot, order, found.size(), false, null);
    ScoreDoc[] scored =
        untimed().search(scored(some, scoring), all.manager()).stream()
            .map(one -> new ScoreDoc(one.doc(), one.score()))
            .toArray(ScoreDoc[]::new);
    return substance.weigh(scored, tiers.size() - 1 - tier);
  }

  private Query scored(MatchSet matches, Query by) throws IOException {
    if (by instanceof TermQuery term
        && !snapshot.reader().hasDeletions()
        && snapshot.reader().docFreq(term.getTerm()) == matches.count()) {
      return by; // it matches these and no others
    }
    return new BooleanQuery.Builder()
        .add(new MatchSetQuery(matches), Occur.FILTER)
        .add(by, Occur.SHOULD)
        .build();
  }

  /** What was found in time is shown, though the time be over. */
  private IndexSearcher untimed() {
    return new IndexSearcher(snapshot.reader());
  }

  /**
   * Goes on behind the window.
   *
   * @param from where the page before ended; null for the end of the window
   * @param page what it begins with
   */
  private Page behind(@Nullable FieldDoc from, int size, List<ScoreDoc> page) throws IOException {
    Set<Long> ofWindow = new HashSet<>();
    window().forEach(one -> ofWindow.add(one.fold()));
    int tier = from == null ? lastTier : (Integer) from.fields[0];
    Candidate after = from == null ? last : candidate(from);
    if (tier < 0 || tier >= tiers.size()) {
      throw new InvalidCursorException();
    }
    int count = 4 * size;
    while (tier < tiers.size()) {
      List<Candidate> found = best(tier, count, false, after);
      if (found.isEmpty()) {
        tier++;
        after = null;
        continue;
      }
      List<Candidate> shown = new ArrayList<>();
      for (Candidate one : found) {
        boolean isShown = (!fold || isFirstBehind(one, ofWindow)) && !isTooMany(one);
        if (isShown && page.size() + shown.size() == size) {
          add(shown, tier, page);
          return new Page(array(page), cursor(tier, after));
        }
        if (isShown) {
          shown.add(one);
        }
        after = one;
      }
      add(shown, tier, page);
      count = Math.min(MOST_AT_ONCE, 2 * count);
    }
    return new Page(array(page), null);
  }

  /** In the order in which they were found. */
  private void add(List<Candidate> shown, int tier, List<ScoreDoc> page) throws IOException {
    List<Ranked> ranked = weighed(shown, tier);
    for (Candidate one : shown) {
      float score =
          ranked.stream()
              .filter(each -> each.doc() == one.doc())
              .findFirst()
              .map(Ranked::score)
              .orElse(0f);
      page.add(new ScoreDoc(one.doc(), score));
    }
  }

  /** Keys of the last one that was looked at; of a tier from its beginning those of none. */
  private String cursor(int tier, @Nullable Candidate after) {
    Object[] values =
        after == null
            ? new Object[] {tier, Float.MAX_VALUE, new BytesRef(), 0}
            : new Object[] {
              tier, after.score(), order.id(after.place()), after.doc() - after.place().head()
            };
    return cursor(0, values, Orders.BEHIND, request + BEHIND);
  }

  /** What a cursor stands for; a report that is gone since leaves its score. */
  private @Nullable Candidate candidate(FieldDoc from) throws IOException {
    float score = (Float) from.fields[1];
    if (score == Float.MAX_VALUE) {
      return null;
    }
    int head = ReportReader.headDoc(untimed(), ((BytesRef) from.fields[2]).utf8ToString());
    int doc = head < 0 ? 0 : head + (Integer) from.fields[3];
    return new Candidate(doc, head < 0 ? Math.nextUp(score) : score, order.of(doc));
  }

  /** Whether the window has as many of a match's report as are wanted. */
  private boolean isTooMany(Candidate one) throws IOException {
    return ofReport.getOrDefault(one.place().head(), 0) >= perReport
        && mayBeLeftOut(folds.of(one.doc()));
  }

  /** Whether a match behind the window stands for all that say the same. */
  private boolean isFirstBehind(Candidate one, Set<Long> ofWindow) throws IOException {
    long print = folds.of(one.doc());
    if (ofWindow.contains(print)) {
      return false;
    }
    if (folds.isAlone(print)) {
      return true;
    }
    boolean[] first = {true};
    folds.visit(
        print,
        (leaf, local) -> {
          int other = leaf.docBase + local;
          if (other != one.doc() && tiers.stream().anyMatch(tier -> tier.has(leaf.ord, local))) {
            int compared = order.compare(order.of(other), one.place());
            first[0] = compared > 0 || (compared == 0 && other > one.doc());
          }
          return first[0];
        });
    return first[0];
  }

  private static ScoreDoc[] array(List<ScoreDoc> page) {
    return page.toArray(ScoreDoc[]::new);
  }
}
