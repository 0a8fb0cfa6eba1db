package govsearch.engine.lucene.analysis;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that are known already. */
public final class TermStream extends TokenStream {

  private final List<String> terms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private int next;

  public TermStream(List<String> terms) {
    this.terms = List.copyOf(terms);
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    clearAttributes();
    term.append(terms.get(next++));
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
