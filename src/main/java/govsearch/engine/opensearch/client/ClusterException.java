package govsearch.engine.opensearch.client;

/** The cluster has answered that it will not do something. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String type;

  ClusterException(int status, String type, String reason) {
    super("OpenSearch: " + status + " " + type + ": " + reason);
    this.status = status;
    this.type = type;
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
