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

  private @Nullable InOrder inOrder;

  /** As far as they were asked for. */
  private final List<Ranked> ranked = new ArrayList<>();

  /** Whether these are all. */
  private boolean isRead;

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
    this.shown = new OneOfEach(folds, presentation);
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

  /**
   * The match at a place in the order, the first at 0, folded; null where there are not so many.
   */
  @Nullable Ranked get(int place) throws IOException {
    InOrder from = inOrder;
    if (from == null) {
      from = found();
      inOrder = from;
    }
    while (ranked.size() <= place && !isRead) {
      Ranked next = from.next();
      if (next == null) {
        isRead = true;
      } else if (shown.shows(next)) {
        ranked.add(next);
      }
    }
    return place < ranked.size() ? ranked.get(place) : null;
  }

  /** All that are shown, in order. */
  List<Ranked> all() throws IOException {
    Ranked unused = get(Integer.MAX_VALUE);
    return ranked;
  }

  private InOrder found() throws IOException {
    // All of a few are weighed before it is seen which of those that say the same is the best.
    boolean foldFirst = fold && !isWhole();
    List<Substance.Promised> all = new ArrayList<>();
    for (int tier = 0; tier < tiers.size() && all.size() < most; tier++) {
      List<Candidate> found =
          isWhole() ? tiers.all(tier) : tiers.best(tier, most - all.size(), foldFirst, null);
      all.addAll(tiers.promised(found, tier));
      if (!found.isEmpty()) {
        lastTier = tier;
        last = found.getLast();
      }
    }
    return tiers.inOrder(all);
  }

  /** Whether it has as many of a match's report as are wanted, when all were asked for. */
  boolean isFull(Candidate one) throws IOException {
    return shown.isFull(one);
  }
}
