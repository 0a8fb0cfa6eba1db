package govsearch.insight.concordance;

import govsearch.text.Literal;
import govsearch.text.Range;

/**
 * A place in a text, with the text around it.
 *
 * @param at of the match, in the text
 */
record Around(String text, Range at) {

  /** The text before the match: so many characters (code points) at the most. */
  String left(int characters) {
    int start = at.start();
    for (int i = 0; i < characters && start > 0; i++) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return text.substring(start, at.start());
  }

  /** The text behind the match: so many characters (code points) at the most. */
  String right(int characters) {
    int end = at.end();
    for (int i = 0; i < characters && end < text.length(); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(at.end(), end);
  }

  /** Literal text before the match, backwards; quotation marks aside. */
  String reversedLeft(int characters) {
    return new StringBuilder(plain(left(characters))).reverse().toString();
  }

  /** Literal text behind the match; quotation marks aside. */
  String plainRight(int characters) {
    return plain(right(characters));
  }

  /** Terms stand in quotation marks here and not there; what follows them is the same. */
  private static String plain(String text) {
    return Literal.literal(text).replace("\"", "");
  }
}
