package govsearch.ingest.sync;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Tells one of many threads, now and then, that it is time. */
final class Due {

  private final long interval;
  private final AtomicLong next;

  Due(Duration interval) {
    this.interval = interval.toNanos();
    this.next = new AtomicLong(System.nanoTime() + this.interval);
  }

  /** True for the first that asks when an interval is over; then the next one begins. */
  boolean isNow() {
    long due = next.get();
    long now = System.nanoTime();
    return now - due >= 0 && next.compareAndSet(due, now + interval);
  }
}
