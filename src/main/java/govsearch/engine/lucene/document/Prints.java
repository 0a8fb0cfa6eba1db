package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.text.Fingerprints;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;

/** The fingerprint of a document's whole text, as the index keeps it. */
public final class Prints {

  private static final int BYTES = Fingerprints.WHOLE_BITS / Byte.SIZE;

  private Prints() {}

  /** Adds the print that every document has; {@link Fields#NO_PRINT} for one without a text. */
  static void add(Document document, long print) {
    document.add(new NumericDocValuesField(Fields.PRINT, print));
    document.add(new SortedDocValuesField(Fields.PRINT_NUMBER, term(print)));
  }

  /** A print as a term. */
  public static BytesRef term(long print) {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (print >>> (Byte.SIZE * (BYTES - 1 - i)));
    }
    return new BytesRef(bytes);
  }
}
