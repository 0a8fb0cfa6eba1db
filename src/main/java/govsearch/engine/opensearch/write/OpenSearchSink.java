package govsearch.engine.opensearch.write;

import govsearch.engine.CollectionSize;
import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a collection to a cluster. What is put goes there as it comes, under a generation that
 * nobody is shown; a commit writes one document that says so, and only then is deleted what it
 * replaces. See {@link State}.
 */
public final class OpenSearchSink implements LibrarySink {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Cluster cluster;
  private final String name;
  private final Lease lease;
  private final BulkWriter bulk;
  private final Housekeeping house;
  private final ReportDocuments documents;
  private final boolean anew;
  private final EarlierTexts earlier;
  private volatile Clock clock = Clock.systemUTC();

  /** What is searched for as long as it is begun anew beside it; null for none. */
  private final States.@Nullable Read former;

  /** Whoever changes something shares it. */
  private final ReadWriteLock commits = new ReentrantReadWriteLock();

  /** Not shown by the collection's name yet, where it is begun anew. */
  private boolean shown;

  private States.Read state;
  private Changes changes;

  private final WrittenLedger files;

  private OpenSearchSink(
      Cluster cluster, String name, Lease lease, Sizing sizing, @Nullable IndexSettings settings) {
    this.cluster = cluster;
    this.name = name;
    this.lease = lease;
    this.house = new Housekeeping(cluster, name);
    Optional<States.Read> there = house.current(settings != null);
    this.anew = settings != null || there.isEmpty();
    this.former = anew ? there.orElse(null) : null;
    this.earlier = new EarlierTexts(cluster, house, this::now);
    IndexSettings used =
        settings != null
            ? settings
            : there
                .map(read -> new IndexSettings(read.state().thesaurus()))
                .orElse(IndexSettings.USUAL);
    this.documents = new ReportDocuments(used.thesaurus());
    house.dropFormer(there.map(States.Read::indices).orElse(null));
    this.state =
        anew ? house.create(sizing, empty(former, used)) : house.recovered(there.orElseThrow());
    this.shown = !anew;
    this.files = new WrittenLedger(cluster, shown);
    this.bulk = new BulkWriter(cluster, PATIENCE);
    this.changes = new Changes(state.state().generation() + 1);
  }

  private static State empty(States.@Nullable Read former, IndexSettings settings) {
    return new State(
        State.FORMAT,
        IndexFormat.analysis(),
        former == null ? 0 : former.state().generation(),
        false,
        List.of(),
        0,
        0,
        0,
        0,
        settings.ownThesaurus(),
        former == null ? (Long) Long.MAX_VALUE : former.state().begun());
  }

  /**
   * Begins a collection anew, beside the one that there is, which is searched until the first
   * commit.
   *
   * @throws UnusableIndexException if another process is writing to it
   */
  public static OpenSearchSink rebuild(
      Access access, String name, IndexSettings settings, Sizing sizing) {
    var unused = settings.thesaurus(); // a mistake in it is told before anything is done
    return open(access, name, sizing, settings);
  }

  /**
   * Opens a collection to change it, or begins one where there is none.
   *
   * @throws UnusableIndexException if it is of another format, or another process is writing to it
   */
  public static OpenSearchSink update(Access access, String name, Sizing sizing) {
    return open(access, name, sizing, null);
  }

  private static OpenSearchSink open(
      Access access, String name, Sizing sizing, @Nullable IndexSettings settings) {
    Cluster cluster = new Cluster(access);
    Lease lease = null;
    try {
      lease = Lease.of(cluster, name);
      return new OpenSearchSink(cluster, name, lease, sizing, settings);
    } catch (RuntimeException | Error e) {
      if (lease != null) {
        lease.close();
      }
      cluster.close();
      throw e;
    }
  }

  @Override
  public void put(Report report) {
    changing(
        to -> {
          String version = to.version(report.id());
          EarlierTexts.Before before = earlier.of(report, committed());
          List<byte[]> operations =
              documents.of(report, indices(), version, to.generation(), before.seen());
          operations.addAll(before.operations(indices(), to.generation()));
          to.drop(before.dropped());
          to.put(report, version);
          bulk.add(operations);
        });
  }

  /** Makes changes, all of them before a commit or behind it. */
  private void changing(Consumer<Changes> change) {
    commits.readLock().lock();
    try {
      change.accept(begin());
    } finally {
      commits.readLock().unlock();
    }
  }

  /** What whoever searches is shown; null for nothing. */
  private synchronized States.@Nullable Read committed() {
    return shown ? state : former;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private synchronized Indices indices() {
    return state.indices();
  }

  /** Says, before anything is there that nobody may see, that there is. */
  private synchronized Changes begin() {
    lease.check();
    if (state.state().clean()) {
      state = States.replace(cluster, state, state.state().withClean(false, List.of()), PATIENCE);
    }
    return changes;
  }

  @Override
  public void remove(String reportId) {
    changing(to -> to.remove(reportId));
  }

  @Override
  public Ledger ledger() {
    return new SinkLedger(this::currentLedger);
  }

  private synchronized Ledger currentLedger() {
    return files.of(state.indices(), this::size);
  }

  /** Of a collection that is begun anew it is written, since nobody looks at it yet. */
  @Override
  public synchronized void refreshLedger() {
    if (!shown) {
      writeLedger();
    }
  }

  private synchronized CollectionSize size() {
    return new CollectionSize(state.state().reports(), state.state().paragraphs());
  }

  @Override
  public void record(FileRecord file) {
    files.record(file);
  }

  @Override
  public void forget(String root, String path) {
    files.forget(root, path);
  }

  @Override
  public void record(RunRecord run) {
    files.record(run);
  }

  @Override
  public Optional<Report> report(String reportId) {
    Changes now;
    synchronized (this) {
      now = changes;
    }
    if (now.isTouched(reportId)) {
      String version = now.putVersion(reportId);
      if (version == null) {
        return Optional.empty();
      }
      bulk.flush();
      return StoredReports.read(cluster, indices(), version, reportId, PATIENCE);
    }
    return house.live(state, List.of(reportId)).values().stream()
        .findFirst()
        .flatMap(
            live ->
                StoredReports.read(cluster, state.indices(), live.version(), reportId, PATIENCE));
  }

  /**
   * Shows all of it at once. What is known of files follows behind: were it cut short between,
   * files would be read once more, but none taken for read whose report is not there.
   */
  @Override
  public void commit() {
    commits.writeLock().lock();
    try {
      show();
    } finally {
      commits.writeLock().unlock();
    }
  }

  private synchronized void show() {
    lease.check();
    bulk.flush();
    Changes done = changes;
    if (done.isEmpty() && shown && begun(state.state()).equals(state.state())) {
      writeLedger();
      return;
    }
    house.refresh(written());
    Map<String, Housekeeping.Live> replaced =
        anew && !shown ? Map.of() : house.live(state, done.touched());
    State next = begun(done.next(state.state(), replaced));
    if (!shown) {
      writeLedger(); // nobody looks at it yet
      if (former != null) {
        house.takeOver(former, state.indices());
      }
      state = States.replace(cluster, state, next, PATIENCE);
      house.purge(state);
      state = States.replace(cluster, state, next.withClean(true, List.of()), PATIENCE);
      house.show(state.indices());
      shown = true;
    } else {
      state = States.replace(cluster, state, next, PATIENCE);
      writeLedger();
      house.purge(state);
      state = States.replace(cluster, state, next.withClean(true, List.of()), PATIENCE);
    }
    changes = new Changes(next.generation() + 1);
    drop(done.dropped());
  }

  private List<String> written() {
    List<String> written = new ArrayList<>(state.indices().content());
    written.add(state.indices().revisions());
    return written;
  }

  /** What is left behind where this is cut short is not shown either: there are too many others. */
  private void drop(List<String> revisions) {
    if (!revisions.isEmpty()) {
      String index = state.indices().revisions();
      bulk.add(revisions.stream().map(id -> Operations.delete(index, id)).toList());
      bulk.flush();
    }
  }

  /** Has another clock tell when reports come. */
  public OpenSearchSink at(Clock other) {
    clock = other;
    return this;
  }

  private State begun(State next) {
    Long begun = next.begun();
    return files.hasEnded() && begun != null && begun == Long.MAX_VALUE
        ? next.begunBy(now())
        : next;
  }

  private void writeLedger() {
    files.write(state.indices(), bulk, house);
  }

  @Override
  public synchronized void tidy() {
    if (shown) {
      house.tidy(state);
    }
  }

  @Override
  public synchronized void close() {
    try (cluster;
        lease;
        bulk) {
      giveUp();
    }
  }

  private void giveUp() {
    if (!shown) {
      house.drop(state.indices());
    } else if (!state.state().clean()) {
      try {
        bulk.flush();
      } catch (RuntimeException e) {
        return; // whoever opens it next does the rest
      }
      state = house.recovered(state);
    }
  }

  /** For tests: what the collection is called. */
  @Override
  public String toString() {
    return "OpenSearch " + name;
  }
}
