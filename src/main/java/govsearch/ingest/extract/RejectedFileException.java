package govsearch.ingest.extract;

/** A file that cannot become a report. */
public final class RejectedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Begins the reason of a pdf that has pictures of pages only. */
  public static final String SCAN = "扫描件：没有文字层";

  /** Ends the reason of a file that is to be tried again though it is the same. */
  public static final String LATER = "下次更新时再试";

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
