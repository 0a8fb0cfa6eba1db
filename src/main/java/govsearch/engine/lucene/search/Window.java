package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.query.Presentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best matches of a request: found by tier, weighed by all that tells, put in order and folded;
 * of a report no more than wanted.
 */
final class Window {

  private final Tiers tiers;
  private final int most;
  private final boolean fold;
  private final int perReport;
  private final Folds folds;

  /** Where the window ends. */
  private int lastTier;

  private @Nullable Candidate last;

  /** How many of the window are of each report, by its head. */
  private final Map<Integer, Integer> ofReport = new HashMap<>();

  private @Nullable List<Ranked> ranked;

  /**
   * A window.
   *
   * @param most how many are weighed
   */
  Window(Tiers tiers, int most, Presentation presentation) {
    this.tiers = tiers;
    this.most = most;
    this.fold = presentation.fold();
    this.perReport = presentation.perReport();
    this.folds = new Folds(tiers.snapshot());
  }

  /** Whether it holds everything. */
  boolean isWhole() {
    return tiers.matches() <= most;
  }

  /** The tier in which it ends. */
  int lastTier() {
    return lastTier;
  }

  /** The last match that was found for it; null for none. */
  @Nullable Candidate last() {
    return last;
  }

  /** Whether hits are folded. */
  boolean isFolded() {
    return fold;
  }

  /** What says the same as what. */
  Folds folds() {
    return folds;
  }

  /** The first matches in order, folded. */
  List<Ranked> ranked() throws IOException {
    if (ranked == null) {
      // All of a few are weighed before it is seen which of those that say the same is the best.
      boolean foldFirst = fold && !isWhole();
      List<Ranked> all = new ArrayList<>();
      for (int tier = 0; tier < tiers.size() && all.size() < most; tier++) {
        List<Candidate> found =
            isWhole() ? tiers.all(tier) : tiers.best(tier, most - all.size(), foldFirst, null);
        all.addAll(tiers.weighed(found, tier));
        if (!found.isEmpty()) {
          lastTier = tier;
          last = found.getLast();
        }
      }
      all.sort(bestFirst());
      ranked = shown(all);
    }
    return ranked;
  }

  /** Of the same score by report and by place in it. */
  private Comparator<Ranked> bestFirst() {
    return Comparator.comparing(Ranked::score, Comparator.reverseOrder())
        .thenComparing(Ranked::place, tiers.order()::compare)
        .thenComparingInt(Ranked::doc);
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

  /** Whether it has as many of a match's report as are wanted. */
  boolean isFull(Candidate one) throws IOException {
    return ofReport.getOrDefault(one.place().head(), 0) >= perReport
        && mayBeLeftOut(folds.of(one.doc()));
  }
}
