package govsearch.ingest.extract;

/** A file that cannot become a report. */
public final class RejectedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A rejection.
   *
   * @param reason in Chinese, for the summary
   */
  public RejectedFileException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, in Chinese. */
  public String reason() {
    return reason;
  }
}
