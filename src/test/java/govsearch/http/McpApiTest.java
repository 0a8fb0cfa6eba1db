package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /mcp} message by message, in each era of the protocol. */
class McpApiTest {

  private static final String PUBLIC = "https://reports.example.org";
  private static final String STATELESS = "2026-07-28";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.forAssistants(PUBLIC);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> post(String body, String... headers) {
    return server.post("/mcp", "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static ObjectNode message(String method, ObjectNode params) {
    ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 7);
    message.put("method", method).set("params", params);
    return message;
  }

  private static ObjectNode meta(String version) {
    ObjectNode params = JSON.createObjectNode();
    ObjectNode meta = params.putObject("_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", version);
    meta.putObject("io.modelcontextprotocol/clientCapabilities");
    return params;
  }

  private static String[] headers(String method, String... more) {
    List<String> all =
        new ArrayList<>(List.of("MCP-Protocol-Version", STATELESS, "Mcp-Method", method));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static JsonNode stateless(String method) {
    HttpResponse<byte[]> answer =
        post(message(method, meta(STATELESS)).toString(), headers(method));
    assertThat(answer.statusCode()).isEqualTo(200);
    return RunningServer.json(answer).get("result");
  }

  static JsonNode call(String tool, String arguments) {
    ObjectNode params = meta(STATELESS).put("name", tool);
    params.set("arguments", JSON.readTree(arguments));
    HttpResponse<byte[]> answer =
        post(message("tools/call", params).toString(), headers("tools/call", "Mcp-Name", tool));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode message = RunningServer.json(answer);
    assertThat(message.get("id").intValue()).isEqualTo(7);
    assertThat(message.at("/result/resultType").asString()).isEqualTo("complete");
    return message.get("result");
  }

  @Test
  void theStatelessEraIsDiscoveredAndListed() {
    JsonNode discovered = stateless("server/discover");
    assertThat(discovered.get("supportedVersions").valueStream().map(JsonNode::asString))
        .containsExactly(STATELESS, "2025-11-25", "2025-06-18");
    assertThat(discovered.get("capabilities").propertyNames()).containsExactly("tools");
    assertThat(discovered.get("instructions").asString()).contains("不说明没有做过");
    assertThat(discovered.get("ttlMs").isIntegralNumber()).isTrue();
    assertThat(discovered.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asString())
        .isEqualTo("govsearch");
    JsonNode tools = stateless("tools/list").get("tools");
    assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
        .containsExactlyInAnyOrder(
            "search",
            "fetch",
            "similar_problems",
            "coverage",
            "compare",
            "figures",
            "verify_quotes",
            "suggest");
    for (JsonNode tool : tools) {
      assertThat(tool.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(tool.at("/outputSchema/type").asString()).isEqualTo("object");
      assertThat(tool.toString()).doesNotContain("shared");
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-06-18, 2025-06-18", "2025-11-25, 2025-11-25", "2024-01-01, 2025-11-25"})
  void theEraOfSessionsBeginsWithInitialize(String asked, String answered) {
    ObjectNode params = JSON.createObjectNode().put("protocolVersion", asked);
    params.putObject("capabilities");
    params.putObject("clientInfo").put("name", "test").put("version", "1");
    HttpResponse<byte[]> answer = post(message("initialize", params).toString());
    assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
    JsonNode result = RunningServer.json(answer).get("result");
    assertThat(result.get("protocolVersion").asString()).isEqualTo(answered);
    assertThat(result.at("/serverInfo/name").asString()).isEqualTo("govsearch");
    HttpResponse<byte[]> noted =
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    assertThat(noted.statusCode()).isEqualTo(202);
    assertThat(noted.body()).isEmpty();
    JsonNode listed =
        RunningServer.json(
            post(
                message("tools/list", JSON.createObjectNode()).toString(),
                "MCP-Protocol-Version",
                answered));
    assertThat(listed.at("/result/tools")).hasSize(8);
    assertThat(listed.get("result").has("resultType")).isFalse();
    assertThat(
            RunningServer.json(post(message("ping", JSON.createObjectNode()).toString()))
                .get("result"))
        .isEmpty();
  }

  @Test
  void whatIsFoundIsCitedAndCanBeFetched() {
    JsonNode found = call("search", "{\"query\": \"“法律明白人”\", \"size\": 3}");
    JsonNode answer = found.get("structuredContent");
    assertThat(JSON.readTree(found.at("/content/0/text").asString())).isEqualTo(answer);
    assertThat(answer.get("total").intValue())
        .isEqualTo(server.search("q", "“法律明白人”").at("/total/value").intValue());
    assertThat(answer.get("results")).hasSize(3);
    assertThat(answer.get("note").asString()).contains("不说明没有做过");
    for (JsonNode hit : answer.get("results")) {
      JsonNode passage = hit.get("passage");
      assertThat(passage.get("text").asString()).contains("法律明白人");
      assertThat(passage.get("url").asString()).startsWith(PUBLIC + "/reports/");
      assertThat(passage.get("citation").asString()).contains(passage.get("url").asString());
      JsonNode fetched =
          call("fetch", "{\"id\": \"" + passage.get("id").asString() + "\"}")
              .get("structuredContent");
      assertThat(fetched.get("text")).isEqualTo(passage.get("text"));
    }
    JsonNode next =
        call(
                "search",
                "{\"query\": \"“法律明白人”\", \"size\": 3, \"cursor\": \""
                    + answer.get("nextCursor").asString()
                    + "\"}")
            .get("structuredContent");
    assertThat(next.at("/results/0/passage/id")).isNotEqualTo(answer.at("/results/0/passage/id"));
  }

  @Test
  void aReportIsFetchedPageByPageToItsEnd() {
    JsonNode hit =
        call("search", "{\"query\": \"普法\"}").at("/structuredContent/results/0/passage/id");
    String report = hit.asString().replaceFirst("\\..*", "");
    int all = server.json("/api/v1/reports/" + report).get("paragraphs").size();
    int seen = 0;
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          call("fetch", "{\"id\": \"" + report + "\", \"cursor\": \"" + cursor + "\"}")
              .get("structuredContent");
      seen += page.get("paragraphs").size();
      cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void everyToolAnswersAsItsSchemaSays() {
    String reports =
        server
            .json("/api/v1/reports?size=2")
            .get("reports")
            .valueStream()
            .map(report -> report.get("id").asString())
            .reduce((a, b) -> "{\"a\": \"" + a + "\", \"b\": \"" + b + "\"}")
            .orElseThrow();
    JsonNode tools = stateless("tools/list").get("tools");
    for (JsonNode tool : tools) {
      String arguments =
          switch (tool.get("name").asString()) {
            case "search" -> "{\"query\": \"网格员\", \"year\": [2024, \"2025\"]}";
            case "fetch" ->
                "{\"id\": \""
                    + server.json("/api/v1/reports?size=1").at("/reports/0/id").asString()
                    + "\"}";
            case "similar_problems" -> "{\"text\": \"懂法律的干部少，执法力量不足\"}";
            case "coverage" -> "{\"query\": \"法律明白人\", \"only\": \"silent\"}";
            case "compare" -> reports;
            case "figures" -> "{\"query\": \"法律明白人\"}";
            case "verify_quotes" -> "{\"text\": \"写道：“执法人员上门检查一律亮证”，又称“绝无此语的一句话”。\"}";
            default -> "{\"typed\": \"法律\"}";
          };
      JsonNode result = call(tool.get("name").asString(), arguments);
      assertThat(result.get("isError").booleanValue()).as(result.toString()).isFalse();
      assertThat(ApiDescription.errorsOf(tool.get("outputSchema"), result.get("structuredContent")))
          .as(tool.get("name").asString())
          .isEmpty();
      assertThat(ApiDescription.errorsOf(tool.get("inputSchema"), JSON.readTree(arguments)))
          .isEmpty();
      assertThat(result.at("/structuredContent/note").asString()).isNotEmpty();
    }
  }

  @Test
  void whatIsQuotedIsVerified() {
    JsonNode quotes =
        call("verify_quotes", "{\"text\": \"“执法人员上门检查一律亮证”；“绝无此语的一句话”\"}")
            .at("/structuredContent/quotes");
    assertThat(quotes.get(0).get("outcome").asString()).isEqualTo("verbatim");
    assertThat(quotes.get(0).at("/found/0/citation").asString()).contains(PUBLIC);
    assertThat(quotes.get(1).get("outcome").asString()).isEqualTo("unseen");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "search | {}",
        "search | {\"query\": 5}",
        "search | {\"query\": \"普法\", \"size\": 21}",
        "search | {\"query\": \"普法\", \"colour\": 1}",
        "search | {\"query\": \"普法\", \"year\": \"去年\"}",
        "search | {\"query\": \"普法\", \"cursor\": \"x\"}",
        "search | {\"query\": \"普法\", \"mode\": \"x\"}",
        "search | []",
        "fetch | {\"id\": \"x\"}",
        "fetch | {\"id\": \"aaaaaaaaaaaa.aaaaaaaa\"}",
        "compare | {\"a\": \"aaaaaaaaaaaa\", \"b\": \"aaaaaaaaaaaa\"}",
        "verify_quotes | {\"text\": \" \", \"cursor\": \"-1\"}",
        "similar_problems | {\"text\": \" \"}"
      },
      delimiter = '|')
  void whatCannotBeAnsweredIsToldToTheAssistant(String tool, String arguments) {
    JsonNode result = call(tool, arguments);
    assertThat(result.get("isError").booleanValue()).isTrue();
    assertThat(result.at("/content/0/text").asString()).isNotBlank();
  }

  private static void isRefused(HttpResponse<byte[]> answer, int status, int code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(RunningServer.json(answer).at("/error/code").intValue()).isEqualTo(code);
  }

  @Test
  void headersAndBodyMustSayTheSame() {
    String list = message("tools/list", meta(STATELESS)).toString();
    isRefused(post(list), 400, -32020);
    isRefused(post(list, headers("tools/call")), 400, -32020);
    isRefused(
        post(list, "MCP-Protocol-Version", "2025-11-25", "Mcp-Method", "tools/list"), 400, -32020);
    String call = message("tools/call", meta(STATELESS).put("name", "suggest")).toString();
    isRefused(post(call, headers("tools/call")), 400, -32020);
    isRefused(post(call, headers("tools/call", "Mcp-Name", "search")), 400, -32020);
    isRefused(post(call, headers("tools/call", "Mcp-Name", "=?base64?*?=")), 400, -32020);
    String encoded =
        "=?base64?"
            + Base64.getEncoder().encodeToString("suggest".getBytes(StandardCharsets.UTF_8))
            + "?=";
    assertThat(post(call, headers("tools/call", "Mcp-Name", encoded)).statusCode()).isEqualTo(200);
    ObjectNode bare = meta(STATELESS);
    ((ObjectNode) bare.get("_meta")).remove("io.modelcontextprotocol/clientCapabilities");
    isRefused(post(message("tools/list", bare).toString(), headers("tools/list")), 400, -32602);
  }

  @Test
  void aVersionThatIsNotKnownIsToldWhichAre() {
    HttpResponse<byte[]> answer = post(message("tools/list", meta("1900-01-01")).toString());
    isRefused(answer, 400, -32022);
    JsonNode data = RunningServer.json(answer).at("/error/data");
    assertThat(data.get("requested").asString()).isEqualTo("1900-01-01");
    assertThat(data.get("supported")).hasSize(3);
    assertThat(RunningServer.json(answer).get("id").intValue()).isEqualTo(7);
  }

  @Test
  void whatIsNoMethodOrToolIsNoneInEitherEra() {
    isRefused(
        post(message("initialize", meta(STATELESS)).toString(), headers("initialize")),
        404,
        -32601);
    isRefused(post(message("ping", meta(STATELESS)).toString(), headers("ping")), 404, -32601);
    isRefused(post(message("resources/list", JSON.createObjectNode()).toString()), 200, -32601);
    isRefused(
        post(message("tools/call", JSON.createObjectNode().put("name", "drop")).toString()),
        200,
        -32602);
    ObjectNode drop = meta(STATELESS).put("name", "drop");
    isRefused(
        post(message("tools/call", drop).toString(), headers("tools/call", "Mcp-Name", "drop")),
        400,
        -32602);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
        "null"
      })
  void whatIsNoRequestIsRefused(String body) {
    isRefused(post(body), 400, -32600);
  }

  @Test
  void bodiesThatAreNoJsonOrTooLongAreRefused() {
    isRefused(post("{"), 400, -32700);
    isRefused(post(""), 400, -32600);
    assertThat(post("x".repeat(McpRoutes.MOST_BYTES + 1)).statusCode()).isEqualTo(413);
    assertThat(server.post("/mcp", "text/plain", new byte[0]).statusCode()).isEqualTo(415);
  }

  @Test
  void pagesOfOtherSitesAreRefusedAndThereIsNothingToGet() {
    String ping = message("ping", JSON.createObjectNode()).toString();
    assertThat(post(ping, "Origin", "https://evil.example.org").statusCode()).isEqualTo(403);
    assertThat(post(ping, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(post(ping, "Origin", "http://127.0.0.1:" + server.port()).statusCode())
        .isEqualTo(200);
    assertThat(server.get("/mcp").statusCode()).isEqualTo(405);
    assertThat(server.ask("DELETE", "/mcp").statusCode()).isEqualTo(405);
  }

  @Test
  void isOffUnlessAskedFor() {
    try (RunningServer plain = RunningServer.overSamples()) {
      int nothing = plain.post("/nothing", "application/json", new byte[0]).statusCode();
      assertThat(nothing).isIn(404, 405);
      assertThat(plain.post("/mcp", "application/json", new byte[0]).statusCode())
          .isEqualTo(nothing);
    }
  }
}
