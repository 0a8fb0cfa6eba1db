package govsearch.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file with many sources in it, and beside it the index that says where each begins. Sources are
 * only ever appended; the index, written whole and moved into place, is what makes them be there:
 * what stands behind the place that it knows was left by a run that was killed, and is written
 * over.
 *
 * <p>A record is the hash, the lengths before and after deflating, a checksum, the bytes. The index
 * is the length of the pack that it covers, then hash and place of each source in the order of the
 * hashes, then a checksum.
 */
final class SourcePack {

  static final String DATA = ".pack";
  static final String INDEX = ".index";

  /** Of a hash, in bytes. */
  static final int HASH = 32;

  private static final int ENTRY = HASH + Long.BYTES;
  private static final int HEAD = HASH + 3 * Integer.BYTES;
  private static final int FRAME = Long.BYTES + Long.BYTES;

  /** No source that was taken is longer: the limit of what is read is far below. */
  private static final int LONGEST = 1 << 30;

  private final Path data;
  private final long covered;

  /** Hash and place of each source, by hash. */
  private final byte[] entries;

  /** What the index looked like when it was read. */
  private final String stamp;

  private SourcePack(Path data, long covered, byte[] entries, String stamp) {
    this.data = data;
    this.covered = covered;
    this.entries = entries;
    this.stamp = stamp;
  }

  /** A new one without any source. */
  static SourcePack empty(Path data) {
    return new SourcePack(data, 0, new byte[0], "");
  }

  /**
   * Reads a pack's index.
   *
   * @throws IOException also if it is damaged
   */
  static SourcePack read(Path data) throws IOException {
    Path index = index(data);
    String stamp = stamp(index);
    byte[] bytes = Files.readAllBytes(index);
    if (bytes.length < FRAME || (bytes.length - FRAME) % ENTRY != 0) {
      throw new IOException("damaged: " + index.getFileName());
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long covered = in.getLong();
    if (in.getLong(bytes.length - Long.BYTES) != checksum(bytes, bytes.length - Long.BYTES)) {
      throw new IOException("damaged: " + index.getFileName());
    }
    byte[] entries = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length - Long.BYTES);
    return new SourcePack(data, covered, entries, stamp);
  }

  private static Path index(Path data) {
    String name = data.getFileName().toString();
    return data.resolveSibling(name.substring(0, name.length() - DATA.length()) + INDEX);
  }

  private static String stamp(Path index) throws IOException {
    return Files.getLastModifiedTime(index) + " " + Files.size(index);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }

  Path data() {
    return data;
  }

  /** Where the next source is to be appended. */
  long covered() {
    return covered;
  }

  int count() {
    return entries.length / ENTRY;
  }

  /** Whether the index was written anew since. */
  boolean isOutdated() throws IOException {
    return !stamp.equals(stamp(index(data)));
  }

  /** Where a source begins; -1 if it is not here. */
  long place(byte[] hash) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int from = middle * ENTRY;
      int order = Arrays.compareUnsigned(entries, from, from + HASH, hash, 0, HASH);
      if (order == 0) {
        return ByteBuffer.wrap(entries, from + HASH, Long.BYTES).getLong();
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The hash of a source by its number in the order of hashes. */
  byte[] hash(int number) {
    return Arrays.copyOfRange(entries, number * ENTRY, number * ENTRY + HASH);
  }

  /**
   * Reads a record.
   *
   * @throws IOException also if what stands there is not that source, or is damaged
   */
  static byte[] read(Path data, long place, byte[] hash) throws IOException {
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.wrap(bytes(channel, place, HEAD));
      byte[] found = new byte[HASH];
      head.get(found);
      int length = head.getInt();
      int packed = head.getInt();
      int checksum = head.getInt();
      boolean possible = length >= 0 && length <= LONGEST && packed >= 0;
      if (!possible || !Arrays.equals(found, hash) || place + HEAD + packed > channel.size()) {
        throw new IOException("damaged: " + data.getFileName());
      }
      byte[] deflated = bytes(channel, place + HEAD, packed);
      if ((int) checksum(deflated, packed) != checksum) {
        throw new IOException("damaged: " + data.getFileName());
      }
      return inflated(deflated, length);
    }
  }

  private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("cut short");
      }
    }
    return bytes.array();
  }

  private static byte[] inflated(byte[] deflated, int length) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[length];
      int count = 0;
      while (count < length) {
        int more = inflater.inflate(bytes, count, length - count);
        if (more == 0) {
          throw new IOException("cut short");
        }
        count += more;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
  }

  /** A record's bytes: what {@link #read} reads. */
  static ByteBuffer record(byte[] hash, int length, byte[] deflated, int packed) {
    ByteBuffer out = ByteBuffer.allocate(HEAD + packed);
    out.put(hash).putInt(length).putInt(packed).putInt((int) checksum(deflated, packed));
    return out.put(deflated, 0, packed).flip();
  }

  /**
   * Writes the index with some sources more, or without some.
   *
   * @param added places of new sources by their hashes, in unsigned order
   * @param covered how far the pack is written, and on disk
   * @param dropped sources that are left out
   */
  SourcePack with(SortedMap<byte[], Long> added, long covered, Predicate<byte[]> dropped)
      throws IOException {
    TreeMap<byte[], Long> all = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < count(); i++) {
      byte[] hash = hash(i);
      all.put(hash, place(hash));
    }
    all.putAll(added);
    all.keySet().removeIf(dropped);
    ByteBuffer out = ByteBuffer.allocate(FRAME + all.size() * ENTRY);
    out.putLong(covered);
    all.forEach((hash, place) -> out.put(hash).putLong(place));
    out.putLong(checksum(out.array(), out.position()));
    Path index = index(data);
    Path temporary = Files.createTempFile(data.getParent(), "keep", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        out.flip();
        while (out.hasRemaining()) {
          channel.write(out);
        }
        channel.force(true);
      }
      Files.move(
          temporary, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return read(data);
  }

  /** Removes the pack, the index first, without which nothing is there. */
  void delete() throws IOException {
    Files.deleteIfExists(index(data));
    Files.deleteIfExists(data);
  }

  /** A source's record as it stands in the pack, by its number in the order of hashes. */
  ByteBuffer record(int number) throws IOException {
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
      long place = place(hash(number));
      int packed = ByteBuffer.wrap(bytes(channel, place, HEAD)).getInt(HASH + Integer.BYTES);
      return ByteBuffer.wrap(bytes(channel, place, HEAD + Math.max(0, packed)));
    }
  }

  /** How many bytes of the pack are of sources that are still there, about. */
  long living() throws IOException {
    long sum = 0;
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
      for (int i = 0; i < count(); i++) {
        ByteBuffer head = ByteBuffer.wrap(bytes(channel, place(hash(i)), HEAD));
        sum += HEAD + Math.max(0, head.getInt(HASH + Integer.BYTES));
      }
    }
    return sum;
  }

  /** The packs of a folder that have an index, by name. */
  static List<Path> in(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(DATA))
          .filter(file -> Files.exists(index(file)))
          .sorted()
          .toList();
    }
  }
}
