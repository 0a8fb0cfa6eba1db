package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of the candidates that come, of those that say the same only the best one. */
final class BestOfFolds {

  private final Comparator<Candidate> best;
  private final PriorityQueue<Candidate> worstFirst;
  private final int most;
  private final boolean fold;

  /**
   * Where the last one taken of each fold is among {@link #lastTaken}, be it kept or not: what is
   * worse than one that is kept no more is not wanted anyway.
   */
  private final LongIntMap byFold = new LongIntMap();

  private final List<Candidate> lastTaken = new ArrayList<>();

  /**
   * None yet.
   *
   * @param order of reports whose matches score the same
   * @param most how many are kept at the most
   * @param fold whether they are folded
   */
  BestOfFolds(ReportOrder order, int most, boolean fold) {
    this.best = (one, other) -> compare(order, one, other);
    this.worstFirst = new PriorityQueue<>((one, other) -> compare(order, other, one));
    this.most = most;
    this.fold = fold;
  }

  /** The better one first. In one piece, since it is what passing over many matches costs. */
  private static int compare(ReportOrder order, Candidate one, Candidate other) {
    if (one.score() != other.score()) {
      return one.score() > other.score() ? -1 : 1;
    }
    if (one.beginning() != other.beginning()) {
      return Long.compareUnsigned(one.beginning(), other.beginning());
    }
    int byReport = order.compare(one.place(), other.place());
    return byReport != 0 ? byReport : Integer.compare(one.doc(), other.doc());
  }

  /** Negative where the first of two is the better one. */
  int compare(Candidate one, Candidate other) {
    return best.compare(one, other);
  }

  /** Whether there are as many as may be kept. */
  boolean isFull() {
    return worstFirst.size() == most;
  }

  /** The worst of those that are kept, of which there is one at least. */
  Candidate worst() {
    return worstFirst.element();
  }

  /** Whether there is room for one, or for no other that is better. */
  boolean wants(Candidate one) {
    return !isFull() || best.compare(one, worst()) <= 0;
  }

  /** Keeps one, unless a better one says the same. */
  void take(Candidate one) {
    if (fold) {
      int known = byFold.putIfAbsent(one.fold(), lastTaken.size());
      if (known == LongIntMap.NONE) {
        lastTaken.add(one);
      } else {
        Candidate same = lastTaken.get(known);
        if (best.compare(one, same) > 0) {
          return;
        }
        worstFirst.remove(same);
        lastTaken.set(known, one);
      }
    }
    worstFirst.add(one);
    if (worstFirst.size() > most) {
      worstFirst.remove();
    }
  }

  /** Those that are kept, the very best first. */
  List<Candidate> inOrder() {
    List<Candidate> found = new ArrayList<>(worstFirst);
    found.sort(best);
    return found;
  }
}
