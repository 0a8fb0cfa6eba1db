package govsearch.engine.opensearch.layout;

import govsearch.engine.lucene.document.SentenceValues;
import govsearch.report.Ids;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Fingerprints as the cluster's fields have them. Numbers are counted in a fraction of the time
 * that names take, and sent in a fraction of the room.
 */
public final class Fingerprint {
  /** Comes behind every name there is. */
  public static final String LAST = "\uDBFF\uDFFF";

  private static final int KEPT_DIGITS = 13;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private static final int HEX = 16;
  private static final HexFormat HEX_DIGITS = HexFormat.of();

  /** Two of a country's 41,000 places have the same one once in 300,000 countries. */
  private static final int PLACE_DIGITS = 12;

  /** Two of its 400,000 reports once in a million. */
  private static final int REPORT_DIGITS = 14;

  private Fingerprint() {}

  /** The number of a place by its label, or of a town by its name. */
  public static long place(String label) {
    return number(label, PLACE_DIGITS);
  }

  /** The number of a report by its id. */
  public static long report(String reportId) {
    return number(reportId, REPORT_DIGITS);
  }

  private static long number(String name, int digits) {
    String hash = Ids.sha256(name.getBytes(StandardCharsets.UTF_8));
    return Long.parseLong(hash, 0, digits, HEX);
  }

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
    return HEX_DIGITS.toHexDigits(SentenceValues.kept(fingerprint)).substring(0, KEPT_DIGITS);
  }
}
