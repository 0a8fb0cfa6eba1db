package govsearch.report;

import govsearch.text.Literal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ids that stay the same when a collection is indexed again: they follow from a file's path and a
 * paragraph's own text, from nothing else.
 */
public final class Ids {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** Of one of these letters. */
  private static final int BITS = 5;

  /** 60 bits: with 400,000 reports, any collision has a chance of one in ten million. */
  private static final int REPORT_LENGTH = 12;

  /** 40 bits, for at most some thousand paragraphs of one report. */
  private static final int PARAGRAPH_LENGTH = 8;

  private static final Pattern REPORT = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final Pattern PARAGRAPH = Pattern.compile("[a-z2-7]{8}(-[1-9][0-9]{0,5})?");

  private Ids() {}

  /**
   * The id of the report at a path.
   *
   * @param path below the root that is indexed, with {@code /}; equal in NFC is equal
   */
  public static String reportId(String path) {
    return shortHash(Normalizer.normalize(path, Normalizer.Form.NFC), REPORT_LENGTH);
  }

  /** The id of the report at a path that is not to be one with any other, in NFC or not. */
  public static String exactReportId(String path) {
    return shortHash(path, REPORT_LENGTH);
  }

  /**
   * Ids for a report's paragraphs: each a hash of its literal text; a text that comes again has its
   * number of repetition behind ({@code …-2}), so that other edits in the report move no id.
   */
  public static List<String> paragraphIds(List<String> texts) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> ids = new ArrayList<>(texts.size());
    for (String text : texts) {
      String hash = shortHash(Literal.literal(text), PARAGRAPH_LENGTH);
      ids.add(repeated(hash, seen.merge(hash, 1, Integer::sum)));
    }
    return ids;
  }

  private static String repeated(String hash, int repetition) {
    return repetition == 1 ? hash : hash + "-" + repetition;
  }

  /** The hash that a paragraph's id is made of: 40 bits. */
  public static long paragraphHash(String paragraphId) {
    long hash = 0;
    for (int i = 0; i < PARAGRAPH_LENGTH; i++) {
      hash = hash << BITS | BASE32.indexOf(paragraphId.charAt(i));
    }
    return hash;
  }

  /** Which of the paragraphs with the same hash an id is of, from 1. */
  public static int repetition(String paragraphId) {
    return paragraphId.length() == PARAGRAPH_LENGTH
        ? 1
        : Integer.parseInt(paragraphId.substring(PARAGRAPH_LENGTH + 1));
  }

  /** The id of a {@link #paragraphHash} and its {@link #repetition}. */
  public static String paragraphId(long hash, int repetition) {
    char[] id = new char[PARAGRAPH_LENGTH];
    for (int i = 0; i < PARAGRAPH_LENGTH; i++) {
      id[i] = BASE32.charAt((int) (hash >>> BITS * (PARAGRAPH_LENGTH - 1 - i)) & 31);
    }
    return repeated(new String(id), repetition);
  }

  /** How a paragraph is named in the whole collection: {@code reportId.paragraphId}. */
  public static String key(String reportId, String paragraphId) {
    return reportId + "." + paragraphId;
  }

  /** Whether a string has the form of a report id. */
  public static boolean isReportId(String id) {
    return REPORT.matcher(id).matches();
  }

  /** Whether a string has the form of a paragraph id. */
  public static boolean isParagraphId(String id) {
    return PARAGRAPH.matcher(id).matches();
  }

  /** SHA-256 in lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  private static String shortHash(String text, int length) {
    byte[] digest = digest(text.getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int bit = i * BITS;
      int window = ((digest[bit / 8] & 0xFF) << 8) | (digest[bit / 8 + 1] & 0xFF);
      id.append(BASE32.charAt((window >> (11 - bit % 8)) & 31));
    }
    return id.toString();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
