package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much a term tells: the inverse document frequency of BM25 (Robertson and Zaragoza 2009). */
public final class TermWeights {

  private final IndexReader reader;

  public TermWeights(IndexReader reader) {
    this.reader = reader;
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
    int documents = reader.docFreq(term);
    return documents == 0 ? 0 : of(term.field(), documents);
  }

  double of(Term term) throws IOException {
    return of(term.field(), reader.docFreq(term));
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
