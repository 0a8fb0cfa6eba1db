package govsearch.ingest.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a file's type by its first and last bytes, for clerks' files often bear another's
 * extension. The extension decides only what no bytes tell: which text is meant to be read.
 */
final class FileTypes {

  private static final int HEAD = 8 << 10;

  /** Enough for the directory at the end of any docx. */
  private static final int TAIL = 128 << 10;

  private static final int PDF_MARK_WITHIN = 1024;

  private static final Set<String> TEXTUAL =
      Set.of("txt", "text", "htm", "html", "shtml", "xhtml", "doc", "wps", "rtf");
  private static final Set<String> KNOWN =
      Set.of(
          "txt", "text", "htm", "html", "shtml", "xhtml", "mht", "mhtml", "docx", "docm", "dotx",
          "doc", "dot", "wps", "wpt", "rtf", "pdf", "zip");

  /** How a zip's directory names a file: 46 bytes of header, then the name. */
  private static final int ZIP_HEADER = 46;

  private static final Pattern HTML_START =
      Pattern.compile(
          "^(?:\\s|<\\?xml[^>]*>|<!--(?s:.)*?-->)*+<(?:!doctype\\s+html|html|head|body|meta|title)\\b");
  private static final Pattern MAIL_START =
      Pattern.compile("(?m)^(?:from|mime-version|snapshot-content-location|message-id):");
  private static final Pattern MAIL_TYPE =
      Pattern.compile("(?m)^content-type:\\s*(?:multipart/(?:related|alternative)|text/html)");

  /** What else people put into a folder, by its first bytes in hexadecimal. */
  private record Other(String magic, String called) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other("89504e47", "PNG 图片"),
          new Other("ffd8ff", "JPEG 图片"),
          new Other("47494638", "GIF 图片"),
          new Other("49492a00", "TIFF 图片"),
          new Other("4d4d002a", "TIFF 图片"),
          new Other("526172211a07", "RAR 压缩包"),
          new Other("377abcaf271c", "7z 压缩包"),
          new Other("1f8b", "gzip 压缩包"),
          new Other("4d5a9000", "程序"),
          new Other("7f454c46", "程序"),
          new Other("434146", "CAJ 文件"));

  private FileTypes() {}

  /**
   * The type of a file, of which only both ends are read.
   *
   * @throws RejectedFileException if it is of no type that is read
   */
  static FileType of(Path file) throws RejectedFileException, IOException {
    return of(file, String.valueOf(file.getFileName()));
  }

  /** The type of a file that is kept under another name. */
  static FileType of(Path file, String name) throws RejectedFileException, IOException {
    refuseUnknownExtension(name);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      byte[] head = read(channel, 0, HEAD);
      byte[] tail = read(channel, Math.max(0, channel.size() - TAIL), TAIL);
      return of(name, head, tail);
    }
  }

  /**
   * The type of bytes.
   *
   * @param name the file's, for its extension
   * @throws RejectedFileException if it is of no type that is read
   */
  static FileType of(String name, byte[] bytes) throws RejectedFileException {
    refuseUnknownExtension(name);
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
    return of(name, Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)), tail);
  }

  private static FileType of(String name, byte[] head, byte[] tail) throws RejectedFileException {
    if (head.length == 0) {
      throw new RejectedFileException("空文件");
    }
    String extension = extension(name);
    if (startsWith(head, "PK\3\4") || startsWith(head, "PK\5\6") || startsWith(head, "PK\7\10")) {
      return ofZip(extension, tail);
    }
    if (startsWith(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return FileType.DOC;
    }
    String text = asLatin(head);
    int pdf = text.indexOf("%PDF-");
    if (pdf >= 0 && pdf < PDF_MARK_WITHIN) {
      return FileType.PDF;
    }
    refuseOther(head);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.stripLeading().startsWith("{\\rtf")) {
      return FileType.RTF;
    }
    if (MAIL_START.matcher(lower).find() && MAIL_TYPE.matcher(lower).find()) {
      return FileType.MHTML;
    }
    boolean markup = extension.contains("htm") && text.indexOf('<') >= 0;
    if (markup || HTML_START.matcher(lower).lookingAt()) {
      return FileType.HTML;
    }
    if (lower.contains("<?mso-application progid=\"word.document\"")) {
      throw new RejectedFileException("Word 2003 的 XML 格式暂不支持，请另存为 docx");
    }
    if (extension.isEmpty()) {
      throw new RejectedFileException("没有扩展名，内容也认不出格式；目前可读 " + FileType.READ);
    }
    if (TEXTUAL.contains(extension)) {
      return FileType.TEXT;
    }
    throw new RejectedFileException("扩展名是 ." + extension + "，内容却不是：文件已损坏，或者改过扩展名");
  }

  private static FileType ofZip(String extension, byte[] tail) throws RejectedFileException {
    if (names(tail, "word/") || names(tail, "word\\")) {
      return FileType.DOCX;
    }
    if (names(tail, "OFD.xml")) {
      throw new RejectedFileException("OFD 版式文件暂不支持，请另存为 docx 或 pdf");
    }
    if (names(tail, "xl/") || names(tail, "ppt/") || names(tail, "content.xml")) {
      throw new RejectedFileException("是表格、演示文稿或 OpenDocument 文件，不是可读的格式；目前可读 " + FileType.READ);
    }
    return extension.startsWith("doc") ? FileType.DOCX : FileType.ZIP;
  }

  /** Whether a zip's directory has a name that begins so. */
  private static boolean names(byte[] tail, String begin) {
    String text = asLatin(tail, tail.length);
    for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      if (at >= ZIP_HEADER && text.startsWith("PK\1\2", at - ZIP_HEADER)) {
        return true;
      }
    }
    return false;
  }

  private static void refuseUnknownExtension(String name) throws RejectedFileException {
    String extension = extension(name);
    if (!extension.isEmpty() && !KNOWN.contains(extension)) {
      throw new RejectedFileException("暂不支持 ." + extension + " 格式，目前可读 " + FileType.READ);
    }
  }

  private static void refuseOther(byte[] head) throws RejectedFileException {
    StringBuilder magic = new StringBuilder();
    for (int i = 0; i < Math.min(8, head.length); i++) {
      magic.append(String.format(Locale.ROOT, "%02x", head[i]));
    }
    for (Other other : OTHERS) {
      if (magic.toString().startsWith(other.magic())) {
        throw new RejectedFileException("内容是" + other.called() + "，不是可读的格式；目前可读 " + FileType.READ);
      }
    }
  }

  /** In lower case and without the dot; empty where there is none. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).strip();
    return extension.toLowerCase(Locale.ROOT);
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    return asLatin(bytes, mark.length()).equals(mark);
  }

  /** Markup as it reads, in one byte's encodings, in UTF-8 with its mark, and in UTF-16. */
  private static String asLatin(byte[] head) {
    String text = asLatin(head, head.length);
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      return text.substring(3);
    }
    boolean wide = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
    return wide ? text.substring(2).replace("\0", "") : text;
  }

  private static String asLatin(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
  }

  private static byte[] read(SeekableByteChannel channel, long from, int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(most);
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // reads on until the buffer is full or the file ends
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
