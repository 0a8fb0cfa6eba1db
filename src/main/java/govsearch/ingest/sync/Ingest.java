package govsearch.ingest.sync;

import govsearch.ingest.extract.Extractor;
import govsearch.ingest.sync.FolderJoin.Gone;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a collection to what folders of reports hold, several files at a time. A file that cannot
 * be read costs that file only; every file that is not taken is named with its reason. Whatever the
 * order in which files are done, the collection and the summary are the same.
 *
 * <p>A run that is cut short, at whatever moment, leaves the collection as of its last commit, in
 * which reports and ledger agree; the next run does what is missing. Sources are kept before their
 * reports are put, and dropped after the commit that no longer needs them.
 */
public final class Ingest {

  private final LibrarySink sink;
  private final SourceStore sources;
  private final Progress progress;
  private final IngestOptions options;
  private @Nullable Catalog last;

  /** Is told of each file as it is done, by one thread at a time. */
  public interface Progress {
    /** A file is done. */
    void file(State state);

    /**
     * How far a run is.
     *
     * @param done files so far
     * @param files that the run has to look at
     * @param bytesDone length of the files so far
     * @param bytes length of all of them
     */
    record State(int done, int files, long bytesDone, long bytes) {}

    /** Nobody looks. */
    Progress SILENT = state -> {};
  }

  /** A run that makes a collection anew. */
  public Ingest(LibrarySink sink, SourceStore sources, Progress progress) {
    this(sink, sources, progress, IngestOptions.rebuild(null));
  }

  /** A run that makes a collection anew, with its reports as people correct them. */
  public Ingest(LibrarySink sink, SourceStore sources, Progress progress, Corrections corrections) {
    this(sink, sources, progress, IngestOptions.rebuild(null).correctedBy(corrections));
  }

  /** A run. */
  public Ingest(LibrarySink sink, SourceStore sources, Progress progress, IngestOptions options) {
    this.sink = sink;
    this.sources = sources;
    this.progress = progress;
    this.options = options;
  }

  /**
   * Looks through folders and commits. What the collection has from other folders stays.
   *
   * @return what went in and what did not
   * @throws UncheckedIOException if the index's directory takes no more
   * @throws FolderMistakeException if the folders cannot go together
   */
  public IngestSummary run(List<Path> folders) {
    boolean done = false;
    try {
      IngestSummary summary = take(folders);
      done = true;
      return summary;
    } finally {
      if (!done) {
        sources.rollback();
      }
    }
  }

  private IngestSummary take(List<Path> folders) {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS);
    int dropped = dropLeftovers();
    Catalog catalog = new Catalog(sink, sources);
    last = catalog;
    Map<String, Integer> orders = new HashMap<>();
    for (Ledger.Folder folder : catalog.ledger().folders()) {
      if (!options.forgotten().contains(folder.root())) {
        orders.put(folder.root(), folder.order());
      }
    }
    List<Root> roots = Root.of(folders, options.uploads(), orders);
    Plan plan = Plan.of(catalog.ledger(), roots, options, sources);
    Tally tally = new Tally(plan, roots, options.kind(), started, progress);
    if (plan.withoutSource() > 0) {
      tally.note("有 " + plan.withoutSource() + " 个文件的原文从索引目录里丢失了，这次从报告目录补存");
    }
    if (dropped > 0) {
      tally.note("丢弃了上次没有完成的上传 " + dropped + " 个（没有确认过收录）");
    }
    catalog.announceGone(plan.gone().stream().map(Gone::key).toList());
    try (Extractor extractor = new Extractor(Extractor.Settings.usual(options.ocr()))) {
      FileTask task = new FileTask(catalog, sources, extractor, options, tally);
      work(plan, task, committer(catalog, tally));
      extractor.slowness().ifPresent(tally::note);
    }
    for (Gone file : plan.gone()) {
      catalog.remove(file.key());
      tally.removed(file);
    }
    finish(catalog, tally);
    return tally.summary(catalog.ledger().size());
  }

  /** What the last run made of a file; null where it met none. */
  @Nullable FileRecord outcome(String root, String path) {
    return last == null ? null : last.file(new FileKey(root, path));
  }

  /** What runs and uploads that were killed have left; tells how many uploads. */
  private int dropLeftovers() {
    Path uploads = options.uploads();
    try {
      sources.dropLeftovers();
      return uploads != null && options.scope().isWhole()
          ? UploadFolder.at(uploads).dropLeftovers()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("上次中断留下的文件删不掉：" + e.getMessage(), e);
    }
  }

  private void finish(Catalog catalog, Tally tally) {
    boolean anew = options.commitEvery() == null;
    if (catalog.isChanged() || options.recordIdle()) {
      catalog.commit(tally.run(true));
      sink.tidy(); // when it is to be seen already; also for a run that was cut short before it
      // could
    }
    try {
      if (anew) {
        sources.retain(catalog.ledger()::isNeeded);
      } else {
        sources.drop(catalog.lostSources());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("不再需要的原文删不掉：" + e.getMessage(), e);
    }
  }

  /** Commits now and then, from whichever thread finds that it is time. */
  private Runnable committer(Catalog catalog, Tally tally) {
    Duration interval = options.commitEvery();
    if (interval == null) {
      return catalog::relieve;
    }
    Due due = new Due(interval);
    return () -> {
      if (due.isNow()) {
        catalog.commit(tally.run(false));
      } else {
        catalog.relieve();
      }
    };
  }

  private static void work(Plan plan, FileTask task, Runnable committer) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), plan.tasks().size());
    if (threads == 0) {
      return;
    }
    ByteBudget budget = new ByteBudget();
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("ingest-", 0).factory())) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        done.add(
            workers.submit(
                () -> {
                  try {
                    for (int at = next.getAndIncrement();
                        at < plan.tasks().size();
                        at = next.getAndIncrement()) {
                      task.run(at, plan.tasks().get(at), budget);
                      committer.run();
                    }
                  } finally {
                    next.set(plan.tasks().size()); // one that fails ends all
                  }
                }));
      }
      for (Future<?> worker : done) {
        await(worker);
      }
    }
  }

  private static void await(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
