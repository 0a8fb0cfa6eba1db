package govsearch.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Query strings as nobody means them: for {@code GET search}, ready to be sent. */
final class QueryFuzz {

  private static final List<String> WORDS =
      List.of("法律明白人", "普法", "网格员", "经费", "法", "a", "𠮷", "㙍", "镇（街道）", "2024", "习近平法治思想");
  private static final List<String> SIGNS =
      List.of(
          "\"",
          "“",
          "”",
          "「",
          "」",
          "‘",
          "(",
          ")",
          "（",
          "）",
          "-",
          "－",
          "OR",
          " OR ",
          "|",
          "AND",
          "*",
          "＊",
          "~",
          "~5",
          "~99999999999",
          ":",
          "：",
          "town:",
          "year:",
          "year:2023..2025",
          "year:9999..0",
          "year:..",
          "section:",
          "section:问题",
          "section:\"",
          "title:\"",
          "foo:",
          "..",
          " ",
          "　",
          "\t",
          "\n",
          "\u0000",
          "\u200B",
          "\uFEFF",
          "\\",
          "/",
          "<b>",
          "&amp;",
          "%",
          "'",
          "^2",
          "[a TO b]",
          "{!x}");

  private final Random random;

  QueryFuzz(Random random) {
    this.random = random;
  }

  /** Behind the question mark. */
  String next() {
    String parameters = "q=" + encoded(typed());
    if (random.nextInt(3) == 0) {
      parameters += "&mode=" + pick(List.of("exact", "words", "most", "loose"));
    }
    if (random.nextInt(5) == 0) {
      parameters += "&sort=" + pick(List.of("relevance", "newest", "oldest", "town"));
    }
    if (random.nextInt(4) == 0) {
      parameters += pick(List.of("&fold=true", "&substance=only", "&fold=true&substance=only"));
    }
    if (random.nextInt(5) == 0) {
      parameters += "&town=" + encoded(unicode(1 + random.nextInt(20)));
    }
    if (random.nextInt(8) == 0) {
      parameters +=
          "&region=" + encoded(pick(List.of("/", "//", "-", "--", "a/b/c/d/e", "临溪县//", "-/")));
    }
    return parameters;
  }

  private String typed() {
    return switch (random.nextInt(10)) {
      case 0 -> unicode(random.nextInt(60));
      case 1 -> pick(WORDS).repeat(1 + random.nextInt(150));
      case 2 -> "(".repeat(random.nextInt(500)) + pick(WORDS) + ")".repeat(random.nextInt(500));
      case 3 -> "(- ".repeat(random.nextInt(200)) + pick(WORDS);
      case 4 ->
          "\"" + "*法".repeat(random.nextInt(120)) + "*\"" + (random.nextBoolean() ? "~100" : "");
      case 5 -> "\"" + "的 ".repeat(random.nextInt(120)) + "\"~" + random.nextInt(200);
      case 6 -> (pick(WORDS) + " OR ").repeat(random.nextInt(60)) + pick(SIGNS);
      default -> mixture();
    };
  }

  private String mixture() {
    StringBuilder out = new StringBuilder();
    int parts = random.nextInt(30);
    for (int i = 0; i < parts; i++) {
      out.append(random.nextBoolean() ? pick(SIGNS) : pick(WORDS));
      out.append(random.nextInt(4) == 0 ? " " : "");
    }
    return out.toString();
  }

  /** Any code points, half of a surrogate pair at times. */
  private String unicode(int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(20)) {
        case 0 -> out.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
        case 1 -> out.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> out.append((char) random.nextInt(0x80));
        default -> out.append((char) (0x4E00 + random.nextInt(0x5200)));
      }
    }
    return out.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /**
   * Percent-encoded, each UTF-16 unit that is half a pair by itself, in the three bytes that it
   * would have if it were a character: programs send that, though it is not UTF-8.
   */
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              byte[] bytes =
                  c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                      ? new byte[] {
                        (byte) 0xED, (byte) (0x80 | ((c >> 6) & 0x3F)), (byte) (0x80 | (c & 0x3F))
                      }
                      : Character.toString(c).getBytes(StandardCharsets.UTF_8);
              for (byte b : bytes) {
                out.append('%').append(String.format("%02X", b & 0xFF));
              }
            });
    return out.toString();
  }
}
