package govsearch.engine.lucene.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Each two neighbouring characters (code points) of a literal text, the last one paired with {@link
 * Fields#END}; a bigram's position is that of its first character. What Lucene's NGramTokenizer
 * gives of the text with the end behind it, without reading it through a buffer.
 */
public final class GramStream extends TokenStream {

  private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
  private final BytesRef term = new BytesRef();
  private EncodedText text;
  private int next;

  /**
   * The bigrams of a text.
   *
   * @param literal empty for none
   */
  public GramStream(EncodedText literal) {
    this.text = literal;
  }

  /** Goes on with another text: a stream is dear to make. */
  void restart(EncodedText other) {
    text = other;
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    String literal = text.text();
    if (next >= literal.length()) {
      return false;
    }
    int second = after(literal, next);
    text.set(next, second < literal.length() ? after(literal, second) : second + 1, term);
    attribute.setBytesRef(term);
    next = second;
    return true;
  }

  /** The end of the character that begins at a place. */
  private static int after(String text, int at) {
    boolean pair =
        Character.isHighSurrogate(text.charAt(at))
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    return pair ? at + 2 : at + 1;
  }

  @Override
  public void reset() {
    clearAttributes(); // the end of the text before leaves the increment of positions at 0
    next = 0;
  }
}
