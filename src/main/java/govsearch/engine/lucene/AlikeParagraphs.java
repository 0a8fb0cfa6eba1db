package govsearch.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which paragraphs of a collection have another that says the same. The others, most of them, stand
 * for themselves in every search, and need not be compared with any.
 */
final class AlikeParagraphs {

  private AlikeParagraphs() {}

  /**
   * Their documents' numbers in the whole reader. A paragraph whose only likeness was deleted may
   * still be among them.
   */
  static FixedBitSet of(IndexReader reader) throws IOException {
    FixedBitSet alike = new FixedBitSet(Math.max(1, reader.maxDoc()));
    Terms terms = MultiTerms.getTerms(reader, Fields.FOLD);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum docs = null;
    while (each.next() != null) {
      if (each.docFreq() > 1) {
        docs = each.postings(docs, PostingsEnum.NONE);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          alike.set(doc);
        }
      }
    }
    return alike;
  }
}
