package govsearch.engine;

/**
 * What the engine needs is not there at the moment, and may be again in a moment: a cluster without
 * a node, a part of an index that no node holds. The message is Chinese, one line.
 */
public final class EngineUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(String message) {
    super(message);
  }

  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
