package govsearch.engine.lucene.document;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * Texts as the index stores them: how many characters, and two bytes each. Every string comes back
 * as it was, be it well-formed or not.
 */
final class StoredText {

  private StoredText() {}

  static void write(DataOutput out, String text) throws IOException {
    int length = text.length();
    byte[] bytes = new byte[2 * length];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[2 * i] = (byte) (c >>> Byte.SIZE);
      bytes[2 * i + 1] = (byte) c;
    }
    out.writeVInt(length);
    out.writeBytes(bytes, bytes.length);
  }

  static String read(DataInput in) throws IOException {
    int length = in.readVInt();
    byte[] bytes = new byte[2 * length];
    in.readBytes(bytes, 0, bytes.length);
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (bytes[2 * i] << Byte.SIZE | bytes[2 * i + 1] & 0xFF);
    }
    return new String(text);
  }
}
