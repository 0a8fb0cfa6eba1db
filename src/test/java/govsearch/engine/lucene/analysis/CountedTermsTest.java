package govsearch.engine.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.junit.jupiter.api.Test;

class CountedTermsTest {

  @Test
  void givesEachTermOnceWithItsFrequencyAndAgainAfterAReset() throws IOException {
    Map<String, Integer> terms = new LinkedHashMap<>();
    terms.put("甲", 7);
    terms.put("乙", 1);
    try (CountedTerms stream = new CountedTerms(terms)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      TermFrequencyAttribute frequency = stream.getAttribute(TermFrequencyAttribute.class);
      for (int round = 0; round < 2; round++) {
        stream.reset();
        Map<String, Integer> given = new LinkedHashMap<>();
        while (stream.incrementToken()) {
          given.put(term.toString(), frequency.getTermFrequency());
        }
        stream.end();
        assertThat(given).containsExactlyEntriesOf(terms);
      }
    }
  }
}
