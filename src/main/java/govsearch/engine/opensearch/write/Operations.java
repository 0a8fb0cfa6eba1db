package govsearch.engine.opensearch.write;

import govsearch.engine.opensearch.client.Json;
import java.io.ByteArrayOutputStream;

/** Single writes as a bulk request has them: one or two lines each. */
final class Operations {
  private Operations() {}

  /** Writes a document whole, whatever is there: the same as often as it is done. */
  static byte[] index(String index, String id, String routing, Object document) {
    Object action = Json.of("index", Json.of("_index", index, "_id", id, "routing", routing));
    return lines(action, document);
  }

  /** Writes a document that is looked up by its id alone. */
  static byte[] index(String index, String id, Object document) {
    return lines(Json.of("index", Json.of("_index", index, "_id", id)), document);
  }

  /** Deletes such a document; one that is not there is no error. */
  static byte[] delete(String index, String id) {
    return lines(Json.of("delete", Json.of("_index", index, "_id", id)));
  }

  private static byte[] lines(Object... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object line : lines) {
      out.writeBytes(Json.bytes(line));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
