package govsearch.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters and their Simplified forms, one to one.
 *
 * <p>The table is Unicode data (CLDR's Traditional-Simplified transform, single characters only) as
 * a resource, so that no transliteration engine need be loaded at start; a test compares it with
 * ICU's. A character outside the table stands for itself, and so does every Simplified form.
 */
final class HanVariants {

  private static final String RESOURCE = "traditional-simplified.txt";

  /** Simplified form by BMP character; zero for those that stand for themselves. */
  private static final char[] BMP = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  /** The few pairs of which either side lies beyond the BMP. */
  private static final Map<Integer, Integer> OTHERS = new HashMap<>();

  static {
    load();
  }

  private HanVariants() {}

  /** The Simplified form of a character, or the character itself. */
  static int simplified(int codePoint) {
    if (Character.isBmpCodePoint(codePoint) && BMP[codePoint] != 0) {
      return BMP[codePoint];
    }
    return OTHERS.isEmpty() || codePoint < 0x3400
        ? codePoint
        : OTHERS.getOrDefault(codePoint, codePoint);
  }

  private static void load() {
    try (InputStream in = HanVariants.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      lines.filter(line -> !line.startsWith("#")).forEach(HanVariants::readPairs);
      // The data turns 苎 into 苧 and 苧 into 苎; folding twice must not swap them.
      BMP['苎'] = 0;
      BMP['薴'] = '苎';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a line of pairs without separators: Traditional, Simplified, Traditional, … */
  private static void readPairs(String line) {
    int[] codePoints = line.codePoints().toArray();
    for (int i = 0; i + 1 < codePoints.length; i += 2) {
      int traditional = codePoints[i];
      int simplified = codePoints[i + 1];
      if (Character.isBmpCodePoint(traditional) && Character.isBmpCodePoint(simplified)) {
        BMP[traditional] = (char) simplified;
      } else {
        OTHERS.put(traditional, simplified);
      }
    }
  }
}
