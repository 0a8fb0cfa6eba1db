package govsearch.insight;

import govsearch.engine.Deadline;

/**
 * What is spent on finding the least difference of texts, which takes up to the product of their
 * lengths: so much for one pair and so much for all of a request. Two sentences of a report take
 * some thousands.
 */
public final class Effort {

  private static final long MOST_FOR_ONE = 4_000_000;
  private static final long MOST = 100_000_000;

  private final Deadline deadline = Deadline.current();
  private long left = MOST;

  /** What one request, or one comparison, may spend until the current deadline. */
  public Effort() {}

  /**
   * Whether the least difference of two texts may be looked for.
   *
   * @param product of their lengths
   * @throws govsearch.engine.SearchTimedOutException if there is no time left for anything
   */
  boolean spend(long product) {
    deadline.check();
    if (product > MOST_FOR_ONE || product > left) {
      return false;
    }
    left -= product;
    return true;
  }
}
