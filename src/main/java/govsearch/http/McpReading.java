package govsearch.http;

import govsearch.engine.InvalidCursorException;
import govsearch.engine.NotAnsweredException;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchTimedOutException;
import govsearch.http.mcp.McpArguments;
import govsearch.http.mcp.McpRefusedException;
import govsearch.http.mcp.McpTool;
import govsearch.insight.PlainReading;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.SearchRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what assistants ask as every other request is read, and tells them what is wrong. */
final class McpReading {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_CURSOR = 9;
  private static final Pattern OFFSET = Pattern.compile("[0-9]++");

  private McpReading() {}

  /** What answers with a record, as a tool's answer. */
  static McpTool.Call call(Function<McpArguments, Object> answer) {
    return arguments -> {
      try {
        JsonNode tree = JSON.valueToTree(answer.apply(arguments));
        return tree;
      } catch (ProblemException e) {
        throw new McpRefusedException(e.problem().title() + "：" + e.problem().detail());
      } catch (SearchTimedOutException e) {
        throw new McpRefusedException("在时限内没有看完；请缩小范围，例如加上地区或年度");
      } catch (NotAnsweredException e) {
        throw new McpRefusedException(String.valueOf(e.getMessage()));
      } catch (InvalidCursorException e) {
        throw new McpRefusedException("cursor 不是这个请求给出的；请从第一页重新开始");
      } catch (FilterValues.InvalidFilterException e) {
        throw new McpRefusedException("筛选有误：" + e.getMessage());
      }
    };
  }

  static Filters filters(McpArguments arguments) {
    Map<FacetField, List<String>> chosen = new EnumMap<>(FacetField.class);
    for (FacetField field : FacetField.values()) {
      chosen.put(
          field,
          arguments.schema().path("properties").has(field.code())
              ? arguments.list(field.code())
              : List.of());
    }
    return FilterValues.read(chosen);
  }

  static Mode mode(McpArguments arguments) {
    return choice("mode", arguments.text("mode", 20), Mode.values(), Mode::code, Mode.WORDS);
  }

  static <E extends Enum<E>> E choice(
      String name, String value, E[] choices, Function<E, String> code, E otherwise) {
    if (value.isEmpty()) {
      return otherwise;
    }
    return Arrays.stream(choices)
        .filter(one -> code.apply(one).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new McpRefusedException(
                    name
                        + " 可以是 "
                        + Arrays.stream(choices).map(code).collect(Collectors.joining("、"))));
  }

  static ParsedQuery query(SearchEngine engine, McpArguments arguments, Mode mode) {
    String typed = arguments.text("query", SearchRequest.MAX_QUERY_LENGTH);
    return new PlainReading(engine).read(typed, mode);
  }

  /** Where a page of a list begins. */
  static int offset(McpArguments arguments) {
    String cursor = arguments.text("cursor", LONGEST_CURSOR);
    if (cursor.isEmpty()) {
      return 0;
    }
    if (!OFFSET.matcher(cursor).matches()) {
      throw new McpRefusedException("cursor 不是这个请求给出的；请从第一页重新开始");
    }
    return Integer.parseInt(cursor);
  }

  static List<String> messages(ParsedQuery query) {
    return query.notices().stream().map(notice -> notice.message()).toList();
  }
}
