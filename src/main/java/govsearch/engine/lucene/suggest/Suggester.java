package govsearch.engine.lucene.suggest;

import govsearch.engine.Deadline;
import govsearch.engine.Suggestion;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.text.Literal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggests. The list of what can be suggested is read when it is first asked for, and again when
 * the collection has changed; where that takes long, in the background, while the list from before
 * still serves, and phrases are mined again only where more than a few reports are others: those of
 * a large collection stand in a file beside its index, so that a start need not mine them. Counts
 * are always those of the snapshot that is searched, so that what is not there any more is not
 * suggested.
 */
public final class Suggester implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Suggester.class);
  private static final long QUICK_NANOS = Duration.ofMillis(500).toNanos();

  /** Who has found nothing waits so long for phrases that are being read for the first time. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Between two looks at the deadline. */
  private static final long PAUSE_MILLIS = 100;

  /** How many entries beyond the wanted ones are tried where some are not there any more. */
  private static final int SPARE = 20;

  private final QueryTranslator translator;
  private final WordCutter cutter;
  private final PhraseFile file;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("suggestions").factory());
  private @Nullable SuggestionList list;
  private @Nullable MinedTexts mined;
  private long version = -1;
  private long tookNanos;
  private boolean underWay;

  /** Suggestions from an index. */
  public Suggester(Path index, QueryTranslator translator, WordCutter cutter) {
    this.file = new PhraseFile(index);
    this.cutter = cutter;
    this.translator = translator;
  }

  /** What may be meant, best first, each with its count in the snapshot. */
  public List<Suggestion> suggest(
      Snapshot snapshot, IndexSearcher searcher, String typed, Set<Suggestion.Kind> kinds, int size)
      throws IOException {
    List<SuggestionList.Found> found = list(snapshot).find(typed, kinds, size);
    List<Suggestion> suggestions = new ArrayList<>(size);
    for (int i = 0; i < found.size() && i < size + SPARE && suggestions.size() < size; i++) {
      SuggestionList.Entry entry = found.get(i).entry();
      long count = snapshot.count(entry.kind().query(entry.text()), translator, searcher);
      if (count > 0) {
        suggestions.add(
            new Suggestion(
                entry.kind(),
                entry.text(),
                Literal.of(entry.text()).source(found.get(i).at()),
                count));
      }
    }
    return suggestions;
  }

  /**
   * What can be suggested: of this snapshot, or, where reading takes long, of one shortly before.
   */
  synchronized SuggestionList list(Snapshot snapshot) throws IOException {
    awaitFirst();
    SuggestionList known = list;
    if (known != null && version == snapshot.version()) {
      return known;
    }
    if (known == null || isQuick()) {
      return read(snapshot);
    }
    readLater(snapshot);
    Deadline.current().waive();
    return known;
  }

  /** Where it is being read for the first time already, it is not read twice. */
  private void awaitFirst() throws IOException {
    await(
        () -> {
          Deadline.current().check();
          return list == null && underWay;
        });
  }

  private synchronized void await(BooleanSupplier still) throws IOException {
    try {
      while (still.getAsBoolean()) {
        wait(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /**
   * The list as far as it has been read: an empty one where it takes long to read the first. A
   * deadline is told where it is not that of this snapshot.
   */
  public synchronized SuggestionList listSoFar(Snapshot snapshot) throws IOException {
    prepare(snapshot);
    long start = System.nanoTime();
    await(
        () ->
            list == null
                && underWay
                && System.nanoTime() - start < PATIENCE_NANOS
                && !Deadline.current().isOver());
    if (version != snapshot.version()) {
      Deadline.current().waive();
    }
    return list == null ? SuggestionList.NOTHING : list;
  }

  /** Begins to read the list, where it is not that of this snapshot. */
  public synchronized void prepare(Snapshot snapshot) {
    if (list == null || version != snapshot.version()) {
      readLater(snapshot);
    }
  }

  private void readLater(Snapshot snapshot) {
    if (!underWay && !background.isShutdown()) {
      underWay = true;
      snapshot.reader().incRef();
      background.execute(() -> readInBackground(snapshot));
    }
  }

  private SuggestionList read(Snapshot snapshot) throws IOException {
    long start = System.nanoTime();
    MinedTexts known = minedOrNull();
    boolean isFirst = known == null;
    if (known == null) {
      known = file.read().orElse(null);
    }
    boolean same = known != null && (isFirst || !isQuick()) && known.isNearly(snapshot.reader());
    MinedTexts texts = same && known != null ? known : new SuggestionMiner(cutter).mine(snapshot);
    SuggestionList read = SuggestionMiner.list(snapshot, texts);
    long nanos = System.nanoTime() - start;
    if (!same && nanos >= QUICK_NANOS) {
      file.write(texts);
    }
    // What was read from the file took long once.
    put(read, texts, snapshot.version(), same ? (isFirst ? QUICK_NANOS : -1) : nanos);
    return read;
  }

  private synchronized @Nullable MinedTexts minedOrNull() {
    return mined;
  }

  /** Whether mining takes no longer than somebody who types may wait. */
  private synchronized boolean isQuick() {
    return tookNanos < QUICK_NANOS;
  }

  /**
   * Keeps what was read.
   *
   * @param nanos that mining it took; negative where nothing was mined
   */
  private synchronized void put(
      SuggestionList read, MinedTexts texts, long readVersion, long nanos) {
    list = read;
    mined = texts;
    version = readVersion;
    tookNanos = nanos < 0 ? tookNanos : nanos;
  }

  /** What failed once would fail, and be logged, at every key: until the collection changes. */
  private synchronized void giveUp(long failedVersion) {
    list = list == null ? SuggestionList.NOTHING : list;
    version = failedVersion;
  }

  private void readInBackground(Snapshot snapshot) {
    try {
      read(snapshot);
    } catch (IOException | RuntimeException | Error e) {
      if (!background.isShutdown()) {
        LOG.warn("suggestions not read again; those from before go on serving", e);
        giveUp(snapshot.version());
      }
    } finally {
      try {
        snapshot.reader().decRef();
      } catch (IOException e) {
        LOG.warn("snapshot not released", e);
      }
      synchronized (this) {
        underWay = false;
        notifyAll();
      }
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
    try {
      // The directory is closed next; reading stops at the next report.
      background.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
