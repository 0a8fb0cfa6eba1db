package govsearch.insight.concordance;

/**
 * A place in a plain text.
 *
 * @param text see {@link PlainText}
 * @param start of the match
 * @param end of the match
 */
record Around(String text, int start, int end) {

  /** What stands before the match, backwards: so many characters (code points) at the most. */
  String reversedLeft(int characters) {
    int from = start;
    for (int i = 0; i < characters && from > 0; i++) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    return new StringBuilder(text.substring(from, start)).reverse().toString();
  }

  /** What stands behind the match: so many characters (code points) at the most. */
  String right(int characters) {
    int to = end;
    for (int i = 0; i < characters && to < text.length(); i++) {
      to += Character.charCount(text.codePointAt(to));
    }
    return text.substring(end, to);
  }
}
