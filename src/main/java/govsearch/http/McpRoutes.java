package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.http.mcp.McpArguments;
import govsearch.http.mcp.McpEndpoint;
import govsearch.http.mcp.McpTool;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /mcp}: what assistants ask, all of it reading. */
final class McpRoutes {

  static final String PATH = "/mcp";

  /** The longest text that a tool takes, with every character escaped, and some more. */
  static final int MOST_BYTES = 160 << 10;

  static final String TOO_LARGE = "请求最多 " + (MOST_BYTES >> 10) + " KB";

  private static final String DEFINITIONS = "mcp-tools.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final McpEndpoint endpoint;
  private final Links links;

  McpRoutes(SearchEngine engine, Links links) {
    this.links = links;
    McpFinding finding = new McpFinding(engine, links);
    McpInsight insight = new McpInsight(engine, links);
    McpTexts texts = new McpTexts(engine, links);
    Map<String, Function<McpArguments, Object>> answers =
        Map.of(
            "search", finding::search,
            "fetch", finding::fetch,
            "suggest", finding::suggest,
            "coverage", insight::coverage,
            "compare", insight::compare,
            "figures", insight::figures,
            "similar_problems", texts::similar,
            "verify_quotes", texts::verify);
    JsonNode definitions = definitions();
    List<McpTool> tools = new ArrayList<>();
    for (JsonNode definition : definitions.get("tools")) {
      String name = definition.get("name").asString();
      tools.add(
          new McpTool(
              (ObjectNode) withShared(definition, definitions.get("shared")),
              McpReading.call(Objects.requireNonNull(answers.get(name)))));
    }
    String version = McpRoutes.class.getPackage().getImplementationVersion();
    this.endpoint =
        new McpEndpoint(
            "govsearch",
            version == null ? "0" : version,
            definitions.get("instructions").asString(),
            tools);
  }

  private static JsonNode definitions() {
    try (InputStream in = McpRoutes.class.getResourceAsStream(DEFINITIONS)) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every {@code {"shared": name}} replaced by what it names: each tool's schemas are whole. */
  private static JsonNode withShared(JsonNode node, JsonNode shared) {
    if (node.isObject() && node.size() == 1 && node.path("shared").isString()) {
      return withShared(shared.get(node.get("shared").asString()), shared);
    }
    if (node.isObject()) {
      ObjectNode whole = JSON.createObjectNode();
      node.properties().forEach(e -> whole.set(e.getKey(), withShared(e.getValue(), shared)));
      return whole;
    }
    if (node.isArray()) {
      var whole = JSON.createArrayNode();
      node.forEach(each -> whole.add(withShared(each, shared)));
      return whole;
    }
    return node;
  }

  void answer(Context context) {
    String media = RequestBody.mediaType(context);
    if (!media.equals("application/json")) {
      throw ProblemException.unsupported("正文应是 application/json");
    }
    McpEndpoint.Answer answer =
        endpoint.answer(
            RequestBody.text(context, MOST_BYTES, TOO_LARGE), context::header, links.base(context));
    context.status(answer.status());
    if (answer.body() != null) {
      context.json(answer.body());
    }
  }
}
