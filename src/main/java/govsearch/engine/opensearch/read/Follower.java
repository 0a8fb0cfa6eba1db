package govsearch.engine.opensearch.read;

import govsearch.engine.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that follows the commits of a collection, and says when it cannot. */
final class Follower implements Vitals, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final long REFRESH_MILLIS = 1_000;

  /** A node that went may take so long to be done without. */
  private static final Duration MOST_DELAY = Duration.ofSeconds(10);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("opensearch-refresh").factory());
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("opensearch-beforehand").factory());
  private volatile @Nullable Throwable failure;
  private volatile long refreshedAt = System.nanoTime();

  void begin(Runnable refresh) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> tryIt(refresh), REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Does some things once beforehand, one after the other, while the collection is followed; that
   * one fails is told when somebody asks for it.
   */
  void doBeside(Runnable... works) {
    beside.execute(
        () -> {
          for (Runnable work : works) {
            try {
              work.run();
            } catch (RuntimeException e) {
              LOG.debug("not done beforehand", e);
            }
          }
        });
  }

  private void tryIt(Runnable refresh) {
    try {
      refresh.run();
      refreshedAt = System.nanoTime();
      failure = null;
    } catch (RuntimeException | Error e) { // an error that came through would end the thread
      if (thread.isShutdown()) {
        return; // it was interrupted
      }
      Throwable before = failure;
      failure = e;
      if (before == null || before.getClass() != e.getClass()) {
        LOG.warn("the cluster cannot be followed; it is tried again", e);
      }
    }
  }

  /** How long ago it was seen last whether anything was committed. */
  Duration sinceRefresh() {
    return Duration.ofNanos(System.nanoTime() - refreshedAt);
  }

  @Override
  public List<String> ailments() {
    Duration since = Duration.ofNanos(System.nanoTime() - refreshedAt);
    Throwable failed = failure;
    return failed != null && since.compareTo(MOST_DELAY) > 0
        ? List.of("OpenSearch 已有 " + since.toSeconds() + " 秒读不到（" + failed.getMessage() + "）")
        : List.of();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    beside.shutdownNow();
  }
}
