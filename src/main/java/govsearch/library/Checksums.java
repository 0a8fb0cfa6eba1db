package govsearch.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hash of every file of a backup, in the form that {@code sha256sum -c} reads too. */
public final class Checksums {

  /** Its name, in the folder that it is of. */
  public static final String FILE = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.++)");

  /** Lucene's, made whenever somebody looks. */
  private static final String LOCK = "write.lock";

  private Checksums() {}

  /** Whether a folder has one, and so is a backup. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Writes one of all files of a folder and below. */
  public static void write(Path folder) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      out.append(sha256(file)).append("  ").append(path).append('\n');
    }
    DurableFile.write(
        folder.resolve(FILE), ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(LOCK) && !file.equals(folder.resolve(FILE)))
          .sorted()
          .toList();
    }
  }

  /**
   * Compares every file that is listed.
   *
   * @return what is not as it was, in Chinese; none if all is well, or nothing is listed
   */
  public static List<String> findings(Path folder) throws IOException {
    List<String> findings = new ArrayList<>();
    if (!isIn(folder)) {
      return findings;
    }
    String listed = Files.readString(folder.resolve(FILE), StandardCharsets.ISO_8859_1);
    for (String line : listed.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        findings.add(FILE + " 有一行读不懂，备份已损坏");
        continue;
      }
      byte[] name = parts.group(2).getBytes(StandardCharsets.ISO_8859_1);
      String path = new String(name, StandardCharsets.UTF_8);
      Path file = folder.resolve(path).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        findings.add("备份里的 " + path + " 丢失；请用另一份备份");
      } else if (!sha256(file).equals(parts.group(1))) {
        findings.add("备份里的 " + path + " 与备份时不同，已损坏；请用另一份备份");
      }
    }
    return findings;
  }

  /** Of a file's bytes, lower-case hexadecimal. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
