package govsearch.ingest.manifest;

/** A manifest cannot be written or updated; the message says why, in Chinese. */
public final class UnusableManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableManifestException(String message) {
    super(message);
  }
}
