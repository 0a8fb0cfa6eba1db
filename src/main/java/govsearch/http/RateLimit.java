package govsearch.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many at once, and one more for each interval that passes. */
final class RateLimit {

  private final int most;
  private final long interval;
  private final LongSupplier nanoTime;
  private double left;
  private long countedAt;

  /**
   * A limit.
   *
   * @param most at once, and in a minute
   */
  RateLimit(int most, LongSupplier nanoTime) {
    this.most = most;
    this.interval = TimeUnit.MINUTES.toNanos(1) / most;
    this.nanoTime = nanoTime;
    this.left = most;
    this.countedAt = nanoTime.getAsLong();
  }

  /** Takes one if there is one. */
  synchronized boolean take() {
    long now = nanoTime.getAsLong();
    left = Math.min(most, left + (double) (now - countedAt) / interval);
    countedAt = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
