package govsearch.http;

import govsearch.engine.FacetCounts.FacetCount;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Answers in JSON. */
final class Json {

  /** As everything here is written, and read. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(FacetCount.class, new FacetCountWriter()))
          .build();

  private Json() {}

  /** As of any record, but without looking at what a record is: answers have four hundred. */
  private static final class FacetCountWriter extends ValueSerializer<FacetCount> {

    private static final SerializedString VALUE = new SerializedString("value");
    private static final SerializedString COUNT = new SerializedString("count");
    private static final SerializedString CHILDREN = new SerializedString("children");

    @Override
    public void serialize(FacetCount one, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeName(VALUE).writeString(one.value());
      out.writeName(COUNT).writeNumber(one.count());
      out.writeName(CHILDREN).writeNumber(one.children());
      out.writeEndObject();
    }
  }

  /** As {@link Context#json}, of what is long: written as bytes, and not as a string before. */
  static void answer(Context context, Object view) {
    context.contentType(ContentType.APPLICATION_JSON).result(MAPPER.writeValueAsBytes(view));
  }
}
