package govsearch.library;

/** A file that is not taken, or a report that is not dropped. The message is Chinese. */
public final class IntakeRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** The path cannot be one. */
    BAD_PATH,
    /** What is said of the report cannot be meant. */
    BAD_VALUE,
    /** No report can be made of the file. */
    UNREADABLE,
    /** There is another file at the path. */
    EXISTS,
    /** There is no such report. */
    UNKNOWN,
    /** The report comes from a folder, where it would have to be removed. */
    NOT_UPLOADED,
    /** Others are changing the collection. */
    BUSY
  }

  private final Cause why;

  public IntakeRefusedException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
