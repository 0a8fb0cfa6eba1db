package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.Mode;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Section;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds openapi.yaml and the server to each other, in both directions. */
class OpenApiTest {

  private static RunningServer server;
  private static ApiDescription api;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
    api = ApiDescription.servedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> paths() {
    return server.paths().stream();
  }

  static Stream<String> pathsThatCheckParameters() {
    return paths().filter(path -> path.startsWith("/api/"));
  }

  @Test
  void describesExactlyThePathsThatTheServerHas() {
    assertThat(api.root().get("paths").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(server.paths(), PostRoutes.PATHS, Set.of(McpRoutes.PATH))
                .flatMap(Set::stream)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("paths")
  void answersAsDescribed(String path) {
    HttpResponse<byte[]> answer = server.get(filled(path));

    assertThat(answer.statusCode()).as("the examples are of the bundled samples").isEqualTo(200);
    assertIsDescribed(path, "200", answer);
  }

  @ParameterizedTest
  @MethodSource("pathsThatCheckParameters")
  void refusesAsDescribed(String path) {
    HttpResponse<byte[]> answer = server.get(with(filled(path), "no-such-parameter=1"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertIsDescribed(path, "400", answer);
  }

  @ParameterizedTest
  @MethodSource("pathsThatCheckParameters")
  void answersAsDescribedWhereThereIsNothing(String path) {
    if (path.contains("{id}") || hasRequired(path)) {
      HttpResponse<byte[]> answer = server.get(filledWith(path, p -> "aaaaaaaaaaaa.aaaaaaaa"));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertIsDescribed(path, "404", answer);
    } else {
      assertThat(api.operation(path).get("responses").has("404")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void failsAsDescribed(String path) {
    HttpResponse<byte[]> answer = server.ask("POST", filled(path));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertIsDescribed(path, "default", answer);
  }

  @ParameterizedTest
  @MethodSource("pathsThatCheckParameters")
  void describesExactlyTheParametersThatTheServerTakes(String path) {
    List<String> described =
        api.parameters(path).stream()
            .filter(parameter -> parameter.get("in").asString().equals("query"))
            .map(parameter -> parameter.get("name").asString())
            .toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(taken(path));
  }

  /** The server itself tells, when it refuses a name. */
  private static List<String> taken(String path) {
    JsonNode problem = RunningServer.json(server.get(with(filled(path), "no-such-parameter=1")));
    String detail = problem.get("detail").asString();
    int names = detail.indexOf("可用：");
    return names < 0 ? List.of() : List.of(detail.substring(names + 3).split("、"));
  }

  @ParameterizedTest
  @MethodSource("pathsThatCheckParameters")
  void takesTheExampleOfEveryParameter(String path) {
    for (JsonNode parameter : api.parameters(path)) {
      if (parameter.get("in").asString().equals("query")
          && parameter.has("example")
          && !isRequired(parameter)) {
        JsonNode example = parameter.get("example");
        List<String> pairs = new ArrayList<>();
        for (JsonNode value : example.isArray() ? example.values() : List.of(example)) {
          pairs.add(RunningServer.query(parameter.get("name").asString(), value.asString()));
        }
        String asked = with(filled(path), String.join("&", pairs));

        assertThat(server.get(asked).statusCode()).as(asked).isEqualTo(200);
      }
    }
  }

  @Test
  void everyExampleIsAsItsSchemaSays() {
    List<String> wrong = new ArrayList<>();
    checkExamples(api.root(), "", wrong);

    assertThat(wrong).isEmpty();
  }

  private static void checkExamples(JsonNode node, String pointer, List<String> wrong) {
    if (node.has("example") && node.has("schema")) {
      for (var error : api.errorsAt(pointer + "/schema", node.get("example"))) {
        wrong.add(pointer + ": " + error);
      }
    }
    for (var property : node.properties()) {
      String below = pointer + "/" + ApiDescription.escaped(property.getKey());
      checkExamples(property.getValue(), below, wrong);
    }
  }

  @Test
  void namesEveryChoiceThatTheCodeHas() {
    assertThat(choices("/components/parameters/mode/schema"))
        .isEqualTo(codes(Mode.values(), Mode::code));
    assertThat(choices("/components/parameters/sort/schema"))
        .isEqualTo(codes(SortOrder.values(), SortOrder::code));
    assertThat(choices("/components/schemas/Section")).isEqualTo(Section.codes());
    assertThat(choices("/components/schemas/Kind"))
        .isEqualTo(codes(ParagraphKind.values(), ParagraphKind::code));
    assertThat(choices("/components/schemas/Provenance"))
        .isEqualTo(codes(Provenance.values(), Provenance::code));
  }

  @Test
  void namesTheBoundsThatTheCodeHas() {
    assertThat(api.root().at("/components/parameters/size/schema/maximum").intValue())
        .isEqualTo(SearchRequest.MAX_SIZE);
    assertThat(api.root().at("/components/parameters/q/schema/maxLength").intValue())
        .isEqualTo(SearchRequest.MAX_QUERY_LENGTH);
  }

  private static List<String> choices(String pointer) {
    return api.root().at(pointer).get("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static <E> List<String> codes(E[] values, Function<E, String> code) {
    return Arrays.stream(values).map(code).toList();
  }

  /** A path with the examples of its id, and of what has to be asked behind it. */
  private static String filled(String path) {
    return filledWith(path, parameter -> parameter.get("example").asString());
  }

  private static String filledWith(String path, Function<JsonNode, String> value) {
    String filled = path;
    for (JsonNode parameter : api.parameters(path)) {
      String name = parameter.get("name").asString();
      if (parameter.get("in").asString().equals("path")) {
        String encoded =
            URLEncoder.encode(value.apply(parameter), StandardCharsets.UTF_8).replace("%2F", "/");
        filled = filled.replace("{" + name + "}", encoded);
      } else if (isRequired(parameter)) {
        filled = with(filled, RunningServer.query(name, value.apply(parameter)));
      }
    }
    return filled;
  }

  private static String with(String address, String query) {
    return address + (address.contains("?") ? "&" : "?") + query;
  }

  private static boolean hasRequired(String path) {
    return api.parameters(path).stream().anyMatch(OpenApiTest::isRequired);
  }

  private static boolean isRequired(JsonNode parameter) {
    return parameter.path("required").asBoolean(false);
  }

  private static void assertIsDescribed(String path, String status, HttpResponse<byte[]> answer) {
    JsonNode response = api.operation(path).at("/responses/" + status);
    JsonNode content = api.resolved(response).get("content");
    String type = answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
    assertThat(content.propertyNames()).contains(type);
    assertThat(content.size() == 1 || path.equals("/api/v1/export")).as(path).isTrue();
    if (type.endsWith("json")) {
      String holder =
          response.has("$ref")
              ? response.get("$ref").asString().substring(1)
              : "/paths/" + ApiDescription.escaped(path) + "/get/responses/" + status;
      String schema = holder + "/content/" + ApiDescription.escaped(type) + "/schema";
      assertThat(api.errorsAt(schema, RunningServer.json(answer))).isEmpty();
    }
  }
}
