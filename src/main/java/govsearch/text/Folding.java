package govsearch.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds a text to the form in which two writings of the same thing are equal: NFKC, case folded,
 * Traditional characters as Simplified ones, quotation marks and dashes unified, zero-width and
 * control characters dropped.
 *
 * <p>Works cluster by cluster (a character and the marks that combine with it), so that each folded
 * character can be traced to its source.
 */
public enum Folding {
  /** White space is dropped: the form for literal search, DESIGN.md's {@code literal(s)}. */
  LITERAL,
  /** Each white-space character becomes one space: the form that is cut into words. */
  SPACED;

  private static final int DROPPED = -1;

  /** Folds a text and keeps the way back to the source. */
  public FoldedText fold(String source) {
    Builder out = new Builder(source.length());
    int length = source.length();
    for (int at = 0; at < length; ) {
      int codePoint = source.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (isPlainHan(codePoint) && (end == length || !joins(source.codePointAt(end)))) {
        out.add(HanVariants.simplified(codePoint), at, end);
      } else {
        while (end < length && joins(source.codePointAt(end))) {
          end += Character.charCount(source.codePointAt(end));
        }
        foldCluster(source, at, end, out);
      }
      at = end;
    }
    return out.build();
  }

  private void foldCluster(String source, int start, int end, Builder out) {
    String composed = Normalizer.normalize(source.substring(start, end), Normalizer.Form.NFKC);
    for (int i = 0; i < composed.length(); ) {
      int codePoint = composed.codePointAt(i);
      i += Character.charCount(codePoint);
      int folded = foldCodePoint(codePoint);
      if (folded != DROPPED) {
        out.add(folded, start, end);
      }
    }
  }

  private int foldCodePoint(int codePoint) {
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return this == SPACED ? ' ' : DROPPED;
    }
    if (isInvisible(codePoint)) {
      return DROPPED;
    }
    if (isQuotationMark(codePoint)) {
      return '"';
    }
    if (codePoint == 0x301C) { // wave dash, which some systems type for ～
      return '~';
    }
    if (isDash(codePoint)) {
      return '-';
    }
    // Simple case folding; through upper case, so that ſ and s, ς and σ meet.
    return HanVariants.simplified(Character.toLowerCase(Character.toUpperCase(codePoint)));
  }

  /** Zero-width, control and ignorable characters: nobody sees them, so nobody types them. */
  static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.CONTROL -> true;
      default ->
          isVariationSelector(codePoint)
              || codePoint == 0x034F
              || codePoint == 0x115F
              || codePoint == 0x1160
              || codePoint == 0x3164;
    };
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static boolean isQuotationMark(int codePoint) {
    return switch (codePoint) {
      case '"', '\'', '«', '»', '‹', '›', '‘', '’', '‚', '‛', '“', '”', '„', '‟' -> true;
      case '「', '」', '『', '』', '〝', '〞', '〟' -> true;
      default -> false;
    };
  }

  private static boolean isDash(int codePoint) {
    return codePoint == 0x2212 // minus
        || codePoint == 0x2500 // box drawing, typed for a dash
        || (codePoint != 0x3030 && Character.getType(codePoint) == Character.DASH_PUNCTUATION);
  }

  /** Characters that NFKC leaves alone and that have no case: nearly all of every report. */
  private static boolean isPlainHan(int codePoint) {
    return codePoint >= 0x4E00 && codePoint <= 0x9FFF;
  }

  /** Whether a character may combine with the one before it. */
  private static boolean joins(int codePoint) {
    if (codePoint < 0x0300 || isPlainHan(codePoint)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default ->
          codePoint == 0xFF9E // half-width voiced sound marks of katakana
              || codePoint == 0xFF9F
              || (codePoint >= 0x1160 && codePoint <= 0x11FF) // Hangul vowels and finals
              || (codePoint >= 0xFFA0 && codePoint <= 0xFFDC); // the same, half-width
    };
  }

  /** Collects folded characters with their source ranges; one unit in, one out, nearly always. */
  private static final class Builder {
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    Builder(int capacity) {
      text = new StringBuilder(capacity);
      starts = new int[capacity];
      ends = new int[capacity];
    }

    void add(int codePoint, int start, int end) {
      int from = text.length();
      text.appendCodePoint(codePoint);
      if (text.length() > starts.length) {
        int capacity = Math.max(text.length(), starts.length * 2);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
      }
      Arrays.fill(starts, from, text.length(), start);
      Arrays.fill(ends, from, text.length(), end);
    }

    FoldedText build() {
      return new FoldedText(text.toString(), starts, ends);
    }
  }
}
