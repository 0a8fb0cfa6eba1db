package govsearch.text;

/** Ends of texts, cut off in one look: a regular expression looks again from every character. */
public final class Affixes {

  private Affixes() {}

  /** The text without what it ends in of one character, however often it stands there. */
  public static String withoutEnd(String text, char last) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == last) {
      end--;
    }
    return text.substring(0, end);
  }
}
