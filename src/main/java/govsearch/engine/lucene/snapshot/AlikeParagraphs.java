package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Which paragraphs of a collection say the same. Those that have no like, most of them, stand for
 * themselves in every search, and need not be compared with any.
 */
public final class AlikeParagraphs {

  /** The fold of what has no like. */
  public static final int ALONE = 0;

  private final int[] folds;
  private final int count;

  private AlikeParagraphs(int[] folds, int count) {
    this.folds = folds;
    this.count = count;
  }

  /** Reads them; a paragraph whose only like was deleted may still have a fold. */
  static AlikeParagraphs of(IndexReader reader) throws IOException {
    int[] folds = new int[reader.maxDoc()];
    int count = 1;
    Terms terms = MultiTerms.getTerms(reader, Fields.FOLD);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum docs = null;
    while (each.next() != null) {
      if (each.docFreq() > 1) {
        docs = each.postings(docs, PostingsEnum.NONE);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          folds[doc] = count;
        }
        count++;
      }
    }
    return new AlikeParagraphs(folds, count);
  }

  /** How many folds there are, that of what stands alone included. */
  public int count() {
    return count;
  }

  /** The fold of a paragraph by its document's number in the whole reader. */
  public int fold(int doc) {
    return folds[doc];
  }
}
