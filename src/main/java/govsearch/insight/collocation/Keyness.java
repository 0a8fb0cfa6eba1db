package govsearch.insight.collocation;

/**
 * How much more often something is seen than expected, and how little that can be chance: the
 * log-likelihood ratio G² (Dunning 1993), which unlike χ² can be trusted with small counts.
 */
final class Keyness {

  /** Chance gives a higher one in one of a hundred cases. */
  static final double LEAST = 6.63;

  private Keyness() {}

  /** G² of {@code seen} of {@code all} where a share is expected; 0 where they are no more. */
  static double beyond(long seen, long all, double share) {
    double rate = (double) seen / all;
    if (rate <= share) {
      return 0;
    }
    return 2 * (part(seen, all * share) + part(all - seen, all * (1 - share)));
  }

  /**
   * G² of two counts where the first is expected to be a share of both; 0 where it is no more.
   *
   * @param share 0 to 1
   */
  static double apart(long one, long other, double share) {
    long all = one + other;
    if (one <= all * share) {
      return 0;
    }
    return 2 * (part(one, all * share) + part(other, all * (1 - share)));
  }

  private static double part(long seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }
}
