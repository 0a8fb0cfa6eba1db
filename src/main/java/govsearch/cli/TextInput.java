package govsearch.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A text that a person gives by the name of its file, as Chinese systems save it. */
final class TextInput {

  private static final int MOST_BYTES = 4 << 20;

  private TextInput() {}

  /**
   * The text.
   *
   * @param file its name; {@code -} for standard input
   * @throws UserMistakeException if there is none, or it is too long or no text
   */
  static String read(String file) throws IOException {
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw new UserMistakeException(file + " 超过 " + (MOST_BYTES >> 20) + " MB，请分成几批");
    }
    return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
        .flatMap(charset -> decoded(bytes, charset).stream())
        .findFirst()
        .orElseThrow(() -> new UserMistakeException(file + " 既不是 UTF-8 也不是 GB18030，请另存为 UTF-8"));
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String file) throws IOException {
    if (file.equals("-")) {
      return System.in.readNBytes(MOST_BYTES + 1);
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new UserMistakeException("找不到文件：" + file);
    }
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }
}
