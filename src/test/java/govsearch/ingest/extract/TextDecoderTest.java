package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.icu.text.Transliterator;
import govsearch.Shared;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String TEXT =
      "乌有镇2024年法治政府建设情况报告\n2024年，乌有镇围绕分水、育苗两件大事依法办事。\n一、主要做法\n全年宣讲“民法典”12场次。\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "GB2312", "UTF-16LE", "UTF-16BE"})
  void textIsReadInEveryUsualEncodingWithoutAMark(String encoding) throws RejectedFileException {
    assertThat(decode(TEXT.getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkSettlesTheEncoding(String encoding) throws RejectedFileException {
    String marked = "\uFEFF法治";
    assertThat(decode(marked.getBytes(Charset.forName(encoding)))).isEqualTo(marked);
  }

  @Test
  void rareCharactersOfFourBytesAreRead() throws RejectedFileException {
    String rare = TEXT + "㙍头村、𠮷塘村";
    assertThat(decode(rare.getBytes(Charset.forName("GB18030")))).isEqualTo(rare);
  }

  @Test
  void traditionalTextInBig5IsRead() throws RejectedFileException {
    String traditional = Transliterator.getInstance("Simplified-Traditional").transliterate(TEXT);
    assertThat(decode(traditional.getBytes(Charset.forName("Big5")))).isEqualTo(traditional);
  }

  @Test
  void aBrokenByteLeavesTheRestAsItIs() throws RejectedFileException {
    byte[] bytes = TEXT.repeat(2).getBytes(StandardCharsets.UTF_8);
    bytes[100] = (byte) 0xFF;
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    assertThat(decoded.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(decoded.broken()).isBetween(1, 3);
    assertThat(decoded.text()).startsWith("乌有镇2024年法治政府").contains("\uFFFD").endsWith(TEXT);
  }

  @Test
  void aTextCutInTheMiddleOfACharacterIsRead() throws RejectedFileException {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    assertThat(TextDecoder.decode(cut).broken()).isEqualTo(1);
  }

  @Test
  void plainAsciiIsText() throws RejectedFileException {
    assertThat(decode("plain text, nothing else\n".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("plain text, nothing else\n");
  }

  @Test
  void whatIsNoTextIsRefusedWithItsReason() {
    byte[] random = new byte[10_000];
    new Random(1).nextBytes(random);
    byte[] withoutZeros = random.clone();
    for (int i = 0; i < withoutZeros.length; i++) {
      withoutZeros[i] = withoutZeros[i] == 0 ? 1 : withoutZeros[i];
    }
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0};
    assertRefused(new byte[0], "空文件");
    assertRefused(" \r\n\u3000".getBytes(StandardCharsets.UTF_8), "文件里没有文字");
    assertRefused("\uFEFF".getBytes(StandardCharsets.UTF_8), "文件里没有文字");
    assertRefused(new byte[100_000], "");
    assertRefused(random, "不是文本，或编码无法识别");
    assertRefused(withoutZeros, "不是文本，或编码无法识别");
    assertRefused(png, "不是文本，或编码无法识别");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seeds", "reports/provincial-2026"})
  void everyRealReportIsReadInEveryEncoding(String folder)
      throws IOException, RejectedFileException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Shared.folder(folder))) {
      files = all.toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      for (String encoding : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
        assertThat(decode(text.getBytes(Charset.forName(encoding))))
            .as("%s in %s", file.getFileName(), encoding)
            .isEqualTo(text);
      }
    }
  }

  private static String decode(byte[] bytes) throws RejectedFileException {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    assertThat(decoded.broken()).isZero();
    return decoded.text();
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatExceptionOfType(RejectedFileException.class)
        .isThrownBy(() -> TextDecoder.decode(bytes))
        .satisfies(e -> assertThat(e.reason()).contains(reason));
  }
}
