package govsearch.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Requests to every operation that {@code openapi.yaml} describes, and to the pages, with something
 * wrong about most of them. Each follows from its number alone, so that one that fails can be sent
 * again.
 */
final class RequestFuzz {

  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW",
          "get");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/index.html",
          "/js/api.js",
          "/reports/{id}",
          "/help.html",
          "/webjars/x",
          "/api/v1/none");

  /** What takes a body has more ways to go wrong, and the more routes there are the fewer turns. */
  private static final int TURNS_OF_BODIES = 4;

  private final long seed;
  private final String token;
  private final List<String> ids;
  private final List<Operation> operations = new ArrayList<>();

  /** One method of one path. */
  private record Operation(
      String method, String path, List<JsonNode> parameters, List<String> types) {}

  /**
   * Requests.
   *
   * @param ids of reports that there are, and of their paragraphs
   */
  RequestFuzz(ApiDescription api, long seed, String token, List<String> ids) {
    this.seed = seed;
    this.token = token;
    this.ids = ids;
    for (var path : api.root().get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey().toUpperCase(Locale.ROOT))) {
          Operation one =
              new Operation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation.getValue().path("parameters").valueStream().map(api::resolved).toList(),
                  operation
                      .getValue()
                      .at("/requestBody/content")
                      .propertyStream()
                      .map(Map.Entry::getKey)
                      .toList());
          operations.addAll(Collections.nCopies(one.types().isEmpty() ? 1 : TURNS_OF_BODIES, one));
        }
      }
    }
    PAGES.forEach(page -> operations.add(new Operation("GET", page, List.of(), List.of())));
  }

  /** How many turns there are. */
  int operations() {
    return operations.size();
  }

  /** The request of a number, complete as far as it goes. */
  byte[] request(long number) {
    Random random = new Random(seed * 1_000_003 + number);
    FuzzValues values = new FuzzValues(random);
    Operation operation = operations.get(random.nextInt(operations.size()));
    String method = values.oneIn(12) ? values.pick(METHODS) : operation.method();
    StringBuilder head = new StringBuilder(method).append(' ').append(path(operation, values));
    head.append(query(operation, values, random));
    head.append(
        values.oneIn(40) ? values.pick(List.of(" HTTP/1.0", " HTTP/2.0", "", " x")) : " HTTP/1.1");
    head.append("\r\n")
        .append(values.oneIn(40) ? "" : "Host: localhost\r\n")
        .append("Connection: close\r\n");
    if (!operation.method().equals("GET")
        && operation.path().contains("/reports")
        && !values.oneIn(4)) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (int i = values.oneIn(2) ? random.nextInt(4) : 0; i > 0; i--) {
      String header = values.header(token);
      head.append(header).append(header.isEmpty() ? "" : "\r\n");
    }
    boolean hasBody = !operation.types().isEmpty() || values.oneIn(25);
    BodyFuzz.Body body =
        hasBody ? new BodyFuzz(random, values).next(operation.types()) : BodyFuzz.Body.NONE;
    head.append(body.headers()).append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body.bytes());
    return out.toByteArray();
  }

  private String path(Operation operation, FuzzValues values) {
    String path = operation.path();
    while (path.indexOf('{') >= 0) {
      int open = path.indexOf('{');
      int close = path.indexOf('}', open);
      String value = values.oneIn(3) ? values.encoded(values.any()) : values.pick(ids);
      path = path.substring(0, open) + value + path.substring(close + 1);
    }
    return values.oneIn(30)
        ? path + values.pick(List.of("/", "//", ";a=b", "/..", "/%2e%2e", "?", "#a", "*"))
        : path;
  }

  private String query(Operation operation, FuzzValues values, Random random) {
    StringBuilder out = new StringBuilder();
    for (JsonNode parameter : operation.parameters()) {
      boolean isQuery = parameter.path("in").asString("").equals("query");
      if (isQuery && random.nextInt(5) < (parameter.path("required").asBoolean(false) ? 4 : 2)) {
        out.append(out.isEmpty() ? '?' : '&')
            .append(values.encoded(parameter.get("name").asString()));
        out.append('=').append(value(parameter, values, random));
      }
    }
    if (values.oneIn(10)) {
      out.append(out.isEmpty() ? '?' : '&');
      out.append(values.pick(List.of("x=1", "q=a&q=b", "&&&", "=", "q", "q[]=1", "size=1&size=2")));
    }
    return out.toString();
  }

  private static String value(JsonNode parameter, FuzzValues values, Random random) {
    if (parameter.get("name").asString().equals("q") && random.nextBoolean()) {
      String typed = new QueryFuzz(random).next();
      return typed.substring(2, typed.indexOf('&') < 0 ? typed.length() : typed.indexOf('&'));
    }
    JsonNode choices = parameter.at("/schema/enum");
    if (choices.isArray() && !values.oneIn(3)) {
      return values.encoded(choices.get(random.nextInt(choices.size())).asString());
    }
    JsonNode example = parameter.path("example");
    return values.encoded(
        example.isValueNode() && values.oneIn(2) ? example.asString() : values.any());
  }
}
