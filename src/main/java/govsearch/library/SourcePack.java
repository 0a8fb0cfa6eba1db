package govsearch.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A file with many sources in it, and beside it the index that says where each begins. Sources are
 * only ever appended; the index, written whole and moved into place, is what makes them be there:
 * what stands behind the place that it knows was left by a run that was killed, and is written
 * over.
 *
 * <p>It is a row of {@linkplain SourceRecord records}. The index is the length of the pack that it
 * covers, then hash and place of each source in the order of the hashes, then a checksum.
 */
final class SourcePack {

  static final String DATA = ".pack";
  static final String INDEX = ".index";

  private static final int HASH = SourceRecord.HASH;
  private static final int ENTRY = HASH + Long.BYTES;
  private static final int FRAME = Long.BYTES + Long.BYTES;

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
      throw SourceRecord.damaged(index);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long covered = in.getLong();
    if (in.getLong(bytes.length - Long.BYTES)
        != SourceRecord.checksum(bytes, bytes.length - Long.BYTES)) {
      throw SourceRecord.damaged(index);
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
    out.putLong(SourceRecord.checksum(out.array(), out.position()));
    DurableFile.write(index(data), out.flip());
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
      return SourceRecord.copy(channel, place(hash(number)));
    }
  }

  /** How many bytes of the pack are of sources that are still there, about. */
  long living() throws IOException {
    long sum = 0;
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
      for (int i = 0; i < count(); i++) {
        sum += SourceRecord.HEAD + SourceRecord.packed(channel, place(hash(i)));
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
