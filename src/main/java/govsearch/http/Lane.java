package govsearch.http;

import govsearch.engine.Deadline;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one kind: so many are worked on at once, so many wait for their turn, and who comes
 * beyond that is told to come back.
 *
 * <p>The work is done on platform threads: a virtual thread that computes keeps its carrier until
 * it is done, so that as many slow requests as there are cores would stop all others. The thread
 * that the server gave the request waits meanwhile, which costs nothing.
 */
final class Lane implements AutoCloseable {

  private static final int RETRY_AFTER_SECONDS = 5;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final String name;
  private final LongAdder refused = new LongAdder();
  private final ThreadPoolExecutor threads;
  private final Duration patience;
  private final Duration limit;
  private final @Nullable Clients clients;

  /**
   * A lane.
   *
   * @param name of its threads
   * @param atOnce how many requests are worked on
   * @param waiting how many more wait, each no longer than {@code patience}
   * @param limit of one request, from when it is begun
   * @param clients tells who left; null where that is to make no difference
   */
  Lane(
      String name,
      int atOnce,
      int waiting,
      Duration patience,
      Duration limit,
      @Nullable Clients clients) {
    this.name = name;
    this.patience = patience;
    this.limit = limit;
    this.clients = clients;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** A handler that does its work in this lane. */
  Handler in(Handler handler) {
    return in(handler, limit);
  }

  /** The same with another limit. */
  Handler in(Handler handler, Duration ownLimit) {
    return context -> run(handler, context, ownLimit);
  }

  private void run(Handler handler, Context context, Duration ownLimit) throws Exception {
    Deadline whole = Deadline.in(patience.plus(ownLimit));
    Turn turn = new Turn(handler, context, whole, ownLimit);
    Clients.Watched watched =
        clients == null ? null : clients.watch(context, () -> leave(turn, whole));
    try {
      await(turn, context);
      if (whole.hasWaived()) {
        Freshness.passing(context);
      }
    } catch (CancellationException e) {
      throw busy(context); // and who left before the turn came will not read it
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case Exception exception -> throw exception;
        case null, default -> throw e;
      }
    } catch (InterruptedException e) {
      leave(turn, whole); // the server is being stopped
      throw e;
    } finally {
      if (watched != null) {
        watched.close();
      }
    }
  }

  /** Waits until it is done: once, since each time that a thread is woken takes time of others. */
  private void await(Turn turn, Context context) throws InterruptedException, ExecutionException {
    try {
      threads.execute(turn);
    } catch (RejectedExecutionException e) {
      throw busy(context);
    }
    try {
      turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (threads.remove(turn)) {
        throw busy(context); // it has not been begun
      }
      turn.get();
    }
  }

  /** What is worked on ends by its deadline; what waits need not be begun. */
  private void leave(Turn turn, Deadline whole) {
    whole.cancel();
    if (threads.remove(turn)) {
      turn.cancel(false);
    }
  }

  private ProblemException busy(Context context) {
    refused.increment();
    context.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
    return ProblemException.of(503, "服务繁忙", "同时进行的请求太多，请稍等几秒再试");
  }

  String name() {
    return name;
  }

  /** How many wait. */
  int queued() {
    return threads.getQueue().size();
  }

  /** How many were told to come back. */
  long refused() {
    return refused.sum();
  }

  /** How many are worked on. */
  int active() {
    return threads.getActiveCount();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One request's. */
  private static final class Turn extends FutureTask<Boolean> {
    Turn(Handler handler, Context context, Deadline whole, Duration limit) {
      super(
          () ->
              whole
                  .within(limit)
                  .call(
                      () -> {
                        handler.handle(context);
                        return true;
                      }));
    }
  }
}
