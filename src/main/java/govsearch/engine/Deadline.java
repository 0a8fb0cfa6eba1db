package govsearch.engine;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Until when a request is worked on, whatever it chains: searches, proposals, what is made of the
 * matches. It also ends when nobody waits for the answer any more.
 *
 * <p>What is not ready is not always waited for, which is told here as well.
 *
 * <p>It is bound to the thread that does the work rather than handed down: every port, visitor and
 * comparison would have to carry it, and one that forgot to would be the one without an end. Work
 * that goes on in another thread is handed it with {@link #call}.
 */
public final class Deadline {

  /** For work that nobody has limited: that of commands and tests. */
  private static final Deadline NEVER = new Deadline(null, Long.MAX_VALUE);

  private static final ThreadLocal<Deadline> BOUND = ThreadLocal.withInitial(() -> NEVER);

  /** Of which this is a part; it ends with the whole. */
  private final @Nullable Deadline whole;

  private final long start = System.nanoTime();
  private final long nanos;
  private volatile boolean cancelled;
  private volatile boolean waived;

  private Deadline(@Nullable Deadline whole, long nanos) {
    this.whole = whole;
    this.nanos = nanos;
  }

  /** From now on, for as long as is given. */
  public static Deadline in(Duration limit) {
    return new Deadline(null, limit.toNanos());
  }

  /** That of the work which this thread does. */
  public static Deadline current() {
    return BOUND.get();
  }

  /** That of a part of this work: no later than this one, and no longer than is given. */
  public Deadline within(Duration limit) {
    return new Deadline(this, limit.toNanos());
  }

  /** Does some work on this thread until this deadline. */
  public <T> T call(Callable<T> work) throws Exception {
    Deadline before = BOUND.get();
    BOUND.set(this);
    try {
      return work.call();
    } finally {
      if (before == NEVER) {
        BOUND.remove();
      } else {
        BOUND.set(before);
      }
    }
  }

  /** Ends the work: nobody waits for it. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether there is no time left. Costs about as much as telling the time. */
  public boolean isOver() {
    return isCancelled() || isLate();
  }

  /** Whether nobody waits any more. */
  public boolean isCancelled() {
    return cancelled || (whole != null && whole.isCancelled());
  }

  /** Goes on without something that is still being made: later the answer may be a better one. */
  public void waive() {
    if (this != NEVER) {
      waived = true;
    }
    if (whole != null) {
      whole.waive();
    }
  }

  /** Whether anything was gone on without, in any part of the work. */
  public boolean hasWaived() {
    return waived;
  }

  private boolean isLate() {
    return System.nanoTime() - start >= nanos || (whole != null && whole.isLate());
  }

  /**
   * Goes on only while there is time.
   *
   * @throws SearchTimedOutException if there is none left
   */
  public void check() {
    if (isOver()) {
      throw new SearchTimedOutException();
    }
  }
}
