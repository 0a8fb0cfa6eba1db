package govsearch.text;

/**
 * The literal form of a text, and with it what “says this” means: a paragraph says a phrase if and
 * only if {@code literal(paragraph)} contains {@code literal(phrase)}.
 */
public final class Literal {

  private Literal() {}

  /** The literal form; empty when nothing visible is in {@code text}. */
  public static String literal(String text) {
    return Folding.LITERAL.fold(text).text();
  }

  /** The literal form with the way back to the source. */
  public static FoldedText of(String text) {
    return Folding.LITERAL.fold(text);
  }

  /**
   * Whether a text may have more than so many UTF-16 units when folded: one ligature (ﷺ) stands for
   * eighteen letters, so that what is bounded before folding need not be so afterwards. Costs less
   * than folding, and takes no memory; says yes rather than no where marks would combine.
   */
  public static boolean isLongerThan(String text, int most) {
    return Folding.isLongerThan(text, most);
  }

  /** Length in characters (code points), as a person counts them. */
  public static int length(String literal) {
    return literal.codePointCount(0, literal.length());
  }
}
