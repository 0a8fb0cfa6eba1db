package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Which sentences of a collection are formula: those that several reports share. How many share one
 * is its document frequency among the heads, so that nothing is counted while indexing; it is
 * looked up when somebody asks, and remembered as far as there is room, since what is formula is
 * asked for again and again. Safe for use by many threads.
 */
public final class Formula implements LongPredicate {

  /** A sentence of one report can stand in another by copying; in three it is a formula. */
  public static final int FEWEST_REPORTS = 3;

  private static final int PLACES_BITS = 17;

  /** Places of two words of eight bytes each. What falls into the same place is looked up again. */
  private static final int PLACES = 1 << PLACES_BITS;

  private final IndexReader reader;

  /** What was looked up last, the answer in its lowest bit: the index keeps none of these bits. */
  private final long[] known = new long[2 * PLACES];

  Formula(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * Whether a sentence is formula.
   *
   * @param kept see {@link SentenceValues#kept}
   */
  @Override
  public boolean test(long kept) {
    int place = 2 * (int) (kept >>> (Long.SIZE - PLACES_BITS));
    long newer = known[place]; // a word is written whole, and says itself what it is about
    if (isAbout(newer, kept)) {
      return (newer & YES) != 0;
    }
    long older = known[place + 1];
    if (isAbout(older, kept)) {
      return (older & YES) != 0;
    }
    try {
      Term term = new Term(Fields.REPORT_SENTENCE, SentenceValues.term(kept));
      boolean formula = reader.docFreq(term) >= FEWEST_REPORTS;
      known[place + 1] = newer;
      known[place] = kept | ASKED | (formula ? YES : 0);
      return formula;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAbout(long word, long kept) {
    return SentenceValues.kept(word) == kept && (word & ASKED) != 0;
  }

  private static final long YES = 1;
  private static final long ASKED = 2;
}
