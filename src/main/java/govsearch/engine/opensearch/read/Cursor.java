package govsearch.engine.opensearch.read;

import govsearch.engine.InvalidCursorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors: the sort values of a page's last document, bound to the request by its hash, and
 * the snapshot whose order it is. Where that is kept no more, the place in the order still holds.
 */
final class Cursor {
  private static final int MOST_VALUES = 10;

  private Cursor() {}

  static String of(List<Object> values, String request, long snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(snapshot);
      out.writeInt(request.hashCode());
      out.writeByte(values.size());
      for (Object value : values) {
        switch (value) {
          case Long number -> {
            out.writeByte(0);
            out.writeLong(number);
          }
          case Double number -> {
            out.writeByte(1);
            out.writeDouble(number);
          }
          default -> {
            out.writeByte(2);
            out.writeUTF(value.toString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // written to memory
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** The snapshot that a cursor's page was taken from. */
  static long snapshot(String cursor) {
    try (DataInputStream in = open(cursor)) {
      return in.readLong();
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }

  /** Whether a cursor was made with this request; not, if it is no cursor at all. */
  static boolean isOf(String cursor, String request) {
    try (DataInputStream in = open(cursor)) {
      in.readLong();
      return in.readInt() == request.hashCode();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The values that a cursor has; null for no cursor.
   *
   * @param request the same text that it was made with, or it is refused
   */
  static @Nullable List<Object> read(@Nullable String cursor, String request) {
    if (cursor == null) {
      return null;
    }
    try (DataInputStream in = open(cursor)) {
      in.readLong();
      if (in.readInt() != request.hashCode()) {
        throw new InvalidCursorException();
      }
      int count = in.readUnsignedByte();
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < count && i < MOST_VALUES; i++) {
        values.add(
            switch (in.readByte()) {
              case 0 -> (Object) in.readLong();
              case 1 -> (Object) in.readDouble();
              case 2 -> in.readUTF();
              default -> throw new InvalidCursorException();
            });
      }
      if (in.read() >= 0) {
        throw new InvalidCursorException();
      }
      return values;
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }

  private static DataInputStream open(String cursor) {
    return new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)));
  }
}
