package govsearch.engine.opensearch.write;

import govsearch.engine.CollectionSize;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The ledger of indices, as of their last refresh, and of what is written behind the next commit.
 */
public final class ClusterLedger implements Ledger {
  private static final int MOST_ALIKE = 10_000;
  private final Cluster cluster;
  private final Indices indices;
  private final Supplier<CollectionSize> size;
  private final Duration patience;
  private final PendingFiles pending;

  /**
   * A ledger of which nobody here writes anything.
   *
   * @param size of the collection, which its state tells
   */
  public ClusterLedger(
      Cluster cluster, Indices indices, Supplier<CollectionSize> size, Duration patience) {
    this(cluster, indices, size, patience, new PendingFiles());
  }

  ClusterLedger(
      Cluster cluster,
      Indices indices,
      Supplier<CollectionSize> size,
      Duration patience,
      PendingFiles pending) {
    this.pending = pending;
    this.cluster = cluster;
    this.indices = indices;
    this.size = size;
    this.patience = patience;
  }

  @Override
  public List<Folder> folders() {
    JsonNode answer =
        search(
            Json.of(
                "size",
                0,
                "aggs",
                Json.of(
                    "folders",
                    Json.of(
                        "terms",
                        Json.of(
                            "field",
                            Columns.FOLDER,
                            "size",
                            MOST_ALIKE,
                            "order",
                            Json.of("_key", "asc"))))));
    List<Folder> folders = new ArrayList<>();
    for (JsonNode bucket : answer.path("aggregations").path("folders").path("buckets")) {
      String term = bucket.path("key").asString();
      int space = term.indexOf(' ');
      String root = term.substring(space + 1);
      if (folders.stream().noneMatch(known -> known.root().equals(root))) {
        folders.add(new Folder(root, Integer.parseInt(term.substring(0, space))));
      }
    }
    return folders;
  }

  private JsonNode search(Map<String, Object> body) {
    return cluster.call(
        "POST",
        "/" + indices.ledger() + "/_search?allow_partial_search_results=false",
        body,
        patience);
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    String id = LedgerDocuments.id(root, path);
    if (pending.has(id)) {
      return pending.file(id);
    }
    String place = LedgerDocuments.place(root, path);
    return files(Json.of("term", Json.of(Columns.FILE, place)), 1)
        .filter(file -> file.root().equals(root) && file.path().equals(path))
        .findFirst();
  }

  private Stream<FileRecord> files(Map<String, Object> query, int most) {
    JsonNode answer = search(Json.of("size", most, "query", query));
    return answer
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> StoredReports.stored(hit, FileRecord.class));
  }

  private List<FileRecord> keyed(String key, Predicate<FileRecord> isMeant) {
    List<FileRecord> keyed = new ArrayList<>(pending.having(key));
    files(Json.of("term", Json.of(Columns.KEYS, key)), MOST_ALIKE)
        .filter(file -> !pending.overrules(file))
        .forEach(keyed::add);
    keyed.removeIf(isMeant.negate());
    return keyed;
  }

  @Override
  public List<FileRecord> giving(String content) {
    return keyed(
        LedgerDocuments.content(content),
        file -> file.reports().stream().anyMatch(given -> given.content().equals(content)));
  }

  @Override
  public List<FileRecord> naming(String reportId) {
    return keyed(
        LedgerDocuments.reportId(reportId),
        file -> file.reports().stream().anyMatch(given -> given.id().equals(reportId)));
  }

  @Override
  public List<FileRecord> from(String sha256) {
    return keyed(
        LedgerDocuments.source(sha256),
        file -> file.reports().stream().anyMatch(given -> given.source().sha256().equals(sha256)));
  }

  @Override
  public List<FileRecord> alike(String path) {
    return keyed(LedgerDocuments.path(path), file -> true);
  }

  @Override
  public boolean isShared(String path) {
    return hasMore(1, LedgerDocuments.path(path));
  }

  @Override
  public boolean isNeeded(String sha256) {
    return hasMore(0, LedgerDocuments.source(sha256));
  }

  /** Whether more files than so many have a key; their records are read only where some are new. */
  private boolean hasMore(int count, String key) {
    if (!pending.isEmpty()) {
      return keyed(key, file -> true).size() > count;
    }
    JsonNode answer =
        search(
            Json.of(
                "size",
                0,
                "track_total_hits",
                count + 1,
                "query",
                Json.of("term", Json.of(Columns.KEYS, key))));
    return answer.path("hits").path("total").path("value").asLong() > count;
  }

  @Override
  public Glances glances(String root, String below) {
    Optional<FileRecord> own = below.isEmpty() ? Optional.empty() : file(root, below);
    return new ClusterGlances(
        own.orElse(null),
        this::search,
        LedgerDocuments.place(root, below.isEmpty() ? "" : below + "/"));
  }

  @Override
  public CollectionSize size() {
    return size.get();
  }
}
