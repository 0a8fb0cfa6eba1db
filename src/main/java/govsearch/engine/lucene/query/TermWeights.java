package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** How much a term tells: the inverse document frequency of BM25 (Robertson and Zaragoza 2009). */
public final class TermWeights {

  private final IndexReader reader;
  private final @Nullable IndexSearcher searcher;

  /** Those of a collection, each looked up anew. */
  public TermWeights(IndexReader reader) {
    this.reader = reader;
    this.searcher = null;
  }

  /** The same, of which the searcher may know some. */
  public TermWeights(IndexSearcher searcher) {
    this.reader = searcher.getIndexReader();
    this.searcher = searcher;
  }

  private int docFreq(Term term) throws IOException {
    return searcher == null ? reader.docFreq(term) : KnowingSearcher.docFreq(searcher, term);
  }

  /** The collection. */
  IndexReader reader() {
    return reader;
  }

  public double of(String field, String text) throws IOException {
    return of(new Term(field, text));
  }

  /** Nothing for a term that no document has. */
  double ofThere(Term term) throws IOException {
    int documents = docFreq(term);
    return documents == 0 ? 0 : of(term.field(), documents);
  }

  double of(Term term) throws IOException {
    return of(term.field(), docFreq(term));
  }

  /** Of a term that so many documents have in a field. */
  public double of(String field, int docFreq) throws IOException {
    double having = docFreq;
    double all = Math.max(having, reader.getDocCount(field));
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }

  /** Of several terms together. */
  double of(Collection<Term> terms) throws IOException {
    double sum = 0;
    for (Term term : terms) {
      sum += of(term);
    }
    return sum;
  }

  /** Of several terms of one field together. */
  public double of(String field, Collection<String> texts) throws IOException {
    double sum = 0;
    for (String text : texts) {
      sum += of(field, text);
    }
    return sum;
  }
}
