package govsearch.text;

import java.text.Normalizer;

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

  /** No text folds to control characters, so that they can stand for these. */
  private static final char NOTHING = 1;

  private static final char SEVERAL = 2;

  private final char[] alone = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];
  private final byte[] parts = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  /** Twice what Unicode calls safe (30 marks on a character); keeps hostile text from costing. */
  private static final int LONGEST_CLUSTER = 64;

  /** That of U+FDFA, the longest that Unicode has. */
  private static final int LONGEST_EXPANSION = 18;

  /** Folds a text and keeps the way back to the source. */
  public FoldedText fold(String source) {
    FoldedTextBuilder out = new FoldedTextBuilder(source.length());
    for (int at = 0; at < source.length(); ) {
      char alone = alone(source.charAt(at));
      if (alone != SEVERAL && (at + 1 == source.length() || parts(source.charAt(at + 1)))) {
        if (alone != NOTHING) {
          out.add(alone, at, at + 1);
        }
        at++;
        continue;
      }
      int codePoint = source.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      int folded = isPlainHan(codePoint) ? HanVariants.simplified(codePoint) : fold(codePoint);
      int end = folded == DROPPED ? next : clusterEnd(source, next);
      if (end > next || codePoint >= 0x80 && !isPlainHan(codePoint)) {
        String cluster = foldCluster(source.substring(at, end));
        for (int i = 0; i < cluster.length(); i = cluster.offsetByCodePoints(i, 1)) {
          out.add(cluster.codePointAt(i), at, end);
        }
      } else if (folded != DROPPED) {
        out.add(folded, at, end);
      }
      at = end;
    }
    return out.build(source);
  }

  /** See {@link Literal#isLongerThan}. */
  static boolean isLongerThan(String source, int most) {
    if ((long) source.length() * LONGEST_EXPANSION <= most) {
      return false;
    }
    long length = 0;
    for (int at = 0; at < source.length() && length <= most; ) {
      int codePoint = source.codePointAt(at);
      at += Character.charCount(codePoint);
      length += isOneForOne(codePoint) ? 1 : expansion(codePoint);
    }
    return length > most;
  }

  private static boolean isOneForOne(int codePoint) {
    return codePoint < 0xA8
        || (isPlainHan(codePoint) && Character.isBmpCodePoint(HanVariants.simplified(codePoint)))
        || (isPlainPunctuation(codePoint) && (codePoint > 0x2FFF || codePoint < 0x2024));
  }

  private static int expansion(int codePoint) {
    return Math.max(1, SPACED.foldCluster(Character.toString(codePoint)).length());
  }

  /**
   * What a UTF-16 unit becomes where nothing combines with it; {@link #NOTHING} where it is
   * dropped, {@link #SEVERAL} where it has to be looked at in full. Kept by unit, since nearly all
   * of every text is one of a few thousand.
   */
  private char alone(char unit) {
    char known = alone[unit];
    if (known == 0) {
      known = lookAt(unit);
      alone[unit] = known; // whoever comes at the same time finds the same
    }
    return known;
  }

  private char lookAt(char unit) {
    if (Character.isSurrogate(unit)) {
      return SEVERAL;
    }
    int folded = isPlainHan(unit) ? HanVariants.simplified(unit) : fold(unit);
    if (folded == DROPPED) {
      return NOTHING;
    }
    String whole =
        unit < 0x80 || isPlainHan(unit)
            ? Character.toString(folded)
            : foldCluster(Character.toString(unit));
    return whole.length() == 1 && whole.charAt(0) > SEVERAL ? whole.charAt(0) : SEVERAL;
  }

  /** Whether a unit surely does not combine with what stands before it, nor lets a later one. */
  private boolean parts(char unit) {
    byte known = parts[unit];
    if (known == 0) {
      boolean apart =
          isPlainHan(unit)
              || (!Character.isSurrogate(unit) && !joins(unit) && fold(unit) != DROPPED);
      known = (byte) (apart ? 1 : -1);
      parts[unit] = known;
    }
    return known > 0;
  }

  /** Where the characters end that combine with the one before {@code from}. */
  private int clusterEnd(String source, int from) {
    int end = from;
    for (int at = from; at < source.length() && end - from < LONGEST_CLUSTER; ) {
      int codePoint = source.codePointAt(at);
      at += Character.charCount(codePoint);
      if (joins(codePoint)) {
        end = at;
      } else if (isPlainHan(codePoint) || fold(codePoint) != DROPPED) {
        break; // while what is dropped does not part a mark from its character
      }
    }
    return end;
  }

  /** Folds until nothing changes: without what is dropped, or in lower case, marks may combine. */
  private String foldCluster(String cluster) {
    String composed = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(composed.length());
    composed
        .codePoints()
        .map(this::fold)
        .filter(codePoint -> codePoint != DROPPED)
        .forEach(folded::appendCodePoint);
    String result = folded.toString();
    return result.equals(cluster) ? cluster : foldCluster(result);
  }

  private int fold(int codePoint) {
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
    int unified = Radicals.unified(codePoint);
    if (unified != codePoint) {
      return HanVariants.simplified(unified);
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
              || codePoint == 0x3164
              || codePoint == 0xFFA0;
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

  /** Whether a character, or what it stands for, may combine with the one before it. */
  private static boolean joins(int codePoint) {
    if (codePoint < 0xA8 || isPlainHan(codePoint) || isPlainPunctuation(codePoint)) {
      return false;
    }
    if (combines(codePoint)) {
      return true;
    }
    String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    // A spacing accent such as ´ is a space with a mark; half-width kana have such marks too.
    int first = compatible.charAt(0) == ' ' && compatible.length() > 1 ? 1 : 0;
    return combines(compatible.codePointAt(first));
  }

  private static boolean combines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> codePoint >= 0x1160 && codePoint <= 0x11FF; // Hangul vowels and finals
    };
  }

  /** 、 to 〟 and ！ to ｝: common, and all of them stand alone. */
  private static boolean isPlainPunctuation(int codePoint) {
    return (codePoint >= 0x3000 && codePoint <= 0x3029)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF5D)
        || (codePoint >= 0x2013 && codePoint <= 0x2026 && codePoint != 0x2017);
  }
}
