package govsearch.ingest.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What program and worker say to each other over the worker's standard input and output.
 *
 * <pre>
 * request := EXTRACT type:blob ocr:boolean blob | UNPACK path:blob
 * answer  := TEXT text:blob count:int remark:blob*          to EXTRACT
 *          | (MEMBER name:blob bytes:blob | REFUSED name:blob reason:blob)* END    to UNPACK
 *          | REJECTED reason:blob                                     to both
 * blob    := length:int bytes
 * </pre>
 */
public final class Frames {

  public static final byte EXTRACT = 1;
  public static final byte UNPACK = 2;

  public static final byte TEXT = 11;
  public static final byte REJECTED = 12;
  public static final byte MEMBER = 13;
  public static final byte REFUSED = 14;
  public static final byte END = 15;

  /** Longer than any file that is given and any text that is taken. */
  private static final int LONGEST = 256 << 20;

  private Frames() {}

  /** Writes bytes behind their length. */
  public static void write(DataOutputStream out, byte[] bytes, int length) throws IOException {
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  /** Writes text as UTF-8. */
  public static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out, bytes, bytes.length);
  }

  /**
   * Reads bytes.
   *
   * @throws IOException if the other side says what cannot be
   */
  public static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a frame cut short");
    }
    return bytes;
  }

  /** Reads text. */
  public static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }
}
