package govsearch.engine.opensearch.write;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
  private final ReportDocuments documents;
  private final EarlierTexts earlier;
  private final Committing committing;
  private volatile Clock clock = Clock.systemUTC();

  /** Whoever changes something shares it. */
  private final ReadWriteLock commits = new ReentrantReadWriteLock();

  private OpenSearchSink(
      Cluster cluster, String name, Lease lease, Sizing sizing, @Nullable IndexSettings settings) {
    this.cluster = cluster;
    this.name = name;
    this.lease = lease;
    Housekeeping house = new Housekeeping(cluster, name);
    Optional<States.Read> there = house.current(settings != null);
    this.earlier = new EarlierTexts(cluster, house, this::now);
    IndexSettings used =
        settings != null
            ? settings
            : there
                .map(read -> new IndexSettings(read.state().thesaurus()))
                .orElse(IndexSettings.USUAL);
    this.documents = new ReportDocuments(used.thesaurus());
    this.bulk = new BulkWriter(cluster, PATIENCE);
    boolean anew = settings != null || there.isEmpty();
    this.committing =
        new Committing(cluster, lease, house, bulk, there, anew, used, sizing, this::now);
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
          EarlierTexts.Before before = earlier.of(report, committing.committed());
          var indices = committing.indices();
          List<byte[]> operations =
              documents.of(report, indices, version, to.generation(), before.seen());
          operations.addAll(before.operations(indices, to.generation()));
          to.drop(before.dropped());
          to.put(report, version);
          bulk.add(operations);
        });
  }

  /** Makes changes, all of them before a commit or behind it. */
  private void changing(Consumer<Changes> change) {
    commits.readLock().lock();
    try {
      change.accept(committing.begin());
    } finally {
      commits.readLock().unlock();
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  @Override
  public void remove(String reportId) {
    changing(to -> to.remove(reportId));
  }

  @Override
  public Ledger ledger() {
    return new SinkLedger(committing::ledger);
  }

  @Override
  public void refreshLedger() {
    committing.refreshLedger();
  }

  @Override
  public void record(FileRecord file) {
    committing.files().record(file);
  }

  @Override
  public void forget(String root, String path) {
    committing.files().forget(root, path);
  }

  @Override
  public void record(RunRecord run) {
    committing.files().record(run);
  }

  @Override
  public Optional<Report> report(String reportId) {
    return committing.report(reportId);
  }

  /**
   * Shows all of it at once. What is known of files follows behind: were it cut short between,
   * files would be read once more, but none taken for read whose report is not there.
   */
  @Override
  public void commit() {
    commits.writeLock().lock();
    try {
      committing.show();
    } finally {
      commits.writeLock().unlock();
    }
  }

  /** Has another clock tell when reports come. */
  public OpenSearchSink at(Clock other) {
    clock = other;
    return this;
  }

  @Override
  public void tidy() {
    committing.tidy();
  }

  @Override
  public void close() {
    try (cluster;
        lease;
        bulk) {
      committing.giveUp();
    }
  }

  /** For tests: what the collection is called. */
  @Override
  public String toString() {
    return "OpenSearch " + name;
  }
}
