package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import govsearch.Shared;
import govsearch.ingest.ReportFactory;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report says the same in every format that a clerk may have it in. */
class ConvertedSeedsTest {

  private static final Extractor EXTRACTOR = new Extractor(Extractor.Settings.usual());
  private static final String AS_TEXT = "--infilter=Text (encoded):UTF8,LF";

  /** Otherwise LibreOffice opens a page as one of the web, which it saves as no document. */
  private static final String AS_WRITER = "--infilter=HTML (StarWriter)";

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\r\n]]");

  private static final int SAMPLES = 12;

  @TempDir private static Path folder;

  @AfterAll
  static void end() {
    EXTRACTOR.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "doc", "rtf", "html", "pdf"})
  void aConvertedReportSaysTheSame(String format)
      throws IOException, InterruptedException, RejectedFileException {
    List<Path> seeds = seeds();
    List<Path> converted = new Office(folder).convert(seeds, format, AS_TEXT);
    for (int i = 0; i < seeds.size(); i++) {
      byte[] bytes = Files.readAllBytes(converted.get(i));
      assertSame(seeds.get(i), Extractor.type("x." + format, bytes), bytes, false);
    }
  }

  /**
   * Word 97 and docx, by way of docx, RTF, ODT and web pages too, and under the name of WPS. Some
   * samples have a control character on purpose, which LibreOffice would write as #.
   */
  @ParameterizedTest
  @ValueSource(strings = {"txt doc", "docx doc", "rtf doc", "html doc", "odt doc", "docx docx"})
  void aSampleSaysTheSameAfterManyPrograms(String way)
      throws IOException, InterruptedException, RejectedFileException {
    String through = way.split(" ")[0];
    String target = way.split(" ")[1];
    Office office = new Office(folder);
    List<Path> samples = samples();
    List<Path> printable = withoutControls(samples);
    List<Path> made =
        switch (through) {
          case "txt" -> office.convert(printable, target, AS_TEXT);
          case "html" ->
              office.convert(office.convert(printable, through, AS_TEXT), target, AS_WRITER);
          default -> office.convert(office.convert(printable, through, AS_TEXT), target);
        };
    for (int i = 0; i < samples.size(); i++) {
      byte[] bytes = Files.readAllBytes(made.get(i));
      for (String name : List.of("x." + target, "x.wps")) {
        assertSame(samples.get(i), Extractor.type(name, bytes), bytes, false);
      }
    }
  }

  private static List<Path> withoutControls(List<Path> samples) throws IOException {
    Path printable = Files.createTempDirectory(folder, "printable");
    List<Path> copies = new ArrayList<>();
    for (Path sample : samples) {
      // As bytes, for not all are in one encoding; none of them has such a byte in a character.
      String bytes = Files.readString(sample, StandardCharsets.ISO_8859_1);
      copies.add(
          Files.writeString(
              printable.resolve(sample.getFileName()),
              CONTROL.matcher(bytes).replaceAll(""),
              StandardCharsets.ISO_8859_1));
    }
    return copies;
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "samples"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .limit(SAMPLES)
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void aReportInAnotherEncodingSaysTheSame(String encoding)
      throws IOException, RejectedFileException {
    for (Path seed : seeds()) {
      byte[] bytes = Files.readString(seed).getBytes(Charset.forName(encoding));
      assertSame(seed, FileType.TEXT, bytes, false);
    }
  }

  @Test
  void aReportInBig5HasTheSameTextInTraditionalCharacters()
      throws IOException, RejectedFileException {
    Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
    for (Path seed : seeds()) {
      // Big5 has no no-break space; editors save a plain one.
      String text = traditional.transliterate(Files.readString(seed).replace('\u00A0', ' '));
      assertSame(seed, FileType.TEXT, text.getBytes(Charset.forName("Big5-HKSCS")), true);
    }
  }

  @Test
  void aReportOnAPageInGbkSaysTheSame() throws IOException, RejectedFileException {
    for (Path seed : seeds()) {
      String text = Files.readString(seed).replace("&", "&amp;").replace("<", "&lt;");
      String page =
          "<html><head><meta http-equiv=Content-Type content='text/html;"
              + " charset=gb2312'></head><body><p>"
              + text.strip().replaceAll("\\R", "</p>\n<p>")
              + "</p></body></html>";
      assertSame(seed, FileType.HTML, gbk(page), false);
    }
  }

  /** As browsers save: what GBK has no place for becomes a reference. */
  private static byte[] gbk(String page) {
    CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
    StringBuilder text = new StringBuilder();
    page.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              text.append(gbk.canEncode(character) ? character : "&#" + c + ";");
            });
    return text.toString().getBytes(Charset.forName("GBK"));
  }

  private static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Shared.folder("seeds"))) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static void assertSame(Path seed, FileType type, byte[] bytes, boolean traditional)
      throws IOException, RejectedFileException {
    Report expected = report(FileType.TEXT, Files.readAllBytes(seed));
    Report read = report(type, bytes);
    if (traditional) { // names and cues, also where a text turns, are known in simplified only
      assertThat(whole(read)).isEqualTo(whole(expected));
    } else {
      assertThat(literals(read)).isEqualTo(literals(expected));
      assertThat(read.head().metadata()).isEqualTo(expected.head().metadata());
    }
  }

  private static Report report(FileType type, byte[] bytes) throws RejectedFileException {
    return ReportFactory.of("报告", EXTRACTOR.extract(type, bytes), bytes).report();
  }

  private static String whole(Report report) {
    return report.paragraphs().stream()
        .map(p -> Literal.literal(p.text()))
        .collect(Collectors.joining());
  }

  /** Literal texts, for formats differ in spaces; with what each is and where it stands. */
  private static List<String> literals(Report report) {
    List<String> literals = new ArrayList<>();
    for (Paragraph p : report.paragraphs()) {
      String path = Literal.literal(p.headingPath().toString());
      literals.add(p.kind() + " " + p.section() + " " + path + " " + Literal.literal(p.text()));
    }
    return literals;
  }
}
