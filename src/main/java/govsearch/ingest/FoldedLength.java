package govsearch.ingest;

import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How long a text may be once it is folded, told without folding it: one character may stand for
 * eighteen (ﷺ), and what bounds a text as it is written would bound nothing.
 */
final class FoldedLength {

  /** Lengths of what characters stand for, as they are met; 0 is not met yet. */
  private static final AtomicIntegerArray LENGTHS = new AtomicIntegerArray(Character.MAX_VALUE + 1);

  private FoldedLength() {}

  /** Of a text; at least what its compatibility form has, however marks combine. */
  static long of(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      length += of(text.charAt(i));
    }
    return length;
  }

  /** Characters beyond the first plane stand for three at the most, and count as two here. */
  private static int of(char c) {
    if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || Character.isSurrogate(c)) {
      return 1;
    }
    int known = LENGTHS.get(c);
    if (known == 0) {
      known = Math.max(1, Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).length());
      LENGTHS.set(c, known);
    }
    return known;
  }
}
