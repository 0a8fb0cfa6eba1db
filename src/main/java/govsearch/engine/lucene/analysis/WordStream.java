package govsearch.engine.lucene.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** The words of a text that is cut. */
public final class WordStream extends TokenStream {

  private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
  private final BytesRef term = new BytesRef();
  private CutText cut;
  private EncodedText text;
  private int next;

  /**
   * All words of a text, in order.
   *
   * @param text the literal text that {@code cut} is of
   */
  public WordStream(CutText cut, EncodedText text) {
    this.cut = cut;
    this.text = text;
  }

  /** Goes on with another text: a stream is dear to make. */
  void restart(CutText other, EncodedText otherText) {
    cut = other;
    text = otherText;
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == cut.count()) {
      return false;
    }
    text.set(cut.starts()[next], cut.ends()[next], term);
    attribute.setBytesRef(term);
    next++;
    return true;
  }

  @Override
  public void reset() {
    clearAttributes(); // the end of the text before leaves the increment of positions at 0
    next = 0;
  }
}
