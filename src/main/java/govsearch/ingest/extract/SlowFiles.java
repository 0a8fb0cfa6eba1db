package govsearch.ingest.extract;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a run may be held up by files that take long: when that is used up, such a file is given
 * a short time only, and another chance in the next run. Otherwise a folder of a hundred bad files
 * would take hours.
 */
final class SlowFiles {

  private static final int MOST_FACTOR = 10;
  private static final int SLOW_DIVISOR = 6;
  private static final int HURRIED_DIVISOR = 12;

  private final Duration usual;
  private final Duration slow;
  private final AtomicLong spentNanos = new AtomicLong();
  private final AtomicInteger hurried = new AtomicInteger();

  /**
   * With a time of its own for each run.
   *
   * @param usual limit of one file
   * @param pictures whether files may take as long as that for good reasons
   */
  SlowFiles(Duration usual, boolean pictures) {
    this.usual = usual;
    this.slow = pictures ? usual : usual.dividedBy(SLOW_DIVISOR);
  }

  /** How long the next file may take. */
  Duration limit() {
    return isUsedUp() ? usual.dividedBy(HURRIED_DIVISOR) : usual;
  }

  /** A file is done, or given up. */
  void took(long nanos) {
    if (nanos >= slow.toNanos()) {
      spentNanos.addAndGet(nanos);
    }
  }

  /** A file is given up that might have been read in the usual time; gives the reason. */
  String givenUp() {
    hurried.incrementAndGet();
    return "本次运行花在慢文件上的时间已满 " + most().toMinutes() + " 分钟，" + RejectedFileException.LATER;
  }

  /** How many files were given up so. */
  int hurried() {
    return hurried.get();
  }

  Duration most() {
    return usual.multipliedBy(MOST_FACTOR);
  }

  private boolean isUsedUp() {
    return spentNanos.get() >= most().toNanos();
  }
}
