package govsearch.http;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON. */
final class Json {

  /** As everything here is written, and read. */
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** As {@link Context#json}, of what is long: written as bytes, and not as a string before. */
  static void answer(Context context, Object view) {
    context.contentType(ContentType.APPLICATION_JSON).result(MAPPER.writeValueAsBytes(view));
  }
}
