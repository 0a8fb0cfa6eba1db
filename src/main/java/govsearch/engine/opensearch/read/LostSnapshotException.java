package govsearch.engine.opensearch.read;

/** What a snapshot stood for is not there any more: a node has gone, or it was kept too long. */
final class LostSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostSnapshotException(Throwable cause) {
    super("the snapshot is gone", cause);
  }

  LostSnapshotException(String message) {
    super(message);
  }
}
