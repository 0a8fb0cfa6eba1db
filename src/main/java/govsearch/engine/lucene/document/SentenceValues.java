package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.text.Fingerprints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * A document's sentences as the index keeps them: each is one number, the first 52 bits of its
 * fingerprint and its length in the others. What is too short to be recognised is one more number,
 * without a fingerprint. Part of the index's format. With twenty million sentences (the whole
 * country over ten years) two different ones meet in 52 bits with a chance of one in twenty.
 */
public final class SentenceValues {

  private static final int LENGTH_BITS = 12;
  private static final long LENGTH = (1L << LENGTH_BITS) - 1;

  private SentenceValues() {}

  /** Adds a text's sentences to its document. */
  public static void add(Document document, Fingerprints.Prints prints) {
    for (long value : of(prints)) {
      document.add(new SortedNumericDocValuesField(Fields.SENTENCE, value));
    }
  }

  /** A text's sentences, each as one number. */
  public static List<Long> of(Fingerprints.Prints prints) {
    List<Long> values = new ArrayList<>(prints.sentences().size() + 1);
    int rest = prints.length();
    for (Fingerprints.Sentence sentence : prints.sentences()) {
      values.add(value(sentence.fingerprint(), sentence.length()));
      rest -= sentence.length();
    }
    if (rest > 0) {
      values.add(Math.min(rest, LENGTH));
    }
    return values;
  }

  private static long value(long fingerprint, int length) {
    return fingerprint & ~LENGTH | Math.min(length, LENGTH);
  }

  /** A fingerprint as a term: by its document frequency one knows how many reports have it. */
  public static BytesRef term(long fingerprint) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(fingerprint & ~LENGTH, bytes, 0);
    return new BytesRef(bytes, 0, Long.BYTES - 1); // the last byte is of the length
  }

  /** A fingerprint as it is asked for: as much of it as the index keeps. */
  public static long kept(long fingerprint) {
    return fingerprint & ~LENGTH;
  }

  /**
   * Which part of a document's text is formula, by length, in hundredths.
   *
   * @param formula tells of a fingerprint's {@link #kept} part
   */
  public static double formulaShare(SortedNumericDocValues values, int doc, LongPredicate formula)
      throws IOException {
    FormulaSum sum = new FormulaSum();
    sum.add(values, doc, formula);
    return sum.share();
  }

  /** Which part of the text of several documents, by length, is formula. */
  public static final class FormulaSum {
    private long known;
    private long length;

    /** Adds a document. */
    public void add(SortedNumericDocValues values, int doc, LongPredicate formula)
        throws IOException {
      if (!values.advanceExact(doc)) {
        return;
      }
      for (int i = values.docValueCount(); i > 0; i--) {
        add(values.nextValue(), formula);
      }
    }

    /** Adds one of a document's numbers. */
    public void add(long value, LongPredicate formula) {
      length += value & LENGTH;
      if ((value & ~LENGTH) != 0 && formula.test(value & ~LENGTH)) {
        known += value & LENGTH;
      }
    }

    /** In hundredths; 0 where there is no text. */
    public double share() {
      return SentenceValues.share(known, length);
    }
  }

  /** The same of a text that is in no document. */
  public static double formulaShare(Fingerprints.Prints prints, LongPredicate formula) {
    long known = 0;
    for (Fingerprints.Sentence sentence : prints.sentences()) {
      known += formula.test(kept(sentence.fingerprint())) ? sentence.length() : 0;
    }
    return share(known, prints.length());
  }

  private static double share(long known, long length) {
    return length == 0 ? 0 : Math.min(1, Math.round(100.0 * known / length) / 100.0);
  }

  /**
   * Whether a document has a sentence that is no formula. One without recognisable sentences is
   * none that is formula throughout.
   */
  public static boolean hasSubstance(SortedNumericDocValues values, int doc, LongPredicate formula)
      throws IOException {
    if (!values.advanceExact(doc)) {
      return true;
    }
    boolean any = false;
    for (int i = values.docValueCount(); i > 0; i--) {
      long kept = kept(values.nextValue());
      if (kept != 0) {
        if (!formula.test(kept)) {
          return true;
        }
        any = true;
      }
    }
    return !any;
  }
}
