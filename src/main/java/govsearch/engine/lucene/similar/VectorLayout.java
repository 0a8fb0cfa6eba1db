package govsearch.engine.lucene.similar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * How a file of vectors is laid out: a head that names the model, then records of one length, each
 * a key, a scale and a byte for each number. Head and records end in a checksum; those of the first
 * form have none.
 *
 * @param dimension numbers of a vector
 * @param checked whether there are checksums
 */
record VectorLayout(int dimension, boolean checked) {

  /** Of a model's id. */
  static final int ID_LENGTH = 64;

  /** Of a head without its checksum. */
  static final int SHORTEST_HEAD = 2 * Integer.BYTES + ID_LENGTH;

  private static final int CHECKSUM = Integer.BYTES;

  /** Of the first form: gvv1. */
  private static final int UNCHECKED = 0x67767631;

  /** Further from the other than one byte that flips. */
  private static final int CHECKED = 0x32767667;

  /** What is said of a head: its layout, and the model's id. */
  record Head(VectorLayout layout, String model) {}

  /** A new file's. */
  static VectorLayout of(int dimension) {
    return new VectorLayout(dimension, true);
  }

  int head() {
    return SHORTEST_HEAD + (checked ? CHECKSUM : 0);
  }

  int record() {
    return Long.BYTES + Float.BYTES + dimension + (checked ? CHECKSUM : 0);
  }

  /** The head of a model's file. */
  ByteBuffer head(String model) {
    ByteBuffer head = ByteBuffer.allocate(head());
    head.putInt(checked ? CHECKED : UNCHECKED).putInt(dimension);
    head.put(model.getBytes(StandardCharsets.US_ASCII)).position(SHORTEST_HEAD);
    return seal(head);
  }

  /**
   * Reads a head.
   *
   * @param head as long as the longest
   * @throws DamagedException if it is none
   */
  static Head read(ByteBuffer head) throws DamagedException {
    int magic = head.getInt(0);
    VectorLayout layout = new VectorLayout(head.getInt(Integer.BYTES), magic == CHECKED);
    if ((magic != CHECKED && magic != UNCHECKED)
        || layout.dimension <= 0
        || !layout.isWhole(head, 0, layout.head())) {
      throw new DamagedException();
    }
    byte[] id = new byte[ID_LENGTH];
    head.get(2 * Integer.BYTES, id);
    return new Head(layout, new String(id, StandardCharsets.US_ASCII).strip());
  }

  /** A record. */
  ByteBuffer record(long key, Quantised vector) {
    ByteBuffer one = ByteBuffer.allocate(record());
    return seal(one.putLong(key).putFloat(vector.scale()).put(vector.bytes()));
  }

  private ByteBuffer seal(ByteBuffer written) {
    if (checked) {
      written.putInt(checksum(written, 0, written.position()));
    }
    return written.flip();
  }

  /** Whether a record is as it was written, as far as that can be told. */
  boolean isWhole(ByteBuffer in, int at) {
    return isWhole(in, at, record());
  }

  private boolean isWhole(ByteBuffer in, int at, int length) {
    int covered = length - CHECKSUM;
    return !checked || in.getInt(at + covered) == checksum(in, at, covered);
  }

  private static int checksum(ByteBuffer in, int at, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(in.slice(at, length));
    return (int) checksum.getValue();
  }

  /** A file is not as it was written. */
  static final class DamagedException extends java.io.IOException {
    private static final long serialVersionUID = 1;

    DamagedException() {
      super("已损坏；请删去它，会重做");
    }
  }
}
