package govsearch.ingest.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a text file's bytes into text, whichever of the usual Chinese encodings they are in. */
public final class TextDecoder {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final char REPLACEMENT = '\uFFFD';

  /** Encodings that are told apart by their statistics, when nothing surer settles it. */
  private static final Map<String, Charset> DETECTED = Map.of("GB18030", GB18030, "Big5", BIG5);

  /** A broken byte or two do not make a text another encoding's; one in ten characters does. */
  private static final int VALID_PER_BROKEN = 10;

  /** Text needs hardly any control characters; other files are full of them. */
  private static final int CHARACTERS_PER_CONTROL = 50;

  private TextDecoder() {}

  /**
   * Text as decoded.
   *
   * @param broken how many characters could not be decoded and stand as U+FFFD
   */
  public record Decoded(String text, Charset charset, int broken) {}

  /**
   * Decodes.
   *
   * @throws RejectedFileException if the bytes are no text
   */
  public static Decoded decode(byte[] bytes) throws RejectedFileException {
    if (bytes.length == 0) {
      throw new RejectedFileException("空文件");
    }
    return refuseBinary(decodeWith(charset(bytes), bytes));
  }

  /**
   * Decodes as the file itself says, unless it plainly is not so.
   *
   * @throws RejectedFileException if the bytes are no text
   */
  public static Decoded decode(byte[] bytes, Charset declared) throws RejectedFileException {
    if (byteOrderMark(bytes).isEmpty()) {
      Decoded decoded = decodeWith(declared, bytes);
      if (decoded.broken() * CHARACTERS_PER_CONTROL <= decoded.text().length()) {
        return refuseBinary(decoded);
      }
    }
    return decode(bytes);
  }

  private static Decoded refuseBinary(Decoded decoded) throws RejectedFileException {
    String text = decoded.text();
    if (text.chars().allMatch(TextDecoder::isInvisible)) {
      throw new RejectedFileException("文件里没有文字");
    }
    long controls = text.chars().filter(c -> c < ' ' && "\t\n\r\f\u000B".indexOf(c) < 0).count();
    boolean binary = controls > 2 && controls * CHARACTERS_PER_CONTROL > text.length();
    if (binary || decoded.broken() * VALID_PER_BROKEN > text.length()) {
      throw new RejectedFileException("不是文本，或编码无法识别");
    }
    return decoded;
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static Charset charset(byte[] bytes) throws RejectedFileException {
    Optional<Charset> marked = byteOrderMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    if (isUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      if (isChinese(wide.decode(ByteBuffer.wrap(bytes)))) {
        return wide;
      }
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes);
    for (CharsetMatch match : detector.detectAll()) { // most likely first
      Charset charset = DETECTED.get(match.getName());
      if (charset != null) {
        return charset;
      }
    }
    if (hasNoZero(bytes)) {
      return GB18030;
    }
    throw new RejectedFileException("不是文本，或编码无法识别");
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether nearly all that is not ASCII is well-formed UTF-8. Plain ASCII is UTF-8 too. */
  private static boolean isUtf8(byte[] bytes) {
    int valid = 0;
    int broken = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = utf8Length(bytes, i);
      if (length == 0) {
        broken++;
        i++;
      } else {
        valid += length > 1 ? 1 : 0;
        i += length;
      }
    }
    return hasNoZero(bytes) && (broken == 0 || valid > broken * VALID_PER_BROKEN);
  }

  /** Length of the UTF-8 sequence at an index, or 0 if there is none. */
  private static int utf8Length(byte[] bytes, int index) {
    int first = bytes[index] & 0xFF;
    int length =
        first < 0x80
            ? 1
            : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (index + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[index + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /**
   * Whether nearly all characters are of those that Chinese text is made of. Read with the wrong
   * width or byte order, hardly a third of them are.
   */
  private static boolean isChinese(CharBuffer text) {
    long usual = text.chars().filter(TextDecoder::isUsual).count();
    return usual * VALID_PER_BROKEN >= text.length() * (VALID_PER_BROKEN - 1L);
  }

  private static boolean isUsual(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF) // Han
        || (c >= 0x3000 && c <= 0x301F) // 、。《》
        || (c >= 0xFF01 && c <= 0xFF5E) // full-width forms
        || (c >= 0x2010 && c <= 0x2026) // “”—…
        || (c >= ' ' && c <= '~')
        || "\t\n\r".indexOf(c) >= 0;
  }

  private static boolean hasNoZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  private static Decoded decodeWith(Charset charset, byte[] bytes) throws RejectedFileException {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes));
      String decoded = text.toString();
      int broken = (int) decoded.chars().filter(c -> c == REPLACEMENT).count();
      return new Decoded(decoded, charset, broken);
    } catch (CharacterCodingException e) {
      throw new RejectedFileException("编码损坏：" + e.getMessage());
    }
  }
}
