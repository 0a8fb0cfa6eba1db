package govsearch.engine.lucene;

import govsearch.engine.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that follows the commits of an index. Whatever goes wrong is logged when it begins,
 * and tried again.
 */
final class Refresher implements Vitals, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final long REFRESH_MILLIS = 1_000;

  /** A failure or two may be a commit that was under way. */
  private static final Duration MOST_DELAY = Duration.ofSeconds(30);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("index-refresh").factory());
  private @Nullable Future<?> refreshing;
  private volatile @Nullable Throwable failure;
  private volatile long refreshedAt = System.nanoTime();

  /** What is done again and again. */
  interface Task {
    void run() throws Exception;
  }

  /** Begins. */
  synchronized void begin(Task refresh) {
    refreshing =
        thread.scheduleWithFixedDelay(
            () -> tryIt(refresh), REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Does something once, later. */
  void later(Task task, long millis) {
    var unused =
        thread.schedule(
            () -> {
              try {
                task.run();
              } catch (Exception | Error e) {
                LOG.warn("not prepared; it will be done when it is asked for", e);
              }
            },
            millis,
            TimeUnit.MILLISECONDS);
  }

  private void tryIt(Task refresh) {
    try {
      refresh.run();
      refreshedAt = System.nanoTime();
      failure = null;
    } catch (Exception | Error e) { // an error that came through would end the thread
      Throwable before = failure;
      failure = e;
      if (before == null || before.getClass() != e.getClass()) {
        LOG.warn("index not refreshed; searches go on with what was read before", e);
      }
    }
  }

  /** How long ago it last went well. */
  Duration sinceRefresh() {
    return Duration.ofNanos(System.nanoTime() - refreshedAt);
  }

  @Override
  public synchronized List<String> ailments() {
    if (refreshing != null && refreshing.isDone()) {
      return List.of("跟随索引变化的线程已经停止，请重新启动服务");
    }
    Duration since = sinceRefresh();
    if (failure != null && since.compareTo(MOST_DELAY) > 0) {
      return List.of("索引的变化已有 " + since.toSeconds() + " 秒读不到（" + failure + "）");
    }
    return List.of();
  }

  /** Ends, and waits for what is under way: the files that it reads are closed next. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(MOST_DELAY.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
