package govsearch.engine.opensearch.client;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it is sent and received. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** An object of names and values in turn. */
  public static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /**
   * A value in UTF-8. Halves of characters, which UTF-8 has not, become question marks: what is
   * searched by must not contain any.
   */
  public static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** A value as a text. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** What was received. */
  public static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  /** An object of ours that was kept as JSON. */
  public static <T> T read(JsonNode json, Class<T> type) {
    return MAPPER.treeToValue(json, type);
  }

  /** A text of which UTF-8 can have every character: halves are replaced as Lucene does. */
  public static String wellFormed(String text) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (pair) {
          i++;
        } else {
          changed = changed == null ? new StringBuilder(text) : changed;
          changed.setCharAt(i, '\uFFFD');
        }
      }
    }
    return changed == null ? text : changed.toString();
  }
}
