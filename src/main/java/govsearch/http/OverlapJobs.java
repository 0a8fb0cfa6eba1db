package govsearch.http;

import govsearch.engine.Deadline;
import govsearch.engine.SearchEngine;
import govsearch.insight.overlap.OverlapSurvey;
import govsearch.query.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Surveys that take minutes: one at a time in the background, a few waiting, the last few kept.
 * Whoever asks again hears how far it is.
 */
final class OverlapJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OverlapJobs.class);
  private static final int MOST_KEPT = 6;
  private static final int MOST_WAITING = 20;
  private static final Duration LIMIT = Duration.ofHours(2);

  /** A job may wait for as long as the server runs. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final SearchEngine engine;
  private final Duration limit;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("overlap-", 0).factory());

  private final Map<String, Job> jobs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > MOST_KEPT && eldest.getValue().isOver();
        }
      };

  OverlapJobs(SearchEngine engine) {
    this(engine, LIMIT);
  }

  /**
   * Jobs on a collection.
   *
   * @param limit of one job, from when it is begun
   */
  OverlapJobs(SearchEngine engine, Duration limit) {
    this.engine = engine;
    this.limit = limit;
    thread.allowCoreThreadTimeOut(true);
  }

  /** How far a job is. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * The survey of a scope, begun if it was not yet. One that has failed stays so until somebody
   * wants it again: what fails once mostly fails again, and takes its minutes each time.
   *
   * @param again whether one that is over is begun anew
   * @throws RejectedExecutionException if too many wait already
   */
  Job of(Filters scope, int formula, boolean again) {
    String key = formula + "|" + scope;
    synchronized (jobs) {
      Job known = jobs.get(key);
      if (known != null && !(again && known.isOver())) {
        return known;
      }
      Job job = new Job(scope, formula);
      thread.execute(job);
      jobs.put(key, job);
      return job;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (jobs) {
      jobs.values().forEach(Job::cancel);
    }
  }

  /** One survey. */
  final class Job implements Runnable {
    private final Filters scope;
    private final int formula;
    private final Deadline whole = Deadline.in(FOR_EVER);
    private volatile State state = State.WAITING;
    private volatile int all;
    private volatile int done;
    private volatile @Nullable OverlapSurvey survey;
    private volatile @Nullable Instant finished;
    private volatile @Nullable String edition;

    Job(Filters scope, int formula) {
      this.scope = scope;
      this.formula = formula;
    }

    @Override
    public void run() {
      state = State.RUNNING;
      Deadline deadline = whole.within(limit);
      try {
        edition = engine.edition().orElse(null); // of the state that it begins with
        Callable<OverlapSurvey> work =
            () -> OverlapSurvey.of(engine, scope, formula, n -> all = n, n -> done = n);
        survey = deadline.call(work);
        finished = Instant.now();
        state = State.DONE;
      } catch (Exception | Error e) { // whoever waits for it would else wait for ever
        state = State.FAILED;
        if (!deadline.isCancelled()) {
          LOG.error("an overlap survey failed", e);
        }
      }
    }

    private void cancel() {
      whole.cancel();
    }

    private boolean isOver() {
      return state == State.DONE || state == State.FAILED;
    }

    State state() {
      return state;
    }

    int all() {
      return all;
    }

    int done() {
      return done;
    }

    /** Of the collection that was surveyed; null before it has begun, or where it is not known. */
    @Nullable String edition() {
      return edition;
    }

    /** Null before it is done. */
    @Nullable OverlapSurvey survey() {
      return survey;
    }

    /** Null before it is done. */
    @Nullable Instant finished() {
      return finished;
    }
  }
}
