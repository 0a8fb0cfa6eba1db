package govsearch.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a store are deflated against: the first of them. Reports are so alike that this
 * halves them. Made once, and never changed, since what was deflated with it needs it; on disk
 * before anything that does. Safe for use by many threads.
 */
final class SourceDictionary {

  /** As far back as deflating looks. */
  private static final int LENGTH = 32 << 10;

  /** Texts have no zero here; what is compressed already gains nothing by a dictionary. */
  private static final int LOOKED_AT = 1_000;

  private final Path file;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private byte @Nullable [] known;

  /** Whether there is a file which cannot be used: nothing new may be made to need it. */
  private boolean isDamaged;

  SourceDictionary(Path folder) {
    this.file = file(folder);
  }

  /** The file of a folder of sources, which may not be there. */
  static Path file(Path folder) {
    return folder.resolve("texts.dictionary");
  }

  /**
   * What to deflate a source with; null for nothing.
   *
   * @throws IOException if the dictionary cannot be written
   */
  synchronized byte @Nullable [] forSource(byte[] source) throws IOException {
    if (!isText(source) || isDamaged) {
      return null;
    }
    if (known == null && Files.exists(file)) {
      try {
        known = read();
      } catch (IOException e) {
        isDamaged = true; // verify tells of those that need it
      }
    } else if (known == null) {
      collected.write(source, 0, Math.min(source.length, LENGTH - collected.size()));
      if (collected.size() == LENGTH) {
        known = write(collected.toByteArray());
        collected.reset();
      }
      return null; // it is in the dictionary itself
    }
    return known;
  }

  /**
   * The dictionary, for a source that needs it.
   *
   * @throws IOException if it is not there, or is damaged
   */
  synchronized byte[] needed() throws IOException {
    if (known == null) {
      known = read();
    }
    return known;
  }

  /** Whether there is none, or one that can be used. */
  synchronized boolean isWhole() {
    try {
      return !Files.exists(file) || read().length == LENGTH;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isText(byte[] source) {
    for (int i = 0; i < Math.min(source.length, LOOKED_AT); i++) {
      if (source[i] == 0) {
        return false;
      }
    }
    return true;
  }

  private byte[] read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - Long.BYTES;
    if (length != LENGTH
        || ByteBuffer.wrap(bytes).getLong(length) != SourceRecord.checksum(bytes, length)) {
      throw SourceRecord.damaged(file);
    }
    return Arrays.copyOf(bytes, length);
  }

  private byte[] write(byte[] dictionary) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(LENGTH + Long.BYTES);
    out.put(dictionary).putLong(SourceRecord.checksum(dictionary, LENGTH)).flip();
    DurableFile.write(file, out);
    return dictionary;
  }
}
