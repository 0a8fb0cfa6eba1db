package govsearch.engine;

/** All matches were asked for, and time ran out before they were found: nothing is given. */
public final class SearchTimedOutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SearchTimedOutException() {
    super("time ran out before all matches were found");
  }
}
