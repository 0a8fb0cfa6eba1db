package govsearch.ingest.sync;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.Vitals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a collection at what folders hold, while a service runs. The system tells of changes where
 * it can; as it tells of none on network drives, the folders are looked through now and then
 * anyway. A run begins when there has been quiet for a while, and leaves files that somebody is
 * still writing to the next one. Whatever goes wrong is logged, and tried again.
 */
public final class Watch implements Vitals, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /**
   * How long things take.
   *
   * @param quiet nobody may have written to a file for as long
   * @param mostDelay a run begins after that long even if there is no quiet
   * @param rescan the longest time between two runs
   */
  public record Pace(Duration quiet, Duration mostDelay, Duration rescan) {

    /** For people who copy files into a folder. */
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(10));
  }

  private final LibraryWriter writer;
  private final List<Path> folders;
  private final Supplier<IngestOptions> options;
  private final Pace pace;
  private final Consumer<IngestSummary> told;
  private final WatchService events;
  private final Thread thread;
  private boolean isPartlyBlind;
  private List<IngestSummary.Remark> skippedLast = List.of();
  private @Nullable Class<?> failedLast;
  private @Nullable String saidLast;
  private volatile boolean isClosed;

  /**
   * Begins to watch, in a thread of its own; the first run begins at once.
   *
   * @param options of each run
   * @param told is told of each run that changed something or left something out
   * @throws IOException if the system has no way of telling of changes
   */
  public Watch(
      LibraryWriter writer,
      List<Path> folders,
      Supplier<IngestOptions> options,
      Pace pace,
      Consumer<IngestSummary> told)
      throws IOException {
    this.writer = writer;
    this.folders = folders;
    this.options = options;
    this.pace = pace;
    this.told = told;
    this.events = folders.getFirst().getFileSystem().newWatchService();
    this.thread = Thread.ofPlatform().name("watch").daemon().start(this::watch);
  }

  private void watch() {
    try {
      while (!isClosed) {
        Duration pause = runOnce();
        if (awaitEvent(pause)) {
          awaitQuiet();
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.debug("no more watching", e);
    }
  }

  /** Gives the time after which to run again if nothing happens. */
  private Duration runOnce() {
    try {
      folders.forEach(this::register);
      Optional<IngestSummary> summary = writer.run(options.get(), folders, pace.rescan());
      failedLast = null;
      saidLast = null;
      summary.filter(this::isNews).ifPresent(told);
      boolean isWaitedFor = summary.map(done -> done.unsettled() > 0).orElse(true);
      return isWaitedFor ? pace.quiet() : pace.rescan();
    } catch (UnusableIndexException e) {
      if (!String.valueOf(e.getMessage()).equals(saidLast)) { // once, not at every run
        saidLast = String.valueOf(e.getMessage());
        LOG.warn("{}", saidLast);
      }
    } catch (ClosedWatchServiceException e) {
      throw e;
    } catch (RuntimeException | Error e) { // an error that came through would end the watch
      if (failedLast != e.getClass()) { // once, not at every run
        failedLast = e.getClass();
        LOG.error("a run has failed; the next one will try again", e);
      }
    }
    return pace.mostDelay();
  }

  @Override
  public List<String> ailments() {
    return thread.isAlive() || isClosed ? List.of() : List.of("监视报告目录的线程已经停止，请重新启动服务");
  }

  /** What is skipped at every run is told once. */
  private boolean isNews(IngestSummary summary) {
    boolean isNews =
        summary.changes().any()
            || !summary.noted().isEmpty()
            || !summary.skipped().equals(skippedLast);
    skippedLast = summary.skipped();
    return isNews;
  }

  private boolean awaitEvent(Duration most) throws InterruptedException {
    WatchKey key = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
    if (key == null) {
      return false;
    }
    key.pollEvents();
    key.reset();
    return true;
  }

  private void awaitQuiet() throws InterruptedException {
    long end = System.nanoTime() + pace.mostDelay().toNanos();
    boolean isBusy = true;
    while (isBusy && System.nanoTime() - end < 0) {
      isBusy = awaitEvent(pace.quiet());
    }
  }

  /** Also what is there already: it is the same key again. */
  private void register(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
              dir.register(
                  events,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // the run says so
            }
          });
    } catch (IOException | UncheckedIOException e) {
      if (!isPartlyBlind) {
        LOG.warn("not told of every change; looking every {}", pace.rescan(), e);
      }
      isPartlyBlind = true;
    }
  }

  /** Ends when the run that goes on is over. */
  @Override
  public void close() {
    isClosed = true;
    try {
      events.close();
      thread.join();
    } catch (IOException e) {
      LOG.warn("the watch did not end well", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
