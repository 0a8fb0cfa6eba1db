package govsearch.ingest.manifest;

import govsearch.report.Ids;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the corrections beside an index were when the program wrote them, or used them, last. People
 * change them by hand, so that what differs is told and used nevertheless. In the form that {@code
 * sha256sum -c} reads; while they are being written, of what they were and of what they are to be.
 *
 * @param isMarked whether anything is said of them; what an older version wrote has nothing
 * @param isAsMarked whether they are what is said
 * @param sha256 of what they are
 */
public record CorrectionChecksum(boolean isMarked, boolean isAsMarked, String sha256) {

  /** The name of the file, beside the index. */
  public static final String FILE = CorrectionFile.FILE + ".sha256";

  private static final String BETWEEN = "  ";

  /** As it is now. */
  public static CorrectionChecksum of(Path index) throws IOException {
    String sha256 = Ids.sha256(bytes(index.resolve(CorrectionFile.FILE)));
    Path file = index.resolve(FILE);
    boolean isMarked = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    String said = new String(bytes(file), StandardCharsets.ISO_8859_1);
    return new CorrectionChecksum(
        isMarked, !isMarked || said.lines().anyMatch(line(sha256)::equals), sha256);
  }

  /** What is not there is as if nothing stood in it. */
  private static byte[] bytes(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Files.readAllBytes(file)
        : new byte[0];
  }

  private static String line(String sha256) {
    return sha256 + BETWEEN + CorrectionFile.FILE;
  }

  /**
   * Takes what the corrections are for what they are meant to be, where there are any.
   *
   * @return whether they had been changed otherwise than by the program
   */
  public static boolean accept(Path index) throws IOException {
    CorrectionChecksum now = of(index);
    if (now.isMarked ? !now.isAsMarked : Files.exists(index.resolve(CorrectionFile.FILE))) {
      mark(index, List.of(now.sha256));
    }
    return !now.isAsMarked;
  }

  /** Writes the corrections, with what is said of them. A process may end anywhere. */
  static void write(Path index, byte[] corrections) throws IOException {
    String sha256 = Ids.sha256(corrections);
    mark(index, List.of(of(index).sha256, sha256));
    replace(index.resolve(CorrectionFile.FILE), corrections);
    mark(index, List.of(sha256));
  }

  private static void mark(Path index, List<String> sha256s) throws IOException {
    List<String> lines = new ArrayList<>();
    sha256s.forEach(sha256 -> lines.add(line(sha256) + "\n"));
    replace(index.resolve(FILE), String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), ".corrections", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
