package govsearch.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Times of many calls by some clients, each asking the next thing when it has its answer.
 *
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 */
record LoadRun(double p50, double p95, double p99, double perSecond) {

  /** One thing to ask. */
  interface Call<T> {
    void ask(T thing) throws Exception;
  }

  /**
   * Asks every thing {@code rounds} times.
   *
   * @throws IllegalStateException if a call fails
   */
  static <T> LoadRun of(int clients, int rounds, List<T> things, Call<T> call)
      throws InterruptedException {
    long[] nanos = new long[things.size() * rounds];
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running =
          IntStream.range(0, clients)
              .<Future<?>>mapToObj(i -> pool.submit(() -> work(things, call, nanos, next)))
              .toList();
      for (Future<?> client : running) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed", e.getCause());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new LoadRun(at(nanos, 0.50), at(nanos, 0.95), at(nanos, 0.99), nanos.length / seconds);
  }

  private static <T> int work(List<T> things, Call<T> call, long[] nanos, AtomicInteger next)
      throws Exception {
    int done = 0;
    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
      long start = System.nanoTime();
      call.ask(things.get(i % things.size()));
      nanos[i] = System.nanoTime() - start;
      done++;
    }
    return done;
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
  }
}
