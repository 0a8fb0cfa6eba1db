package govsearch.engine.lucene.document;

import govsearch.report.Ids;
import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * Ids of paragraphs as the index stores them: how often the text has come in its report by then,
 * and the five bytes that {@link Ids#paragraphHash} tells. As letters they would take nine, which
 * nothing compresses.
 */
final class StoredIds {

  /** Before an id of another form, which is stored as it is. */
  private static final int OTHER = 0;

  /** Added to a repetition above one, which keeps clear of {@link #isOfFormat11}. */
  private static final int REPEATED = 100;

  private static final int HASH_BYTES = 5;

  private static final int SHORTEST_STRING = 8;
  private static final int LONGEST_STRING = 15;

  private StoredIds() {}

  static void write(DataOutput out, String id) throws IOException {
    int repetition = Ids.isParagraphId(id) ? Ids.repetition(id) : OTHER;
    long hash = repetition == OTHER ? 0 : Ids.paragraphHash(id);
    if (repetition == OTHER || !Ids.paragraphId(hash, repetition).equals(id)) {
      out.writeVInt(OTHER);
      out.writeString(id);
      return;
    }
    out.writeVInt(repetition == 1 ? 1 : REPEATED + repetition);
    for (int i = HASH_BYTES - 1; i >= 0; i--) {
      out.writeByte((byte) (hash >>> (Byte.SIZE * i)));
    }
  }

  /**
   * Whether a paragraph was stored by a program of format 11, of which a rebuild takes earlier
   * texts over: with an id as a string, and so with its length, in front.
   */
  static boolean isOfFormat11(byte first) {
    return first >= SHORTEST_STRING && first <= LONGEST_STRING;
  }

  static String read(DataInput in) throws IOException {
    int begins = in.readVInt();
    if (begins == OTHER) {
      return in.readString();
    }
    long hash = 0;
    for (int i = 0; i < HASH_BYTES; i++) {
      hash = hash << Byte.SIZE | in.readByte() & 0xFF;
    }
    return Ids.paragraphId(hash, begins == 1 ? 1 : begins - REPEATED);
  }
}
