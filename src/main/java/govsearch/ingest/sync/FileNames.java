package govsearch.ingest.sync;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of files as people wrote them. Archives packed on Chinese Windows leave names in GB18030
 * behind, which Java shows as �; their bytes are still there.
 */
final class FileNames {

  private static final char UNREADABLE = '\uFFFD';

  private FileNames() {}

  /** A relative path with {@code /}. */
  static String slashed(Path path) {
    String text = path.toString();
    if (text.indexOf(UNREADABLE) < 0) {
      return text.replace(path.getFileSystem().getSeparator(), "/");
    }
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(readable(name)));
    return String.join("/", names);
  }

  /** A relative path in which names stand as their bytes, so that no two files have the same. */
  static String escaped(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(escapedName(name)));
    return String.join("/", names);
  }

  private static String escapedName(Path name) {
    String uri = name.toUri().getRawPath();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static String readable(Path name) {
    String text = name.toString();
    if (text.indexOf(UNREADABLE) < 0) {
      return text;
    }
    byte[] bytes = unescaped(escapedName(name)); // as %XX
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }

  private static byte[] unescaped(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((byte) escaped.charAt(i));
      }
    }
    byte[] result = new byte[bytes.position()];
    bytes.get(0, result);
    return result;
  }
}
