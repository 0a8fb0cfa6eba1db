package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher of one request that looks up each term once: to weigh a word, to find it and to score
 * by it are three questions to the index's dictionary, and a phrase has a dozen terms.
 */
public class KnowingSearcher extends IndexSearcher {

  private final Map<Term, TermStates> known;

  /** A searcher that knows no term. */
  public KnowingSearcher(IndexReader reader) {
    super(reader);
    known = new ConcurrentHashMap<>();
  }

  /** A searcher without a time limit, which knows what another one knows. */
  private KnowingSearcher(KnowingSearcher other) {
    super(other.getIndexReader());
    known = other.known;
    setSimilarity(other.getSimilarity());
  }

  /** The same without a time limit. */
  public KnowingSearcher untimed() {
    return new KnowingSearcher(this);
  }

  /** Where a term is, and in how many documents. */
  public TermStates states(Term term) throws IOException {
    TermStates states = known.get(term);
    if (states == null) {
      states = TermStates.build(this, term, true);
      known.put(term, states);
    }
    return states;
  }

  /** How many documents have a term, looked up anew where a searcher remembers nothing. */
  static int docFreq(IndexSearcher searcher, Term term) throws IOException {
    return searcher instanceof KnowingSearcher knowing
        ? knowing.states(term).docFreq()
        : searcher.getIndexReader().docFreq(term);
  }
}
