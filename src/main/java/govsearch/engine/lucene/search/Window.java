package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import govsearch.query.Presentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best matches of a request: found by tier, weighed by all that tells, put in order and folded;
 * of a report no more than wanted.
 */
final class Window {

  private final Tiers tiers;
  private final int most;
  private final boolean fold;
  private final Folds folds;
  private final OneOfEach shown;

  /** Where the window ends. */
  private int lastTier;

  private @Nullable Candidate last;

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
    this.folds = new Folds(tiers.snapshot());
    this.shown = new OneOfEach(tiers.order(), folds, presentation);
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
      ranked = shown.of(all);
    }
    return ranked;
  }

  /** Whether it has as many of a match's report as are wanted. */
  boolean isFull(Candidate one) throws IOException {
    return shown.isFull(one);
  }
}
