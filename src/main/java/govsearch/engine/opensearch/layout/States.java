package govsearch.engine.opensearch.layout;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.ClusterException;
import govsearch.engine.opensearch.client.Json;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads and writes the state of a collection. */
public final class States {
  private static final String DOCUMENT = "/_doc/state";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private States() {}

  /**
   * A state as it was read.
   *
   * @param number grows with every writing of it
   * @param term of the shard that gave the number
   */
  public record Read(Indices indices, State state, long number, long term) {}

  /**
   * The state that a name leads to; as of this moment, not of the last refresh.
   *
   * @return empty where the name leads to nothing
   * @throws UnusableIndexException if another program has written it
   */
  public static Optional<Read> read(Cluster cluster, String name, Duration patience) {
    JsonNode found;
    try {
      found = cluster.call("GET", "/" + name + DOCUMENT, null, patience);
    } catch (ClusterException e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    State state = Json.read(found.path("_source").path(Columns.STORED), State.class);
    if (!state.format().equals(State.FORMAT) || !state.analysis().equals(IndexFormat.analysis())) {
      throw new UnusableIndexException(
          "OpenSearch 里的索引 " + name + " 是另一个版本的程序写的，请用 index --engine opensearch 重建");
    }
    return Optional.of(
        new Read(
            Indices.ofLedger(found.path("_index").asString()),
            state,
            found.path("_seq_no").asLong(),
            found.path("_primary_term").asLong()));
  }

  /** Writes the first state of new indices. */
  public static Read create(Cluster cluster, Indices indices, State state, Duration patience) {
    JsonNode written =
        cluster.call("PUT", "/" + indices.ledger() + DOCUMENT, document(state), patience);
    return new Read(
        indices, state, written.path("_seq_no").asLong(), written.path("_primary_term").asLong());
  }

  /**
   * Writes a state in place of one that was read.
   *
   * @throws UnusableIndexException if somebody else has written another one meanwhile
   */
  public static Read replace(Cluster cluster, Read before, State state, Duration patience) {
    String path =
        "/"
            + before.indices().ledger()
            + DOCUMENT
            + "?if_seq_no="
            + before.number()
            + "&if_primary_term="
            + before.term();
    try {
      JsonNode written = cluster.call("PUT", path, document(state), patience);
      return new Read(
          before.indices(),
          state,
          written.path("_seq_no").asLong(),
          written.path("_primary_term").asLong());
    } catch (ClusterException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      // The answer to a first try may have been lost on its way.
      Read now = read(cluster, before.indices().ledger(), patience).orElseThrow(() -> e);
      if (now.state().equals(state)) {
        return now;
      }
      throw new UnusableIndexException("OpenSearch 里的索引正被另一个进程写入，请等它结束后再试", e);
    }
  }

  private static Object document(State state) {
    return Json.of(Columns.KIND, "state", Columns.STORED, state);
  }
}
