package govsearch.http.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an assistant may ask.
 *
 * @param definition as {@code tools/list} gives it: name, description, schemas
 * @param call answers
 */
public record McpTool(ObjectNode definition, Call call) {

  /** Answers what a tool is asked. */
  @FunctionalInterface
  public interface Call {

    /**
     * An object as the tool's output schema says.
     *
     * @throws McpRefusedException if it cannot be answered
     */
    JsonNode answer(McpArguments arguments);
  }

  /** By which it is called. */
  public String name() {
    return definition.get("name").asString();
  }
}
