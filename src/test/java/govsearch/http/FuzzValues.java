package govsearch.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is put where something else is meant: values, header fields and ways of writing them. */
final class FuzzValues {

  private static final List<String> NUMBERS =
      List.of(
          "0", "1", "-1", "50", "200", "201", "1e9", "0x10", "1.5", "NaN", "１２", "٣", " 7 ", "");
  private static final List<String> HUGE =
      List.of("99999999999", "9223372036854775808", "-2147483649", "1" + "0".repeat(400));
  private static final List<String> ODD =
      List.of(
          "\u0000",
          "a\u0000b",
          "\r\nX-Injected: 1",
          "\u202E倒",
          "\uFEFF法",
          "﷽",
          "\uD83D\uDE00",
          "𠮷",
          "<script>alert(1)</script>",
          "' OR 1=1 --",
          "${jndi:ldap://x}",
          "../../../etc/passwd",
          "..",
          "C:\\a",
          "%",
          "%%%",
          "null",
          "true",
          "[]",
          "{}",
          "year[]",
          "é",
          "e\u0301",
          "ﬁ",
          "İ",
          "ß");
  private static final List<String> SAID =
      List.of("法", "法治", "“法律明白人”", "普法", "柳湾镇", "临溪县", "2024", "2023..2025", "problems", "问题");

  private final Random random;

  FuzzValues(Random random) {
    this.random = random;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** Anything that may stand where a value does. */
  String any() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> pick(NUMBERS);
      case 2 -> pick(HUGE);
      case 3, 4 -> pick(ODD);
      case 5 -> pick(ODD) + pick(SAID);
      case 6 -> pick(SAID).repeat(1 + random.nextInt(400));
      case 7 -> "(".repeat(random.nextInt(300)) + pick(SAID);
      case 8 -> "\"" + "*法".repeat(random.nextInt(60)) + "\"";
      case 9 -> "/".repeat(random.nextInt(50)) + pick(SAID);
      default -> pick(SAID);
    };
  }

  /** Percent-encoded for the most part, else as it stands, or broken. */
  String encoded(String value) {
    if (oneIn(20)) {
      return pick(
          List.of("%", "%zz", "%E6%B3", "%FF", "%ED%A0%80", "%C0%AE", "%00", "a%0d%0ab", "+"));
    }
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '.';
      out.append(isPlain ? Character.toString(b) : String.format("%%%02X", b & 0xFF));
    }
    return out.toString();
  }

  /** A header field with its end, or nothing. */
  String header(String token) {
    return switch (random.nextInt(26)) {
      case 0 ->
          "Accept: "
              + pick(List.of("text/html", "image/png", "*/*", "", "a/b;q=x", "application/xml"));
      case 1 ->
          "Accept-Encoding: " + pick(List.of("gzip", "br", "identity;q=0", "*;q=0", "gzip;q=,"));
      case 2 ->
          "Range: bytes=" + pick(List.of("0-0", "-1", "5-2", "0-,0-,0-", "999999999999999999999-"));
      case 3 -> "If-None-Match: " + pick(List.of("*", "\"x\"", "W/\"", "\""));
      case 4 -> "If-Modified-Since: " + pick(List.of("x", "Thu, 01 Jan 1970 00:00:00 GMT", "0"));
      case 5 -> "Cookie: " + pick(List.of("a=b", "=", "JSESSIONID=../x", "a=\"", ";;;"));
      case 6 -> "Authorization: Bearer " + pick(List.of("guess", "", token + "x", "\u00e9"));
      case 7, 8, 9, 10, 11 -> "Authorization: Bearer " + token;
      case 12 -> "Authorization: " + pick(List.of("Basic YTpi", "Bearer", "bearer " + token, "\t"));
      case 13 ->
          "Origin: " + pick(List.of("null", "http://evil.example", "http://localhost", "x y"));
      case 14 -> "Sec-Fetch-Site: " + pick(List.of("cross-site", "same-origin", "none", "?"));
      case 15 -> "Upgrade: " + pick(List.of("websocket", "h2c", "x"));
      case 16 -> "Sec-WebSocket-Version: 13";
      case 17 ->
          "X-Forwarded-Host: evil.example\r\n"
              + "X-Forwarded-Proto: gopher\r\n"
              + "Forwarded: host=evil.example";
      case 18 -> "X-HTTP-Method-Override: DELETE";
      case 19 -> "Expect: " + pick(List.of("100-continue", "200-ok"));
      case 20 -> "Content-Encoding: " + pick(List.of("gzip", "deflate", "x"));
      case 21 -> "X: " + "a".repeat(random.nextInt(70_000));
      case 22 ->
          pick(
              List.of(
                  "no colon", ": empty", "a b: c", " folded: x", "X: \u00ff\u00fe", "X:\u0001"));
      case 23 -> "Host: " + pick(List.of("evil.example", "localhost", "[", "a:b:c"));
      default -> "";
    };
  }
}
