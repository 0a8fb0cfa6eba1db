package govsearch.insight.concordance;

import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;

/**
 * A text in literal form and without quotation marks: terms stand in them here and not there, and
 * what follows is the same. Made once for all lines of a paragraph, which may be a hundred
 * thousand.
 */
final class PlainText {

  private static final char QUOTE = '"';

  private final FoldedText folded;
  private final String plain;

  /** By a place in the folded text: how many characters of the plain one stand before it. */
  private final int[] places;

  private PlainText(FoldedText folded) {
    this.folded = folded;
    String text = folded.text();
    StringBuilder kept = new StringBuilder(text.length());
    places = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      places[i] = kept.length();
      if (text.charAt(i) != QUOTE) {
        kept.append(text.charAt(i));
      }
    }
    places[text.length()] = kept.length();
    plain = kept.toString();
  }

  static PlainText of(String source) {
    return new PlainText(Literal.of(source));
  }

  static PlainText of(FoldedText folded) {
    return new PlainText(folded);
  }

  /**
   * What stands around a match.
   *
   * @param at of the match, in the source text
   */
  Around around(Range at) {
    Range range = folded.folded(at);
    return new Around(plain, places[range.start()], places[range.end()]);
  }
}
