package govsearch.http;

import java.util.concurrent.TimeUnit;

/**
 * So many at once, and one more for each interval that passes. Those that are refused count too, as
 * far as a debt of several minutes, so that whoever goes on waits longer.
 */
final class RateLimit {

  private static final int MINUTES_OF_DEBT = 5;

  private final int most;
  private final long interval;
  private double left;
  private long countedAt;

  /**
   * A limit.
   *
   * @param most at once, and in a minute
   */
  RateLimit(int most, long now) {
    this.most = most;
    this.interval = TimeUnit.MINUTES.toNanos(1) / most;
    this.left = most;
    this.countedAt = now;
  }

  /**
   * Takes one if there is one.
   *
   * @param now in nanoseconds
   * @return 0 if there was, else in how many seconds there will be
   */
  synchronized long take(long now) {
    left = Math.min(most, left + (double) (now - countedAt) / interval);
    countedAt = now;
    boolean taken = left >= 1;
    left = Math.max(left - 1, -(double) MINUTES_OF_DEBT * most);
    return taken ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds((long) ((1 - left) * interval));
  }
}
