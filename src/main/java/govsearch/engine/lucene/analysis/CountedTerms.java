package govsearch.engine.lucene.analysis;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Terms each with how often it is there, without being there as often. */
public final class CountedTerms extends TokenStream {

  private final Map<String, Integer> terms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private Iterator<Map.Entry<String, Integer>> next;

  /** Of terms with their frequencies, from 1. */
  public CountedTerms(Map<String, Integer> terms) {
    this.terms = new LinkedHashMap<>(terms);
    this.next = this.terms.entrySet().iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!next.hasNext()) {
      return false;
    }
    clearAttributes();
    Map.Entry<String, Integer> one = next.next();
    term.append(one.getKey());
    frequency.setTermFrequency(one.getValue());
    return true;
  }

  @Override
  public void reset() {
    next = terms.entrySet().iterator();
  }
}
