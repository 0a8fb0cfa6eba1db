package govsearch.http.mcp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tool is asked, read and checked.
 *
 * @param schema what the tool takes
 * @param base where the service is, without a slash at the end
 */
public record McpArguments(JsonNode schema, JsonNode given, String base) {

  private static final int LONGEST_LISTED = 200;
  private static final int MOST_LISTED = 50;

  /**
   * Arguments, of which none is unknown.
   *
   * @throws McpRefusedException if one is, or they are no object
   */
  public McpArguments {
    if (!given.isObject()) {
      throw new McpRefusedException("arguments 应是一个对象");
    }
    JsonNode known = schema.path("properties");
    for (String name : given.propertyNames()) {
      if (!known.has(name)) {
        throw new McpRefusedException(
            "没有名为 " + shortened(name) + " 的参数，可用：" + String.join("、", known.propertyNames()));
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (!given.hasNonNull(required.asString())) {
        throw new McpRefusedException("缺少参数 " + required.asString());
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** A text as it was given, empty where it was not. */
  public String text(String name, int longest) {
    JsonNode value = given.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw new McpRefusedException(name + " 应是文字");
    }
    if (value.asString().length() > longest) {
      throw new McpRefusedException(name + " 最多 " + longest + " 字");
    }
    return value.asString();
  }

  /** Where a page begins; null for the first. */
  public @Nullable String cursor() {
    String cursor = text("cursor", 10_000);
    return cursor.isEmpty() ? null : cursor;
  }

  /** Texts or numbers, one or a list of them; none where nothing was given. */
  public List<String> list(String name) {
    JsonNode value = given.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      String text = one.isIntegralNumber() ? one.bigIntegerValue().toString() : "";
      if (one.isString()) {
        text = one.asString();
      } else if (!one.isIntegralNumber()) {
        throw new McpRefusedException(name + " 应是文字，或文字的列表");
      }
      if (text.length() > LONGEST_LISTED || all.size() == MOST_LISTED) {
        throw new McpRefusedException(
            name + " 最多给 " + MOST_LISTED + " 个值，每个最多 " + LONGEST_LISTED + " 字");
      }
      all.add(text);
    }
    return all;
  }

  /** A whole number of a span. */
  public int integer(String name, int least, int most, int otherwise) {
    JsonNode value = given.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw new McpRefusedException(name + " 应是 " + least + " 到 " + most + " 的整数");
    }
    return value.intValue();
  }
}
