package govsearch.engine.lucene.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Each two neighbouring characters (code points) of a literal text, the last one paired with {@link
 * Fields#END}; a bigram's position is that of its first character. What Lucene's NGramTokenizer
 * gives of the text with the end behind it, without reading it through a buffer.
 */
public final class GramStream extends TokenStream {

  private final String text;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private int next;

  /**
   * The bigrams of a text.
   *
   * @param literal empty for none
   */
  public GramStream(String literal) {
    this.text = literal;
  }

  @Override
  public boolean incrementToken() {
    if (next >= text.length()) {
      return false;
    }
    clearAttributes();
    int second = text.offsetByCodePoints(next, 1);
    if (second < text.length()) {
      term.append(text, next, text.offsetByCodePoints(second, 1));
    } else {
      term.append(text, next, second).append(Fields.END);
    }
    next = second;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
