package govsearch.http.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers the messages of assistants. It keeps nothing between two of them: of the versions that
 * begin with {@code initialize} it takes every later message for one that was so begun, and gives
 * no session; a request that says its version itself is answered as 2026-07-28 has it.
 */
public final class McpEndpoint {

  static final String CALL = "tools/call";

  /** Tools change with the program alone. */
  private static final int FRESH_MILLIS = 3_600_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, McpTool> tools = new LinkedHashMap<>();
  private final String name;
  private final String version;
  private final String instructions;

  /** What is answered; no body for a notification. */
  public record Answer(int status, @Nullable JsonNode body) {}

  /**
   * An endpoint.
   *
   * @param name of the server
   * @param version of the server
   * @param instructions what an assistant should know before it asks
   */
  public McpEndpoint(String name, String version, String instructions, List<McpTool> tools) {
    this.name = name;
    this.version = version;
    this.instructions = instructions;
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
  }

  /**
   * Answers a message.
   *
   * @param header of the request by its name, null where there is none
   * @param base where the service is, without a slash at the end
   */
  public Answer answer(String body, Function<String, @Nullable String> header, String base) {
    try {
      return answer(read(body), header, base);
    } catch (McpErrorException e) {
      return new Answer(e.status(), error(e));
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new McpErrorException(400, McpErrorException.PARSE_ERROR, "正文不是有效的 JSON", null);
    }
  }

  private Answer answer(JsonNode body, Function<String, @Nullable String> header, String base) {
    if (body.isObject() && !body.has("method") && (body.has("result") || body.has("error"))) {
      return new Answer(202, null); // of nothing that was asked; earlier versions allow it
    }
    McpMessage message = McpMessage.of(body);
    String given = header.apply(McpHeaders.VERSION);
    boolean says = message.meta().has(McpMessage.META_VERSION);
    String asked = says ? message.version() : given == null ? "" : given;
    if (says || !asked.isEmpty()) {
      if (McpVersion.of(asked).isEmpty()) {
        throw unsupported(message, asked);
      }
    }
    boolean stateless = McpVersion.of(asked).filter(McpVersion::isStateless).isPresent();
    if (message.isNotification()) {
      return new Answer(202, null);
    }
    if (stateless) {
      McpHeaders.check(message, header);
      if (!message.meta().path(McpMessage.META_CAPABILITIES).isObject()) {
        throw new McpErrorException(
            400,
            McpErrorException.INVALID_PARAMS,
            "_meta 里缺少 " + McpMessage.META_CAPABILITIES,
            message.id());
      }
    }
    ObjectNode result = stateless ? stateless(message, base) : session(message, base);
    ObjectNode answer = envelope(message.id());
    answer.set("result", result);
    return new Answer(200, answer);
  }

  private ObjectNode stateless(McpMessage message, String base) {
    ObjectNode result =
        switch (message.method()) {
          case "server/discover" -> discovered();
          case "tools/list" -> fresh(listed());
          case CALL -> called(message, base);
          default -> throw unknown(404, message);
        };
    result.put("resultType", "complete");
    result.putObject("_meta").set("io.modelcontextprotocol/serverInfo", info());
    return result;
  }

  private ObjectNode session(McpMessage message, String base) {
    return switch (message.method()) {
      case "initialize" -> initialized(message);
      case "ping" -> JSON.createObjectNode();
      case "tools/list" -> listed();
      case CALL -> called(message, base);
      default -> throw unknown(200, message);
    };
  }

  private ObjectNode discovered() {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode versions = result.putArray("supportedVersions");
    McpVersion.dates().forEach(versions::add);
    result.putObject("capabilities").putObject("tools");
    result.put("instructions", instructions);
    return fresh(result);
  }

  private static ObjectNode fresh(ObjectNode result) {
    return result.put("ttlMs", FRESH_MILLIS).put("cacheScope", "public");
  }

  /** A version that is not known here is answered with the newest that is. */
  private ObjectNode initialized(McpMessage message) {
    String asked = message.params().path("protocolVersion").asString("");
    McpVersion version =
        McpVersion.of(asked).filter(v -> !v.isStateless()).orElse(McpVersion.LAST_OF_SESSIONS);
    ObjectNode result = JSON.createObjectNode();
    result.put("protocolVersion", version.date());
    result.putObject("capabilities").putObject("tools");
    result.set("serverInfo", info());
    result.put("instructions", instructions);
    return result;
  }

  private ObjectNode info() {
    return JSON.createObjectNode().put("name", name).put("version", version);
  }

  private ObjectNode listed() {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode all = result.putArray("tools");
    tools.values().forEach(tool -> all.add(tool.definition().deepCopy()));
    return result;
  }

  private ObjectNode called(McpMessage message, String base) {
    McpTool tool = tools.get(message.params().path("name").asString(""));
    if (tool == null) {
      throw new McpErrorException(
          message.version().isEmpty() ? 200 : 400,
          McpErrorException.INVALID_PARAMS,
          "没有这个工具，可用：" + String.join("、", tools.keySet()),
          message.id());
    }
    JsonNode given = message.params().path("arguments");
    ObjectNode result = JSON.createObjectNode();
    try {
      JsonNode answer =
          tool.call()
              .answer(
                  new McpArguments(
                      tool.definition().path("inputSchema"),
                      given.isMissingNode() || given.isNull() ? JSON.createObjectNode() : given,
                      base));
      text(result, JSON.writeValueAsString(answer));
      result.set("structuredContent", answer);
      result.put("isError", false);
    } catch (McpRefusedException e) {
      text(result, String.valueOf(e.getMessage()));
      result.put("isError", true);
    }
    return result;
  }

  private static void text(ObjectNode result, String text) {
    result.putArray("content").addObject().put("type", "text").put("text", text);
  }

  private static McpErrorException unknown(int status, McpMessage message) {
    return new McpErrorException(
        status, McpErrorException.METHOD_NOT_FOUND, "没有这个方法", message.id());
  }

  private static McpErrorException unsupported(McpMessage message, String asked) {
    ObjectNode data = JSON.createObjectNode();
    ArrayNode supported = data.putArray("supported");
    McpVersion.dates().forEach(supported::add);
    data.put("requested", asked);
    return new McpErrorException(
        400, McpErrorException.UNSUPPORTED_VERSION, "不支持这个协议版本", message.id(), data);
  }

  private static ObjectNode envelope(@Nullable JsonNode id) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    if (id != null) {
      answer.set("id", id);
    }
    return answer;
  }

  private static ObjectNode error(McpErrorException e) {
    ObjectNode answer = envelope(e.id());
    ObjectNode error = answer.putObject("error");
    error.put("code", e.code()).put("message", String.valueOf(e.getMessage()));
    if (e.data() != null) {
      error.set("data", e.data());
    }
    return answer;
  }
}
