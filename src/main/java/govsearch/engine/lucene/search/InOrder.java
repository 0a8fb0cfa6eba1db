package govsearch.engine.lucene.search;

import govsearch.engine.lucene.search.Substance.Promised;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Matches in the order of relevance, the best first. How much of each is formula is looked up for
 * those that may come next, and for the others when they may: a page shows ten of two hundred.
 */
final class InOrder {

  /** So many are looked up together: values are read forwards. */
  private static final int AT_ONCE = 24;

  private final Substance substance;

  /** The one that may be best first. */
  private final List<Promised> waiting;

  private int taken;
  private final PriorityQueue<Ranked> weighed;

  /**
   * Matches in order.
   *
   * @param order of reports whose matches score the same
   */
  InOrder(Substance substance, ReportOrder order, List<Promised> all) {
    this.substance = substance;
    this.waiting = new ArrayList<>(all);
    waiting.sort((one, other) -> Float.compare(other.most().score(), one.most().score()));
    this.weighed =
        new PriorityQueue<>(
            Comparator.comparing(Ranked::score, Comparator.reverseOrder())
                .thenComparing(Ranked::place, order::compare)
                .thenComparingInt(Ranked::doc));
  }

  /** The next one; of the same score by report and by place in it; null behind the last. */
  @Nullable Ranked next() throws IOException {
    while (taken < waiting.size() && mayBeNext(waiting.get(taken))) {
      int to = Math.min(waiting.size(), taken + AT_ONCE);
      weighed.addAll(substance.weighed(waiting.subList(taken, to)));
      taken = to;
    }
    return weighed.poll();
  }

  private boolean mayBeNext(Promised one) {
    Ranked best = weighed.peek();
    return best == null || one.most().score() >= best.score();
  }
}
