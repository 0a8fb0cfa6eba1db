package govsearch.text;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a pattern of figures finds, trying only where a figure may begin: at a numeral, or at
 * a word such as 超过 with one close behind. Nearly all of a text is neither.
 */
final class FigureFinder {

  /** With which a number, or a rate without one (过半), begins. */
  private static final BitSet NUMERALS = set("0123456789一二两三四五六七八九十百千数几好过半");

  /** With which the words begin that stand before a number: 不少于, 大约. */
  private static final BitSet WORDS = set("不至超突多高逾上最将接近大约几");

  /** The longest of these words. */
  private static final int LONGEST_WORD = 3;

  private final String text;
  private final Matcher matcher;
  private int from;

  FigureFinder(Pattern pattern, String text) {
    this.text = text;
    this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private static BitSet set(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }

  /** Whether anything stands in a part of a text without which nothing is a figure. */
  static boolean hasNumeral(String text, Range part) {
    for (int i = part.start(); i < part.end(); i++) {
      if (NUMERALS.get(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next match; whether there is one. */
  boolean find() {
    for (; from < text.length(); from++) {
      if (mayBegin(from) && matcher.region(from, text.length()).lookingAt()) {
        from = matcher.end();
        return true;
      }
    }
    return false;
  }

  private boolean mayBegin(int at) {
    char first = text.charAt(at);
    if (NUMERALS.get(first)) {
      return true;
    }
    if (!WORDS.get(first)) {
      return false;
    }
    int end = Math.min(text.length(), at + 1 + LONGEST_WORD);
    for (int i = at + 1; i < end; i++) {
      if (NUMERALS.get(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** What was found last. */
  Matcher match() {
    return matcher;
  }
}
