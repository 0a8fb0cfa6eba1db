package govsearch.engine.opensearch.layout;

import govsearch.engine.lucene.document.SentenceValues;

/** Fingerprints as the cluster's fields have them: sixteen hexadecimal digits, or fewer. */
public final class Fingerprint {
  /** Comes behind every name there is. */
  public static final String LAST = "\uDBFF\uDFFF";

  private static final int KEPT_DIGITS = 13;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /** A number from 0 to 2^31 that follows from a report's id, and tells nothing of it. */
  public static int draw(String reportId) {
    long mixed = 0;
    for (int i = 0; i < reportId.length(); i++) {
      mixed = (mixed ^ reportId.charAt(i)) * ODD;
      mixed ^= mixed >>> Integer.SIZE;
    }
    return (int) ((mixed * ODD) >>> (Integer.SIZE + 1));
  }

  /** Of a sentence, as much of it as is kept. */
  public static String sentence(long fingerprint) {
    return "%016x".formatted(SentenceValues.kept(fingerprint)).substring(0, KEPT_DIGITS);
  }
}
