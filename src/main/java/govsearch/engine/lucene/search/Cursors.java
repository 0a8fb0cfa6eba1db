package govsearch.engine.lucene.search;

import govsearch.engine.InvalidCursorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors: the sort values of a page's last document, bound to the request by its hash, and
 * the snapshot whose order it is. Where that is kept no more, the place in the order still holds.
 */
public final class Cursors {

  private static final int MOST_BYTES =
      16 << 10; // a path has up to 4 KiB, and stands below another

  private Cursors() {}

  /**
   * The cursor behind a document.
   *
   * @param version of the snapshot that the page was taken from
   */
  public static String after(FieldDoc last, Sort sort, String request, long version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(version);
      out.writeInt(request.hashCode());
      SortField[] keys = sort.getSort();
      for (int i = 0; i < keys.length; i++) {
        write(out, keys[i], last.fields[i]);
      }
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
  public static @Nullable FieldDoc read(@Nullable String cursor, Sort sort, String request) {
    if (cursor == null) {
      return null;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(decode(cursor)))) {
      in.readLong();
      if (in.readInt() != request.hashCode()) {
        throw new InvalidCursorException();
      }
      SortField[] keys = sort.getSort();
      @Nullable Object[] values = new @Nullable Object[keys.length];
      for (int i = 0; i < keys.length; i++) {
        values[i] = read(in, keys[i]);
      }
      if (in.read() >= 0) {
        throw new InvalidCursorException();
      }
      // The last document itself is skipped by its being equal; its number says nothing.
      return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }

  /** Whether a cursor was made with this request; not, if it is no cursor at all. */
  static boolean isOf(String cursor, String request) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(decode(cursor)))) {
      in.readLong();
      return in.readInt() == request.hashCode();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The version of the snapshot that a cursor's page was taken from. */
  public static long version(String cursor) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(decode(cursor)))) {
      return in.readLong();
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }

  private static byte[] decode(String cursor) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    if (bytes.length > MOST_BYTES) {
      throw new InvalidCursorException();
    }
    return bytes;
  }

  private static void write(DataOutputStream out, SortField key, @Nullable Object value)
      throws IOException {
    switch (key.getType()) {
      case SCORE -> out.writeFloat(((Number) present(value)).floatValue());
      case INT -> out.writeInt(((Number) present(value)).intValue());
      case LONG -> out.writeLong(((Number) present(value)).longValue());
      case STRING -> {
        out.writeBoolean(value != null);
        if (value instanceof BytesRef text) {
          out.writeShort(text.length);
          out.write(text.bytes, text.offset, text.length);
        }
      }
      default -> throw new IllegalStateException("no order sorts by " + key);
    }
  }

  private static @Nullable Object read(DataInputStream in, SortField key) throws IOException {
    return switch (key.getType()) {
      case SCORE -> in.readFloat();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case STRING -> in.readBoolean() ? readText(in) : null;
      default -> throw new IllegalStateException("no order sorts by " + key);
    };
  }

  private static BytesRef readText(DataInputStream in) throws IOException {
    byte[] text = new byte[in.readUnsignedShort()];
    in.readFully(text);
    return new BytesRef(text);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("only texts can be missing");
    }
    return value;
  }
}
