package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.search.LongIntMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of texts in one flat file beside the index, each number in a byte. It is only ever
 * appended to, so what was made before a process ended is there after it; a record that is not
 * whole is cut off. The head names the model: vectors of two models say nothing of each other.
 *
 * <p>Safe for one thread that appends and any number that read.
 */
final class VectorFile implements AutoCloseable {

  private static final int MAGIC = 0x67767631; // gvv1
  private static final int ID_LENGTH = 64;
  private static final int HEAD = 2 * Integer.BYTES + ID_LENGTH;

  /** Rows of one mapped part: far below what one mapping may have. */
  private static final int PART = 1 << 16;

  private final FileChannel channel;
  private final int dimension;
  private final int record;
  private final LongIntMap rows = new LongIntMap();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private volatile int count;

  private VectorFile(FileChannel channel, int dimension) {
    this.channel = channel;
    this.dimension = dimension;
    this.record = Long.BYTES + Float.BYTES + dimension;
  }

  /**
   * Opens a file, which is made anew where there is none.
   *
   * @param model id of the model, of {@value #ID_LENGTH} characters
   * @throws OtherModelException if the file has vectors of another model
   */
  static VectorFile open(Path file, String model, int dimension) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      VectorFile vectors = new VectorFile(channel, dimension);
      if (channel.size() < HEAD) {
        channel.truncate(0);
        vectors.writeHead(model);
      } else {
        vectors.checkHead(model, file);
      }
      vectors.readKeys();
      return vectors;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void writeHead(String model) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(MAGIC).putInt(dimension);
    head.put(model.getBytes(StandardCharsets.US_ASCII));
    write(head.position(HEAD).flip(), 0);
  }

  private void checkHead(String model, Path file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    read(head, 0);
    head.flip();
    boolean ours = head.getInt() == MAGIC && head.getInt() == dimension;
    byte[] id = new byte[ID_LENGTH];
    head.get(id);
    if (!ours || !new String(id, StandardCharsets.US_ASCII).strip().equals(model)) {
      throw new OtherModelException(file);
    }
  }

  private void readKeys() throws IOException {
    long whole = (channel.size() - HEAD) / record;
    channel.truncate(HEAD + whole * record);
    int known = (int) Math.min(whole, Integer.MAX_VALUE - 8);
    for (int row = 0; row < known; row++) {
      ByteBuffer part = part(row);
      rows.putIfAbsent(part.getLong(row % PART * record), row);
    }
    count = known;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  synchronized boolean has(long key) {
    return rows.get(key) != LongIntMap.NONE;
  }

  /** The row of a key; -1 for none. */
  synchronized int row(long key) {
    return rows.get(key);
  }

  /** Adds a vector of length one. */
  void append(long key, float[] vector) throws IOException {
    Quantised of = Quantised.of(vector);
    ByteBuffer one = ByteBuffer.allocate(record).putLong(key).putFloat(of.scale()).put(of.bytes());
    write(one.flip(), HEAD + (long) count * record);
    synchronized (this) {
      rows.putIfAbsent(key, count);
      count++;
    }
  }

  /** How near a row's text is to another's vector: the cosine, nearly. */
  float cosine(int row, Quantised to, byte[] scratch) throws IOException {
    ByteBuffer part = part(row);
    int at = row % PART * record + Long.BYTES;
    part.get(at + Float.BYTES, scratch);
    return part.getFloat(at) * to.scale() * VectorUtil.dotProduct(scratch, to.bytes());
  }

  /** A row's vector again, as well as it was kept. */
  float[] vector(int row) throws IOException {
    ByteBuffer part = part(row);
    int at = row % PART * record + Long.BYTES;
    float scale = part.getFloat(at);
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = scale * part.get(at + Float.BYTES + i);
    }
    return vector;
  }

  int dimension() {
    return dimension;
  }

  /** Mapped when it is first read; the file has a whole part's room from then on. */
  private synchronized ByteBuffer part(int row) throws IOException {
    int number = row / PART;
    while (parts.size() <= number) {
      parts.add(null);
    }
    @Nullable ByteBuffer known = parts.get(number);
    long from = HEAD + (long) number * PART * record;
    long needed = (long) (row % PART + 1) * record;
    if (known == null || known.capacity() < needed) {
      long size = Math.min((long) PART * record, channel.size() - from);
      known = channel.map(FileChannel.MapMode.READ_ONLY, from, size);
      parts.set(number, known);
    }
    return known;
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }

  private void read(ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, place);
      if (read < 0) {
        throw new IOException("the file of vectors ends in its head");
      }
      place += read;
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A vector with each number in a byte. */
  @SuppressWarnings("ArrayRecordComponent") // never changed; a copy each would cost more than it
  record Quantised(float scale, byte[] bytes) {
    static Quantised of(float[] vector) {
      float most = 0;
      for (float value : vector) {
        most = Math.max(most, Math.abs(value));
      }
      float scale = most == 0 ? 1 : most / Byte.MAX_VALUE;
      byte[] bytes = new byte[vector.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Math.round(vector[i] / scale);
      }
      return new Quantised(scale, bytes);
    }
  }

  /** The vectors that are there were made by another model. */
  static final class OtherModelException extends IOException {
    private static final long serialVersionUID = 1;

    OtherModelException(Path file) {
      super("vectors of another model: " + file);
    }
  }
}
