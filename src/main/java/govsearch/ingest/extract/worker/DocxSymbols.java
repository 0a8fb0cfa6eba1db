package govsearch.ingest.extract.worker;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters of symbol fonts, by what they show: a ticked box is not the same as an empty one. */
final class DocxSymbols {

  private static final int PRIVATE_USE = 0xF000;
  private static final String UNKNOWN = "▪";

  private static final Map<Integer, String> WINGDINGS =
      Map.ofEntries(
          Map.entry(0x6C, "●"),
          Map.entry(0x6E, "■"),
          Map.entry(0x6F, "□"),
          Map.entry(0x71, "□"),
          Map.entry(0x72, "□"),
          Map.entry(0x75, "◆"),
          Map.entry(0xA1, "○"),
          Map.entry(0xA7, "▪"),
          Map.entry(0xA8, "☐"),
          Map.entry(0xD8, "➢"),
          Map.entry(0xE0, "→"),
          Map.entry(0xFB, "✗"),
          Map.entry(0xFC, "✓"),
          Map.entry(0xFD, "☒"),
          Map.entry(0xFE, "☑"));

  private static final Map<Integer, String> WINGDINGS_2 =
      Map.of(
          0x4F, "✗", 0x50, "✓", 0x51, "☒", 0x52, "☑", 0x53, "☒", 0x54, "☒", 0x2A, "☐", 0xA3, "☐",
          0x98, "●");

  private DocxSymbols() {}

  /** What a symbol shows; a mark where the font is known to nobody, and nothing for no number. */
  static String text(@Nullable String font, @Nullable String number) {
    int code;
    try {
      code = number == null ? -1 : Integer.parseInt(number.strip(), 16);
    } catch (NumberFormatException e) {
      code = -1;
    }
    if (code < 0x20 || !Character.isValidCodePoint(code)) {
      return "";
    }
    int low = code >= PRIVATE_USE ? code - PRIVATE_USE : code;
    return switch (String.valueOf(font).toLowerCase(Locale.ROOT)) {
      case "wingdings" -> WINGDINGS.getOrDefault(low, UNKNOWN);
      case "wingdings 2" -> WINGDINGS_2.getOrDefault(low, UNKNOWN);
      default -> code >= PRIVATE_USE ? UNKNOWN : Character.toString(code);
    };
  }
}
