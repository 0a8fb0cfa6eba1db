package govsearch.engine.opensearch.client;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The cluster has answered that it will not do something. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What OpenSearch calls an error of its own, which says no more than that a node has gone. */
  private static final Set<String> LOST =
      Set.of(
          "node_disconnected_exception",
          "node_not_connected_exception",
          "node_closed_exception",
          "connect_transport_exception",
          "receive_timeout_transport_exception",
          "no_shard_available_action_exception",
          "unavailable_shards_exception",
          "already_closed_exception",
          "shard_not_found_exception",
          "illegal_index_shard_state_exception",
          "cluster_manager_not_discovered_exception");

  /**
   * A search that failed between its phases: where a shard has refused it, the shard's own reason
   * is told instead. So it is asked again, as after a node that has gone.
   */
  private static final String BETWEEN_PHASES = "search_phase_execution_exception";

  private static final int FAILED = 500;
  private static final String NONE = "none";

  private final int status;
  private final String type;

  ClusterException(int status, String type, String reason) {
    super("OpenSearch: " + status + " " + type + ": " + reason);
    this.status = status;
    this.type = type;
  }

  /** Of an answer that says no, or of a part of one. */
  public static ClusterException of(int status, JsonNode answer) {
    JsonNode error = answer.path("error");
    JsonNode cause = error.path("root_cause").path(0);
    String reason = error.asString(error.path("reason").asString(""));
    if (reason.isEmpty() && error.has("caused_by")) {
      JsonNode by = error.path("caused_by");
      reason = by.path("type").asString("") + ": " + by.path("reason").asString("");
    }
    return new ClusterException(
        status,
        cause.path("type").asString(error.path("type").asString(NONE)),
        cause.path("reason").asString(reason));
  }

  /** Whether no error is told of the whole, so that some parts of the work alone have failed. */
  public boolean isOfParts() {
    return type.equals(NONE);
  }

  /** Whether a node has just gone, so that another one, or a later try, may answer. */
  public boolean isOfLostNode() {
    return isOfLostNode(status, type);
  }

  /** As {@link #isOfLostNode()}, of a part of an answer. */
  public static boolean isOfLostNode(int status, String type) {
    return status == 502
        || status == 503
        || status == 504
        || LOST.contains(type)
        || (status == FAILED && type.equals(BETWEEN_PHASES));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The cluster's own name for what is wrong, such as {@code index_not_found_exception}. */
  public String type() {
    return type;
  }
}
