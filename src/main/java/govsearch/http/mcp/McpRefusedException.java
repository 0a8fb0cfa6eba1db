package govsearch.http.mcp;

/** What a tool was asked cannot be answered: said to the assistant, who may ask otherwise. */
public final class McpRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For whoever asked, in Chinese. */
  public McpRefusedException(String message) {
    super(message);
  }
}
