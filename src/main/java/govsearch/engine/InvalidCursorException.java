package govsearch.engine;

/** A cursor that the engine did not give for this request. */
public final class InvalidCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCursorException() {
    super("the cursor does not belong to this request");
  }
}
