package govsearch.library;

import govsearch.report.Ids;
import govsearch.report.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What became of one file. It is written together with the reports that the file gave, so that what
 * is in a collection and what is known of its files never differ.
 *
 * @param root real path of the folder that the file stands below, or {@link #UPLOADS}
 * @param order place of that folder among all, in the order in which they came, from 0
 * @param path below the folder, with {@code /}
 * @param sha256 of the file's bytes; empty where they were not read
 * @param bytes length of the file
 * @param stamp size and times when it was read; empty where they prove nothing, so that the bytes
 *     have to be compared
 * @param version of all that decides, beside the bytes, what becomes of the file
 * @param reports what it gave: an archive gives several
 * @param skipped what could not be taken: the file itself, or members of an archive
 * @param notes what there is to know about what was taken, in Chinese
 */
public record FileRecord(
    String root,
    int order,
    String path,
    String sha256,
    long bytes,
    String stamp,
    String version,
    List<Given> reports,
    List<Skipped> skipped,
    List<String> notes) {

  /** The root of files that came over HTTP and are kept beside the index. */
  public static final String UPLOADS = "uploads";

  /** The order of the ledger: by code points, as UTF-8 sorts, not by Java's characters. */
  public static final Comparator<String> PATHS = FileRecord::compare;

  /** 128 bits of a hash: two states of one file never look alike. */
  private static final int FINGERPRINT = 32;

  public FileRecord {
    reports = List.copyOf(reports);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /**
   * A report that a file gave.
   *
   * @param id that it has if no other file gives the same report
   * @param content fingerprint of its text and metadata: where it is equal, it is one report
   * @param paragraphs how many it has
   */
  public record Given(String id, String content, int paragraphs, Source source) {}

  /**
   * What was not taken.
   *
   * @param path of the file, or of a member of it
   * @param reason in Chinese
   */
  public record Skipped(String path, String reason) {}

  /**
   * What a file that is the same, and is read by the same rules, has in common with this one's
   * record; empty where the stamp proves nothing.
   */
  public static String fingerprint(String stamp, String version) {
    if (stamp.isEmpty()) {
      return "";
    }
    byte[] both = (stamp + '\0' + version).getBytes(StandardCharsets.UTF_8);
    return Ids.sha256(both).substring(0, FINGERPRINT);
  }

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Surrogates stand for what comes behind all other characters. */
  private static int rank(char character) {
    return Character.isSurrogate(character) ? character + Character.MAX_VALUE : character;
  }

  /** The same, as of another look at the unchanged file. */
  public FileRecord seen(int orderNow, String stampNow) {
    return new FileRecord(
        root, orderNow, path, sha256, bytes, stampNow, version, reports, skipped, notes);
  }

  /** The same, but of no version that anything is read with. */
  public FileRecord toReadAgain(String versionNow) {
    return new FileRecord(
        root, order, path, sha256, bytes, "", versionNow, reports, skipped, notes);
  }

  /** The same with some of its reports not taken, for reasons. */
  public FileRecord refusing(Map<String, String> reasonsByContent) {
    List<Given> left = new ArrayList<>();
    List<Skipped> refused = new ArrayList<>(skipped);
    for (Given given : reports) {
      String reason = reasonsByContent.get(given.content());
      if (reason == null) {
        left.add(given);
      } else {
        refused.add(new Skipped(given.source().path(), reason));
      }
    }
    return new FileRecord(root, order, path, sha256, bytes, stamp, version, left, refused, notes);
  }

  /** The same without a report that has gone over to another file; to be read anew if met again. */
  public FileRecord without(String content) {
    List<Given> left = reports.stream().filter(given -> !given.content().equals(content)).toList();
    return new FileRecord(root, order, path, sha256, bytes, "", "", left, skipped, notes);
  }
}
