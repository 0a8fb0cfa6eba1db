package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * The words of some paragraphs of one segment in their order, put together again from the postings:
 * cutting the texts once more would take ten times as long. Twelve bytes for each word.
 */
final class IndexedRuns {

  private final List<String> terms = new ArrayList<>();

  /** Which terms have a digit. */
  private final BitSet figures = new BitSet();

  /** By document: where its words begin. */
  private final int[] firsts;

  private int[] words = {};
  private int[] starts = {};
  private int[] ends = {};

  private IndexedRuns(int maxDoc) {
    firsts = new int[maxDoc + 1];
  }

  /** Reads the words of some documents. */
  static IndexedRuns of(LeafReader leaf, Bits docs) throws IOException {
    IndexedRuns runs = new IndexedRuns(leaf.maxDoc());
    Terms indexed = leaf.terms(Fields.WORDS);
    if (indexed != null) {
      runs.makeRoom(indexed.iterator(), docs);
      runs.fill(indexed.iterator(), docs);
    }
    return runs;
  }

  private void makeRoom(TermsEnum each, Bits wanted) throws IOException {
    PostingsEnum docs = null;
    while (each.next() != null) {
      docs = each.postings(docs, PostingsEnum.FREQS);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (wanted.get(doc)) {
          firsts[doc + 1] += docs.freq();
        }
      }
    }
    Arrays.parallelPrefix(firsts, Integer::sum);
    int count = firsts[firsts.length - 1];
    words = new int[count];
    starts = new int[count];
    ends = new int[count];
  }

  private void fill(TermsEnum each, Bits wanted) throws IOException {
    int[] next = firsts.clone();
    PostingsEnum docs = null;
    while (each.next() != null) {
      int word = terms.size();
      String term = each.term().utf8ToString();
      terms.add(term);
      figures.set(word, term.chars().anyMatch(Character::isDigit));
      docs = each.postings(docs, PostingsEnum.OFFSETS);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        for (int left = wanted.get(doc) ? docs.freq() : 0; left > 0; left--) {
          docs.nextPosition();
          int at = next[doc]++;
          words[at] = word;
          starts[at] = docs.startOffset();
          ends[at] = docs.endOffset();
        }
      }
    }
  }

  /**
   * A document's words, those together that nothing parts: no punctuation, white space or figure.
   */
  List<List<String>> of(int doc) {
    List<List<String>> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    int end = 0;
    for (int at : inOrder(doc)) {
      boolean figure = figures.get(words[at]);
      if (starts[at] != end || figure) {
        close(run, runs);
        run = new ArrayList<>();
      }
      end = figure ? -1 : ends[at];
      if (!figure) {
        run.add(terms.get(words[at]));
      }
    }
    close(run, runs);
    return runs;
  }

  /** Where a document's words are kept, in their order in its text. */
  private int[] inOrder(int doc) {
    int first = firsts[doc];
    long[] keys = new long[firsts[doc + 1] - first];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) starts[first + i] << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      order[i] = first + (int) keys[i];
    }
    return order;
  }

  private static void close(List<String> run, List<List<String>> runs) {
    if (!run.isEmpty()) {
      runs.add(run);
    }
  }
}
