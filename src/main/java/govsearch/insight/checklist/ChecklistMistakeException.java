package govsearch.insight.checklist;

/** A checklist that cannot be used. The message is Chinese and says what is the matter. */
public final class ChecklistMistakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChecklistMistakeException(String message) {
    super(message);
  }
}
