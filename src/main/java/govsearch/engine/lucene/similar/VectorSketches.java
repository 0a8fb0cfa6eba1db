package govsearch.engine.lucene.similar;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A bit for each number of a vector: whether it is above the mean. How many bits of two vectors
 * differ tells nearly how far they are apart (Charikar 2002), and to count them takes a twentieth
 * of the time that their numbers take: enough to see which few of many are worth a closer look.
 *
 * <p>In a file of no name beside the index, made anew whenever the vectors are opened, since these
 * are read through then in any case: page cache, not heap.
 */
final class VectorSketches implements AutoCloseable {

  private static final String FILE = "vectors.bits";
  private static final int PART = 1 << 16;

  private final FileChannel channel;
  private final float[] mean;
  private final int words;
  private final List<LongBuffer> parts = new ArrayList<>();

  private VectorSketches(FileChannel channel, float[] mean) {
    this.channel = channel;
    this.mean = mean;
    this.words = (mean.length + Long.SIZE - 1) / Long.SIZE;
  }

  /**
   * None so far.
   *
   * @param vectors their file
   * @param mean of the vectors, as far as it is known
   */
  static VectorSketches open(Path vectors, float[] mean) throws IOException {
    FileChannel channel =
        FileChannel.open(
            vectors.resolveSibling(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new VectorSketches(channel, mean);
  }

  /** Adds a row's. */
  void put(int row, float[] vector) throws IOException {
    part(row / PART).put(row % PART * words, of(vector));
  }

  /** A vector's own. */
  long[] of(float[] vector) {
    long[] bits = new long[words];
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] > mean[i]) {
        bits[i / Long.SIZE] |= 1L << i;
      }
    }
    return bits;
  }

  /** Those of a vector that is seen from the mean already. */
  static long[] signs(float[] vector) {
    long[] bits = new long[(vector.length + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] > 0) {
        bits[i / Long.SIZE] |= 1L << i;
      }
    }
    return bits;
  }

  private synchronized LongBuffer part(int number) throws IOException {
    while (parts.size() <= number) {
      long length = (long) PART * words * Long.BYTES;
      parts.add(
          channel
              .map(FileChannel.MapMode.READ_WRITE, parts.size() * length, length)
              .asLongBuffer());
    }
    return parts.get(number);
  }

  /** What there is by now, to be read by one thread. */
  synchronized Reader reader() {
    return new Reader(parts.toArray(LongBuffer[]::new), words);
  }

  /** Compares without a lock. */
  @SuppressWarnings("ArrayRecordComponent") // seen here only
  record Reader(LongBuffer[] parts, int words) {

    /** How many bits of a row differ from others. */
    int distance(int row, long[] to) {
      LongBuffer part = parts[row / PART];
      int at = row % PART * words;
      int differ = 0;
      for (int i = 0; i < words; i++) {
        differ += Long.bitCount(part.get(at + i) ^ to[i]);
      }
      return differ;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
