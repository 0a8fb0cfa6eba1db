package govsearch.engine;

/**
 * An index that cannot be opened: missing, of another format or analysis, or locked. The message is
 * Chinese, one line, and says what to do.
 */
public final class UnusableIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableIndexException(String message) {
    super(message);
  }

  public UnusableIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
