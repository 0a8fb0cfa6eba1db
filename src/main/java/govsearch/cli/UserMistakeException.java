package govsearch.cli;

/** What a person asked for cannot be done; the message says why and what to do, in Chinese. */
public final class UserMistakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is told to the person. */
  public UserMistakeException(String message) {
    super(message);
  }

  UserMistakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
