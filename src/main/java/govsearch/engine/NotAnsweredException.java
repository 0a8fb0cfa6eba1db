package govsearch.engine;

/**
 * This engine cannot answer that, whoever asks and however often: better said than answered
 * wrongly. The message is Chinese, one line, and says what to do instead.
 */
public final class NotAnsweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAnsweredException(String message) {
    super(message);
  }
}
