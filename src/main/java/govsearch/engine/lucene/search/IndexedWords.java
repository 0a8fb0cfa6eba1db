package govsearch.engine.lucene.search;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.snapshot.Snapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/** What a snapshot knows of words and sentences. */
public record IndexedWords(Snapshot snapshot) implements ReportWords.Known {
  @Override
  public boolean isFormula(long kept) {
    return snapshot.formula().test(kept);
  }

  @Override
  public Map<String, Long> paragraphs(Set<String> words) throws IOException {
    Map<String, Long> paragraphs = new HashMap<>();
    for (String word : words) {
      paragraphs.put(word, (long) snapshot.reader().docFreq(new Term(Fields.WORDS, word)));
    }
    return paragraphs;
  }
}
