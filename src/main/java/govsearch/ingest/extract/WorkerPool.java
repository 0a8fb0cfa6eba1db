package govsearch.ingest.extract;

import govsearch.files.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A few worker processes that threads take in turn. */
final class WorkerPool implements AutoCloseable {

  private final Extractor.Settings settings;
  private final Semaphore free;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final ScheduledExecutorService watchdog;
  private @Nullable TemporaryFolder folder;
  private boolean closed;

  /** What is asked of a worker. */
  interface Request<T> {
    /** Asks. */
    T ask(WorkerProcess worker) throws RejectedFileException;
  }

  WorkerPool(Extractor.Settings settings) {
    this.settings = settings;
    this.free = new Semaphore(Math.max(1, settings.workers()));
    this.watchdog =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("extraction-watchdog").factory());
  }

  /**
   * Asks the next free worker, and waits for one if all are busy.
   *
   * @throws RejectedFileException if the worker says so, or dies of the file
   */
  <T> T with(Request<T> request) throws RejectedFileException {
    free.acquireUninterruptibly();
    try {
      WorkerProcess worker = take();
      try {
        return request.ask(worker);
      } finally {
        giveBack(worker);
      }
    } finally {
      free.release();
    }
  }

  /** A folder of this pool's own, removed with it. */
  synchronized Path folder() {
    try {
      if (folder == null) {
        folder = TemporaryFolder.create("extract");
      }
      return folder.path();
    } catch (IOException e) {
      throw new UncheckedIOException("无法建立临时目录：" + e.getMessage(), e);
    }
  }

  private synchronized WorkerProcess take() throws RejectedFileException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.isAlive()) {
        return worker;
      }
      worker.close();
    }
    return WorkerProcess.start(settings, folder(), watchdog);
  }

  private synchronized void giveBack(WorkerProcess worker) {
    if (closed || !worker.isAlive()) {
      worker.close();
    } else {
      idle.push(worker);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(WorkerProcess::close);
    idle.clear();
    watchdog.shutdownNow();
    if (folder != null) {
      folder.close();
    }
  }
}
