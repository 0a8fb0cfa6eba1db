package govsearch.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of an address behind the question mark, strictly: a value that is half decoded, or
 * dropped because it cannot be decoded, would be searched for as something that nobody asked for.
 */
final class QueryString {

  private QueryString() {}

  /**
   * The values of each name, in the order of the address.
   *
   * @param raw as it came, without the question mark; null if there is none
   * @throws ProblemException if it is not percent-encoded UTF-8
   */
  static Map<String, List<String>> read(@Nullable String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw == null) {
      return values;
    }
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), null);
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), name);
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static String decoded(String raw, @Nullable String name) {
    // Jetty has put U+FFFD where bytes that were not percent-encoded are no UTF-8.
    if (raw.indexOf('\uFFFD') >= 0) {
      throw notUtf8(name);
    }
    if (raw.indexOf('%') < 0) {
      return raw.replace('+', ' ');
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(raw, name)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8(name);
    }
  }

  private static ByteBuffer bytes(String raw, @Nullable String name) {
    byte[] characters = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(characters.length);
    for (int i = 0; i < characters.length; i++) {
      switch (characters[i]) {
        case '+' -> bytes.put((byte) ' ');
        case '%' -> {
          int high = i + 2 < characters.length ? digit(characters[i + 1]) : -1;
          int low = i + 2 < characters.length ? digit(characters[i + 2]) : -1;
          if (high < 0 || low < 0) {
            throw ProblemException.badRequest("参数有误", of(name) + "的百分号编码不完整；百分号本身要写作 %25");
          }
          bytes.put((byte) (high * 16 + low));
          i += 2;
        }
        default -> bytes.put(characters[i]);
      }
    }
    return bytes.flip();
  }

  /** Of ASCII only: {@link Character#digit} also takes digits that no encoder writes. */
  private static int digit(byte c) {
    return c < 0 ? -1 : Character.digit(c, 16);
  }

  private static ProblemException notUtf8(@Nullable String name) {
    return ProblemException.badRequest("参数有误", of(name) + "不是有效的 UTF-8，请用 UTF-8 编码后再发");
  }

  private static String of(@Nullable String name) {
    return name == null ? "参数名" : "参数 " + Problem.shortened(name) + " ";
  }
}
