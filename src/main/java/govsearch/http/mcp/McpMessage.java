package govsearch.http.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that came.
 *
 * @param id a text or a whole number; null for a notification
 * @param method what is asked
 * @param params an object; a missing node where there is none
 */
record McpMessage(@Nullable JsonNode id, String method, JsonNode params) {

  static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
  static final String META_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  /**
   * Reads a message.
   *
   * @throws McpErrorException if it is none
   */
  static McpMessage of(JsonNode message) {
    JsonNode id = message.get("id");
    boolean hasId = id != null && (id.isString() || id.isIntegralNumber());
    JsonNode known = hasId ? id : null;
    if (!message.isObject()
        || !message.path("jsonrpc").asString("").equals("2.0")
        || !message.path("method").isString()
        || (id != null && !hasId)) {
      throw new McpErrorException(
          400, McpErrorException.INVALID_REQUEST, "不是 JSON-RPC 2.0 的请求", known);
    }
    JsonNode params = message.path("params");
    if (!params.isMissingNode() && !params.isObject()) {
      throw new McpErrorException(400, McpErrorException.INVALID_PARAMS, "params 应是一个对象", known);
    }
    return new McpMessage(known, message.get("method").asString(), params);
  }

  boolean isNotification() {
    return id == null;
  }

  /** What it says of itself. */
  JsonNode meta() {
    return params.path("_meta");
  }

  /** The version that it says it is of; empty where it says none. */
  String version() {
    return meta().path(META_VERSION).asString("");
  }
}
