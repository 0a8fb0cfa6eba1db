package govsearch.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer cut into its parts, of which only as much is understood as the tests ask for. */
record RawAnswer(int status, String head, String body) {

  static RawAnswer of(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int blank = all.indexOf("\r\n\r\n");
    if (!all.startsWith("HTTP/1.1 ") || blank < 0) {
      throw new AssertionError("no HTTP answer: " + all);
    }
    int status = Integer.parseInt(all.substring(9, 12));
    return new RawAnswer(status, all.substring(0, blank), all.substring(blank + 4));
  }

  JsonNode json() {
    return JsonMapper.builder().build().readTree(body);
  }
}
