package govsearch.engine.opensearch.write;

import govsearch.engine.CollectionSize;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is known of files and runs, on its way to the cluster: kept here until it is written, read
 * as if it were there. Safe for use by many threads.
 */
final class WrittenLedger {
  private final Cluster cluster;
  private final PendingFiles files = new PendingFiles();
  private final Map<String, RunRecord> runs = new LinkedHashMap<>();

  /** Whether a run has ended that has put all that there was. */
  private boolean hasEnded;

  /** Whether anything was written, be it that nobody is shown it yet. */
  private boolean isThere;

  WrittenLedger(Cluster cluster, boolean isThere) {
    this.cluster = cluster;
    this.isThere = isThere;
  }

  void record(FileRecord file) {
    files.put(LedgerDocuments.id(file.root(), file.path()), file);
  }

  void forget(String root, String path) {
    files.put(LedgerDocuments.id(root, path), null);
  }

  synchronized void record(RunRecord run) {
    hasEnded |= run.finished();
    runs.put(LedgerDocuments.id(run), run);
  }

  synchronized boolean hasEnded() {
    return hasEnded;
  }

  /** What the indices have, with what is on its way to them. */
  synchronized Ledger of(Indices indices, Supplier<CollectionSize> size) {
    return isThere
        ? new ClusterLedger(cluster, indices, size, OpenSearchSink.PATIENCE, files)
        : new EmptyLedger();
  }

  /** Writes all of it, and shows it. */
  synchronized void write(Indices indices, BulkWriter bulk, Housekeeping house) {
    String index = indices.ledger();
    List<byte[]> operations = files.take(index);
    runs.forEach((id, run) -> operations.add(Operations.index(index, id, LedgerDocuments.of(run))));
    runs.clear();
    if (!operations.isEmpty()) {
      bulk.add(operations);
      bulk.flush();
    }
    house.refresh(List.of(index));
    isThere = true;
  }
}
