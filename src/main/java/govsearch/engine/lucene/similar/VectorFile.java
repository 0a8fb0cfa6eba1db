package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.search.LongIntMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of texts in one flat file beside the index, each number in a byte. It is only ever
 * appended to, so what was made before a process ended is there after it; a record that is not
 * whole is cut off, and one that was damaged is as if it had never been made. The head names the
 * model: vectors of two models say nothing of each other.
 *
 * <p>Safe for one thread that appends and any number that read.
 */
final class VectorFile implements AutoCloseable {

  /** Rows of one mapped part: far below what one mapping may have. */
  private static final int PART = 1 << 16;

  /** Of so many vectors the mean is known well enough. */
  private static final int OF_MEAN = 1 << 12;

  private final FileChannel channel;
  private final VectorLayout layout;
  private final int record;
  private final LongIntMap rows = new LongIntMap();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private volatile int count;
  private @Nullable VectorSketches sketches;

  private VectorFile(FileChannel channel, VectorLayout layout) {
    this.channel = channel;
    this.layout = layout;
    this.record = layout.record();
  }

  /**
   * Opens a file, which is made anew where there is none.
   *
   * @param model id of the model, of {@value VectorLayout#ID_LENGTH} characters
   * @throws OtherModelException if the file has vectors of another model
   * @throws VectorLayout.DamagedException if its head is damaged
   */
  static VectorFile open(Path file, String model, int dimension) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      VectorLayout layout = VectorLayout.of(dimension);
      if (channel.size() < VectorLayout.SHORTEST_HEAD) {
        channel.truncate(0);
        write(channel, layout.head(model), 0);
      } else {
        VectorLayout.Head head = head(channel);
        if (!head.model().equals(model) || head.layout().dimension() != dimension) {
          throw new OtherModelException(file);
        }
        layout = head.layout();
      }
      VectorFile vectors = new VectorFile(channel, layout);
      vectors.readKeys();
      vectors.sketch(file);
      return vectors;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static VectorLayout.Head head(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(VectorLayout.of(1).head());
    while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
      // one of the first form may be all that there is
    }
    return VectorLayout.read(head);
  }

  /**
   * Looks at every byte of a file, whosever it is.
   *
   * @return how many records are damaged; those of the first form are taken for good
   * @throws VectorLayout.DamagedException if its head is
   */
  static int damages(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < VectorLayout.SHORTEST_HEAD) {
        return 0; // just begun
      }
      VectorFile vectors = new VectorFile(channel, head(channel).layout());
      int damaged = 0;
      for (int row = 0; row < vectors.whole(); row++) {
        damaged += vectors.layout.isWhole(vectors.part(row), row % PART * vectors.record) ? 0 : 1;
      }
      return damaged;
    }
  }

  private void readKeys() throws IOException {
    int known = whole();
    channel.truncate(layout.head() + (long) known * record);
    for (int row = 0; row < known; row++) {
      ByteBuffer part = part(row);
      int at = row % PART * record;
      if (layout.isWhole(part, at)) {
        rows.putIfAbsent(part.getLong(at), row);
      }
    }
    count = known;
  }

  /** Reads what there is once more: of some the mean, then of each its bits. */
  private void sketch(Path file) throws IOException {
    float[] mean = new float[dimension()];
    int step = Math.max(1, count / OF_MEAN);
    for (int row = 0; row < count; row += step) {
      float[] vector = vector(row);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] * step / count;
      }
    }
    VectorSketches made = VectorSketches.open(file, mean);
    sketches = made;
    for (int row = 0; row < count; row++) {
      made.put(row, vector(row));
    }
  }

  private VectorSketches sketches() {
    return Objects.requireNonNull(sketches);
  }

  private int whole() throws IOException {
    long whole = Math.max(0, channel.size() - layout.head()) / record;
    return (int) Math.min(whole, Integer.MAX_VALUE - 8);
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
    ByteBuffer one = layout.record(key, Quantised.of(vector));
    write(channel, one, layout.head() + (long) count * record);
    sketches().put(count, vector);
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

  /** What there is by now, to be read by one thread. */
  synchronized Reader reader() {
    try {
      int known = count;
      for (int row = PART - 1; known > 0 && row / PART <= (known - 1) / PART; row += PART) {
        var unused = part(Math.min(row, known - 1));
      }
      return new Reader(parts.toArray(ByteBuffer[]::new), known, sketches().reader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row's vector again, as well as it was kept. */
  float[] vector(int row) throws IOException {
    ByteBuffer part = part(row);
    int at = row % PART * record + Long.BYTES;
    float scale = part.getFloat(at);
    float[] vector = new float[dimension()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * part.get(at + Float.BYTES + i);
    }
    return vector;
  }

  int dimension() {
    return layout.dimension();
  }

  /** Mapped when it is first read; the file has a whole part's room from then on. */
  private synchronized ByteBuffer part(int row) throws IOException {
    int number = row / PART;
    while (parts.size() <= number) {
      parts.add(null);
    }
    @Nullable ByteBuffer known = parts.get(number);
    long from = layout.head() + (long) number * PART * record;
    long needed = (long) (row % PART + 1) * record;
    if (known == null || known.capacity() < needed) {
      long size = Math.min((long) PART * record, channel.size() - from);
      known = channel.map(FileChannel.MapMode.READ_ONLY, from, size);
      parts.set(number, known);
    }
    return known;
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    try {
      sketches().close();
    } finally {
      channel.close();
    }
  }

  /** Many rows are compared by it: it takes no lock for each. */
  final class Reader {
    private final ByteBuffer[] mapped;
    private final int known;
    private final VectorSketches.Reader bits;
    private final byte[] scratch = new byte[dimension()];

    private Reader(ByteBuffer[] mapped, int known, VectorSketches.Reader bits) {
      this.bits = bits;
      this.mapped = mapped;
      this.known = known;
    }

    int count() {
      return known;
    }

    /** What {@link #distance} takes. */
    long[] bits(float[] vector) {
      return sketches().of(vector);
    }

    /** How far a row's text is from another's, from 0 to the dimension: roughly, but quickly. */
    int distance(int row, long[] to) {
      return bits.distance(row, to);
    }

    /** A row's numbers. */
    Quantised quantised(int row) {
      ByteBuffer part = mapped[row / PART];
      int at = row % PART * record + Long.BYTES;
      byte[] bytes = new byte[dimension()];
      part.get(at + Float.BYTES, bytes);
      return new Quantised(part.getFloat(at), bytes);
    }

    /** As {@link VectorFile#vector}. */
    float[] vector(int row) {
      return quantised(row).vector();
    }

    /** As {@link VectorFile#cosine}. */
    float cosine(int row, Quantised to) {
      ByteBuffer part = mapped[row / PART];
      int at = row % PART * record + Long.BYTES;
      part.get(at + Float.BYTES, scratch);
      return part.getFloat(at) * to.scale() * VectorUtil.dotProduct(scratch, to.bytes());
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
