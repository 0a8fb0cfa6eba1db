package govsearch.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A source as it stands in a pack: its hash, its length, the length of what follows, a checksum of
 * that, its bytes deflated. The length is the ones' complement where a dictionary is needed.
 */
final class SourceRecord {

  /** Of a hash, in bytes. */
  static final int HASH = 32;

  static final int HEAD = HASH + 3 * Integer.BYTES;

  /** No source that was taken is longer: the limit of what is read is far below. */
  private static final int LONGEST = 1 << 30;

  /**
   * A source is read once in a while, and written by the ten thousands: a twentieth less room than
   * at level 4 for a seventh more of what is but a fiftieth of the work; from here on it costs
   * more.
   */
  private static final int LEVEL = 5;

  private SourceRecord() {}

  /**
   * A source's record.
   *
   * @param dictionary null for none
   */
  static ByteBuffer of(byte[] hash, byte[] source, byte @Nullable [] dictionary) {
    byte[] deflated = new byte[source.length + source.length / 1000 + 64];
    int packed;
    Deflater deflater = new Deflater(LEVEL);
    try {
      if (dictionary != null) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(source);
      deflater.finish();
      packed = deflater.deflate(deflated);
    } finally {
      deflater.end();
    }
    ByteBuffer out = ByteBuffer.allocate(HEAD + packed);
    out.put(hash).putInt(dictionary == null ? source.length : ~source.length);
    out.putInt(packed).putInt((int) checksum(deflated, packed));
    return out.put(deflated, 0, packed).flip();
  }

  /**
   * Reads a source.
   *
   * @param place where its record begins
   * @throws IOException also if what stands there is not that source, or is damaged
   */
  static byte[] read(Path pack, long place, byte[] hash, SourceDictionary dictionary)
      throws IOException {
    try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ)) {
      ByteBuffer head = bytes(channel, place, HEAD);
      byte[] found = new byte[HASH];
      head.get(found);
      int length = head.getInt();
      int packed = head.getInt();
      int checksum = head.getInt();
      boolean possible = plain(length) <= LONGEST && packed >= 0;
      if (!possible || !Arrays.equals(found, hash) || place + HEAD + packed > channel.size()) {
        throw damaged(pack);
      }
      byte[] deflated = bytes(channel, place + HEAD, packed).array();
      if ((int) checksum(deflated, packed) != checksum) {
        throw damaged(pack);
      }
      return inflated(deflated, plain(length), length < 0 ? dictionary.needed() : null);
    }
  }

  private static int plain(int length) {
    return length < 0 ? ~length : length;
  }

  /** A record as it stands in a pack. */
  static ByteBuffer copy(FileChannel pack, long place) throws IOException {
    return bytes(pack, place, HEAD + packed(pack, place));
  }

  /** How long what follows a record's head is. */
  static int packed(FileChannel pack, long place) throws IOException {
    return Math.max(0, bytes(pack, place, HEAD).getInt(HASH + Integer.BYTES));
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("cut short");
      }
    }
    return bytes.flip();
  }

  private static byte[] inflated(byte[] deflated, int length, byte @Nullable [] dictionary)
      throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[length];
      int count = 0;
      while (count < length) {
        int more = inflater.inflate(bytes, count, length - count);
        if (more == 0 && inflater.needsDictionary() && dictionary != null) {
          inflater.setDictionary(dictionary);
        } else if (more == 0) {
          throw new IOException("cut short");
        }
        count += more;
      }
      return bytes;
    } catch (DataFormatException | IllegalArgumentException e) { // of another dictionary
      throw new IOException(e);
    } finally {
      inflater.end();
    }
  }

  static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }

  static IOException damaged(Path file) {
    return new IOException("damaged: " + file.getFileName());
  }
}
