package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * The sentences of a collection that are formula: those that several reports share. How many share
 * one is its document frequency among the reports, so that nothing is counted while indexing.
 */
public final class FormulaSentences {

  /** A sentence of one report can stand in another by copying; in three it is a formula. */
  static final int FEWEST_REPORTS = 3;

  private static final int MOST_BITS = 24;

  private final long[] sorted;

  /** Where fingerprints with the same first bits begin: being hashes, few share them. */
  private final int[] firsts;

  private final int bits;

  private FormulaSentences(long[] sorted) {
    this.sorted = sorted;
    this.bits = Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(sorted.length), 1, MOST_BITS);
    this.firsts = new int[(1 << bits) + 1];
    for (long fingerprint : sorted) {
      firsts[bucket(fingerprint) + 1]++;
    }
    Arrays.parallelPrefix(firsts, Integer::sum);
  }

  /** Reads the sentences' terms once; the documents are not looked at. */
  public static FormulaSentences of(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Fields.REPORT_SENTENCE);
    long[] found = new long[64];
    int count = 0;
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        if (all.docFreq() >= FEWEST_REPORTS) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
          }
          found[count++] = NumericUtils.sortableBytesToLong(term.bytes, term.offset);
        }
      }
    }
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return new FormulaSentences(sorted);
  }

  public boolean contains(long fingerprint) {
    int bucket = bucket(fingerprint);
    return Arrays.binarySearch(sorted, firsts[bucket], firsts[bucket + 1], fingerprint) >= 0;
  }

  /** The first bits, in the order of signed numbers. */
  private int bucket(long fingerprint) {
    return (int) ((fingerprint ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
  }

  /** A fingerprint as a term; the order of the terms is that of the numbers. */
  public static BytesRef term(long fingerprint) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(fingerprint, bytes, 0);
    return new BytesRef(bytes);
  }
}
