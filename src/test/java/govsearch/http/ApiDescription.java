package govsearch.http;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The served {@code openapi.yaml}: what is in it, and what an answer must be like after it. */
final class ApiDescription {

  private static final String LOCATION = "https://govsearch.invalid/openapi.json";

  private final JsonNode root;
  private final SchemaRegistry schemas;
  private final Map<String, com.networknt.schema.Schema> known = new ConcurrentHashMap<>();

  private ApiDescription(JsonNode root) {
    this.root = root;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(LOCATION, root.toString())));
  }

  static ApiDescription servedBy(RunningServer server) {
    byte[] yaml = server.get("/openapi.yaml").body();
    return new ApiDescription(YAMLMapper.builder().build().readTree(yaml));
  }

  JsonNode root() {
    return root;
  }

  /** The description of reading a path. */
  JsonNode operation(String path) {
    return root.at("/paths/" + escaped(path) + "/get");
  }

  /** An object, or the one that it refers to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** The parameters of a path, in full. */
  List<JsonNode> parameters(String path) {
    return operation(path).path("parameters").valueStream().map(this::resolved).toList();
  }

  /**
   * What is wrong with a JSON answer.
   *
   * @param name of a schema, such as {@code SearchAnswer}
   * @return empty if it is as described
   */
  List<Error> errors(String name, JsonNode answer) {
    return errorsAt("/components/schemas/" + name, answer);
  }

  /** What is wrong with a value, after the schema at a JSON pointer. */
  List<Error> errorsAt(String pointer, JsonNode value) {
    return known
        .computeIfAbsent(pointer, at -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + at)))
        .validate(value);
  }

  /** The same after a schema that stands by itself. */
  static List<Error> errorsOf(JsonNode schema, JsonNode value) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(value);
  }

  /** A name as JSON pointers write it. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
