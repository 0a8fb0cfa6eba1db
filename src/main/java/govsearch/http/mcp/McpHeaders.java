package govsearch.http.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the headers of a stateless request to its body: who stands between may go by them. */
final class McpHeaders {

  static final String VERSION = "MCP-Protocol-Version";
  private static final String METHOD = "Mcp-Method";
  private static final String NAME = "Mcp-Name";
  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";

  private McpHeaders() {}

  /**
   * Checks them.
   *
   * @throws McpErrorException if one is missing or says otherwise than the body
   */
  static void check(McpMessage message, Function<String, @Nullable String> header) {
    check(message, VERSION, header.apply(VERSION), message.version());
    check(message, METHOD, header.apply(METHOD), message.method());
    if (message.method().equals(McpEndpoint.CALL)) {
      String name = message.params().path("name").asString("");
      check(message, NAME, decoded(header.apply(NAME)), name);
    }
  }

  private static void check(
      McpMessage message, String header, @Nullable String given, String wanted) {
    if (given == null || !given.equals(wanted)) {
      throw new McpErrorException(
          400,
          McpErrorException.HEADER_MISMATCH,
          given == null ? "缺少请求头 " + header : "请求头 " + header + " 与正文不一致",
          message.id());
    }
  }

  private static @Nullable String decoded(@Nullable String value) {
    if (value == null || !value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
      return value;
    }
    String inner = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
    try {
      return new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
