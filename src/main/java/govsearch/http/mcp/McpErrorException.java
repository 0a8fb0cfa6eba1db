package govsearch.http.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message that is answered with an error of the protocol. */
final class McpErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;

  private final int status;
  private final int code;
  private final transient @Nullable JsonNode id;
  private final transient @Nullable JsonNode data;

  McpErrorException(int status, int code, String message, @Nullable JsonNode id) {
    this(status, code, message, id, null);
  }

  McpErrorException(
      int status, int code, String message, @Nullable JsonNode id, @Nullable JsonNode data) {
    super(message);
    this.status = status;
    this.code = code;
    this.id = id;
    this.data = data;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  @Nullable JsonNode id() {
    return id;
  }

  @Nullable JsonNode data() {
    return data;
  }
}
