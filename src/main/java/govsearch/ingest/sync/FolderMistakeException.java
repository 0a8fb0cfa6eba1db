package govsearch.ingest.sync;

/** Folders that cannot be read together as they were named. The message is Chinese, one line. */
public final class FolderMistakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderMistakeException(String message) {
    super(message);
  }
}
