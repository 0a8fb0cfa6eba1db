package govsearch.engine.lucene;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does a part of a request on a core that has nothing else to do. Where requests keep all cores
 * busy it refuses, and whoever asks does the part himself: two threads that share a core are no
 * faster than one, and of as many requests at once each would have to wait for the parts of others.
 */
final class IdleCores implements Executor, AutoCloseable {

  private static final int IDLE_SECONDS = 60;

  private final int cores;

  /** Requests that are worked on, and parts of them that are done here. */
  private final AtomicInteger busy = new AtomicInteger();

  private final ThreadPoolExecutor threads;

  /**
   * None busy yet.
   *
   * @param cores how many there are; of one alone none is ever idle
   */
  IdleCores(int cores) {
    this.cores = cores;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Math.max(1, cores - 1),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("beside-", 0).factory());
  }

  /** A request is worked on from here on; {@link Busy#close} tells that it is done. */
  Busy begin() {
    busy.incrementAndGet();
    return busy::decrementAndGet;
  }

  /** Something that is worked on. */
  interface Busy extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Does a part beside the request that it is of.
   *
   * @throws RejectedExecutionException if no core is idle
   */
  @Override
  public void execute(Runnable part) {
    if (busy.get() >= cores) {
      throw new RejectedExecutionException("no core is idle");
    }
    Busy one = begin();
    try {
      threads.execute(
          () -> {
            try (one) {
              part.run();
            }
          });
    } catch (RejectedExecutionException e) {
      one.close();
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdown(); // each part is waited for by its request
  }
}
