package govsearch.insight;

import govsearch.engine.InvalidCursorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors: the place of a page's last line, bound to the request by its hash. The place is a
 * text and no number, so it still holds when reports have come or gone.
 */
public final class LineCursor {

  private static final int MOST_LETTERS = 4_000;

  private LineCursor() {}

  public static String after(LineKey last, String request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(request.hashCode());
      out.writeUTF(last.sort());
      out.writeUTF(last.reportId());
      out.writeInt(last.ordinal());
      out.writeInt(last.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // written to memory
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * The place that a cursor names.
   *
   * @param request the same text that it was made with, or it is refused
   * @return null for no cursor: from the start
   */
  public static @Nullable LineKey read(@Nullable String cursor, String request) {
    if (cursor == null) {
      return null;
    }
    if (cursor.length() > MOST_LETTERS) {
      throw new InvalidCursorException();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      if (in.readInt() != request.hashCode()) {
        throw new InvalidCursorException();
      }
      LineKey key = new LineKey(in.readUTF(), in.readUTF(), in.readInt(), in.readInt());
      if (in.read() >= 0) {
        throw new InvalidCursorException();
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }
}
