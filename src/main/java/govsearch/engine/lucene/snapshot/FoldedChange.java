package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.Prints;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * By how many the different paragraphs of a collection have grown or shrunk from one commit to the
 * next, at the cost of what changed: looked at are the paragraphs that came and those that went.
 */
final class FoldedChange {

  /** Where more came and went, counting all anew takes no longer. */
  private static final int MOST = 20_000;

  private final DirectoryReader before;
  private final DirectoryReader after;
  private final Set<Long> changed = new HashSet<>();

  private FoldedChange(DirectoryReader before, DirectoryReader after) {
    this.before = before;
    this.after = after;
  }

  /** The difference; null where much has changed. */
  static @Nullable Long between(DirectoryReader before, DirectoryReader after) throws IOException {
    FoldedChange change = new FoldedChange(before, after);
    return change.look() ? change.difference() : null;
  }

  private boolean look() throws IOException {
    Map<Object, LeafReaderContext> there = byCore(after);
    Map<Object, LeafReaderContext> here = byCore(before);
    for (Map.Entry<Object, LeafReaderContext> old : here.entrySet()) {
      if (!look(old.getValue(), there.get(old.getKey()))) {
        return false;
      }
    }
    for (Map.Entry<Object, LeafReaderContext> young : there.entrySet()) {
      if (!here.containsKey(young.getKey()) && !look(young.getValue(), null)) {
        return false;
      }
    }
    return true;
  }

  private static Map<Object, LeafReaderContext> byCore(IndexReader reader) {
    Map<Object, LeafReaderContext> byCore = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
      byCore.put(core == null ? leaf : core.getKey(), leaf);
    }
    return byCore;
  }

  /** Takes what lives in a segment, and no more in its later state; whether it is not too much. */
  private boolean look(LeafReaderContext leaf, @Nullable LeafReaderContext later)
      throws IOException {
    int gone = leaf.reader().numDocs() - (later == null ? 0 : later.reader().numDocs());
    if (changed.size() + (long) gone > MOST) {
      return false;
    }
    if (gone == 0) {
      return true;
    }
    NumericDocValues folds = DocValues.getNumeric(leaf.reader(), Fields.PRINT);
    Bits lived = leaf.reader().getLiveDocs();
    Bits lives = later == null ? null : later.reader().getLiveDocs();
    for (int doc = folds.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = folds.nextDoc()) {
      boolean stayed = later != null && (lives == null || lives.get(doc));
      if ((lived == null || lived.get(doc)) && !stayed) {
        changed.add(folds.longValue());
      }
    }
    return true;
  }

  private long difference() throws IOException {
    long difference = 0;
    for (long fold : changed) {
      difference += (isThere(after, fold) ? 1 : 0) - (isThere(before, fold) ? 1 : 0);
    }
    return difference;
  }

  private static boolean isThere(DirectoryReader reader, long fold) throws IOException {
    Term term = new Term(Fields.FOLD, Prints.term(fold));
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(postings.docID())) {
          return true;
        }
      }
    }
    return false;
  }
}
