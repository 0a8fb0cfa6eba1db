package govsearch.engine.opensearch.read;

import govsearch.engine.EngineUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for several things at once, each of which waits for the cluster. */
final class Together {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Together() {}

  /** Does several things at once; gives what they gave, in their order. */
  static <T> List<T> all(List<Callable<T>> works) {
    List<Future<T>> futures = new ArrayList<>();
    works.forEach(work -> futures.add(begin(work)));
    List<T> results = new ArrayList<>();
    futures.forEach(future -> results.add(await(future)));
    return results;
  }

  /** Begins something, which somebody will wait for. */
  static <T> Future<T> begin(Callable<T> work) {
    return THREADS.submit(work);
  }

  /** What was begun has given, or what it has thrown. */
  static <T> T await(Future<T> begun) {
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("等待 OpenSearch 时中断了", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
