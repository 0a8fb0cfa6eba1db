package govsearch.ingest.extract.worker;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** Which encoding the bytes of an rtf's text are in: that of the font, or the document's. */
final class RtfFonts {

  private static final Map<Integer, String> BY_CHARSET =
      Map.of(128, "windows-31j", 129, "x-windows-949", 134, "GB18030", 136, "Big5-HKSCS");
  private static final Map<Integer, String> BY_CODE_PAGE =
      Map.of(
          932,
          "windows-31j",
          936,
          "GB18030",
          949,
          "x-windows-949",
          950,
          "Big5-HKSCS",
          54936,
          "GB18030",
          65001,
          "UTF-8");

  private final Map<Integer, Integer> charsets = new HashMap<>();
  private Charset document = Charset.forName("windows-1252");
  private int defining;

  void define(int font) {
    defining = font;
  }

  void charset(int charset) {
    charsets.put(defining, charset);
  }

  void codePage(int codePage) {
    String name = BY_CODE_PAGE.get(codePage);
    document = name == null ? document : Charset.forName(name);
  }

  /**
   * The encoding of text.
   *
   * @param farEast font of characters of two bytes, or -1
   */
  Charset charset(int font, int farEast) {
    for (int candidate : new int[] {farEast, font}) {
      String name = BY_CHARSET.get(charsets.getOrDefault(candidate, -1));
      if (name != null) {
        return Charset.forName(name);
      }
    }
    return document;
  }
}
