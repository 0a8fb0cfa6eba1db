package govsearch.engine.lucene.analysis;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * A literal text as the index has it, in UTF-8 with {@link Fields#END} behind it: any part of it is
 * a term without being encoded by itself.
 */
public final class EncodedText {

  private final String text;
  private final byte[] bytes;

  /** Where each UTF-16 unit begins in the bytes; empty where some are halves of characters. */
  private final int[] places;

  /** Encodes a text. */
  public EncodedText(String literal) {
    this.text = literal;
    int length = literal.length();
    byte[] utf8 = new byte[3 * length + 1];
    int[] begins = new int[length + 2];
    int end = 0;
    boolean whole = true;
    for (int i = 0; i < length; i++) {
      begins[i] = end;
      char c = literal.charAt(i);
      if (c < 0x80) {
        utf8[end++] = (byte) c;
      } else if (c < 0x800) {
        utf8[end++] = (byte) (0xC0 | c >> 6);
        utf8[end++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isSurrogate(c)) {
        whole = false;
        break;
      } else {
        utf8[end++] = (byte) (0xE0 | c >> 12);
        utf8[end++] = (byte) (0x80 | c >> 6 & 0x3F);
        utf8[end++] = (byte) (0x80 | c & 0x3F);
      }
    }
    begins[length] = end;
    begins[length + 1] = end + 1;
    utf8[end] = Fields.END;
    this.bytes = whole ? utf8 : BytesRef.EMPTY_BYTES;
    this.places = whole ? begins : new int[0];
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /**
   * Makes a part of the text the value of a term.
   *
   * @param end one more than the text's length for a part with {@link Fields#END}
   * @param term is made to point into this text's bytes where it can
   */
  void set(int start, int end, BytesRef term) {
    if (places.length > 0) {
      term.bytes = bytes;
      term.offset = places[start];
      term.length = places[end] - places[start];
      return;
    }
    int inText = Math.min(end, text.length());
    byte[] own = new byte[UnicodeUtil.maxUTF8Length(inText - start) + 1];
    int length = UnicodeUtil.UTF16toUTF8(text, start, inText - start, own);
    if (inText < end) {
      own[length++] = Fields.END;
    }
    term.bytes = ArrayUtil.copyOfSubArray(own, 0, length);
    term.offset = 0;
    term.length = length;
  }
}
