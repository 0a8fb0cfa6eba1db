package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files, and their reports in the index. What is in it follows from which files
 * there are, not from the order in which they were read.
 *
 * <p>Every change of a file reaches the index together with the file's record: a commit, from
 * whichever thread, falls before or behind it.
 */
final class Catalog {

  private static final int LOCKS = 256;

  /** Of so many files what became of them is held, some kilobytes each, before it is written. */
  private static final int MOST_HELD = 8_192;

  private final LibrarySink sink;
  private final SourceStore sources;
  private final KnownFiles files;
  private final SharedReports reports;
  private final Set<String> lostSources = ConcurrentHashMap.newKeySet();

  private final int mostHeld;

  private volatile boolean changed;

  /** Set when a change has failed in the middle: nothing may be committed any more. */
  private volatile boolean halfDone;

  /** Held by content, so that changes of one report happen one after the other. */
  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

  private final ReentrantReadWriteLock commits = new ReentrantReadWriteLock(true);

  /** What the sink's ledger knows. */
  Catalog(LibrarySink sink, SourceStore sources) {
    this(sink, sources, MOST_HELD);
  }

  /**
   * As the other.
   *
   * @param mostHeld of how many files something is held before {@link #relieve()} does anything
   */
  Catalog(LibrarySink sink, SourceStore sources, int mostHeld) {
    this.mostHeld = mostHeld;
    this.sink = sink;
    this.sources = sources;
    this.files = new KnownFiles(sink.ledger());
    this.reports = new SharedReports(sink, files);
  }

  /** What was known of files when it was committed last. */
  Ledger ledger() {
    return files.ledger();
  }

  @Nullable FileRecord file(FileKey key) {
    return files.file(key);
  }

  /** Reports of these files go over to other files that give the same, as soon as they are met. */
  void announceGone(Collection<FileKey> gone) {
    reports.announceGone(gone);
  }

  /**
   * Takes what became of a file in place of what was known of it.
   *
   * @param made the reports of {@code after}, in its order
   * @return what became of it: reports that the index did not take are skipped
   */
  FileRecord replace(FileRecord after, List<Report> made) {
    return Objects.requireNonNullElse(change(FileKey.of(after), after, made), after);
  }

  /** Whether a change has failed in the middle, so that the run is to end. */
  boolean isHalfDone() {
    return halfDone;
  }

  /** Takes another look at a file whose bytes are the same. */
  void seen(FileRecord after) {
    Lock lock = commits.readLock();
    lock.lock();
    try {
      write(after);
    } finally {
      lock.unlock();
    }
  }

  private void write(FileRecord file) {
    if (!file.equals(files.put(file))) {
      sink.record(file);
      changed = true;
    }
  }

  /** Whether anything was written since the beginning. */
  boolean isChanged() {
    return changed;
  }

  /** Forgets a file, and removes what no other file gives. */
  void remove(FileKey gone) {
    change(gone, null, List.of());
  }

  /** Makes everything so far durable. */
  void commit(RunRecord run) {
    Lock lock = commits.writeLock();
    lock.lock();
    try {
      if (halfDone) {
        return; // the thread that failed ends the run
      }
      syncSources();
      sink.record(run);
      sink.commit();
      files.committed();
      reports.committed();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has the ledger tell what is held of many files, though nothing be committed: a run that makes a
   * collection anew commits once, and must not hold all of it till then.
   */
  void relieve() {
    if (files.held() < mostHeld) {
      return;
    }
    Lock lock = commits.writeLock();
    lock.lock();
    try {
      if (halfDone || files.held() < mostHeld) {
        return;
      }
      syncSources();
      sink.refreshLedger();
      files.committed();
      reports.committed();
      lostSources.removeIf(ledger()::isNeeded);
    } finally {
      lock.unlock();
    }
  }

  /** Sources are on disk before the commit whose reports have them. */
  private void syncSources() {
    try {
      sources.sync();
    } catch (IOException e) {
      throw new UncheckedIOException("原文存不进索引目录：" + e.getMessage(), e);
    }
  }

  /** Sources that the run has made no longer needed. To be asked when all is committed. */
  Set<String> lostSources() {
    Set<String> lost = new HashSet<>(lostSources);
    lost.removeIf(ledger()::isNeeded);
    return lost;
  }

  private @Nullable FileRecord change(FileKey key, @Nullable FileRecord after, List<Report> made) {
    Lock uncommitted = commits.readLock();
    uncommitted.lock();
    try {
      FileRecord before = files.file(key);
      Set<String> contents = new TreeSet<>();
      given(before).forEach(given -> contents.add(given.content()));
      given(after).forEach(given -> contents.add(given.content()));
      List<ReentrantLock> held = lock(contents);
      boolean done = halfDone;
      try {
        if (done) {
          return after; // what is known of reports need not be true any more; its cause ends the
          // run
        }
        Map<String, String> refused = reports.settle(key, after, contents, made);
        given(before).forEach(given -> lostSources.add(given.source().sha256()));
        FileRecord outcome = after;
        if (after == null) {
          files.remove(key);
          sink.forget(key.root(), key.path());
          changed = true;
        } else {
          given(after).forEach(given -> lostSources.add(given.source().sha256()));
          outcome = after.refusing(refused);
          write(outcome);
        }
        done = true;
        return outcome;
      } finally {
        halfDone |= !done;
        held.forEach(ReentrantLock::unlock);
      }
    } finally {
      uncommitted.unlock();
    }
  }

  /** In the order of the locks, so that no two threads wait for each other. */
  private List<ReentrantLock> lock(Set<String> contents) {
    List<ReentrantLock> held =
        contents.stream()
            .mapToInt(content -> Math.floorMod(content.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .mapToObj(locks::get)
            .toList();
    held.forEach(ReentrantLock::lock);
    return held;
  }

  private static List<Given> given(@Nullable FileRecord file) {
    return file == null ? List.of() : file.reports();
  }
}
