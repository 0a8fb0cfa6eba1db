package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.structure.Lines;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads of reports as pages and papers print them, in resources that say how to add one. */
class HeadsTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "heads");
  private static final String HERE = "〔正文〕";
  private static final String TEXT =
      """
      一、主要举措和成效
      （一）加强学习。组织学法4次，培训200人次。
      二、存在的问题
      一是专业人员少。二是普法方式单一。
      三、下一步打算
      将继续配强执法力量。\
      """;

  /** What is wanted, and the text below it. */
  record Head(String file, String wanted, String text) {
    @Override
    public String toString() {
      return file + ": " + text.lines().limit(2).collect(Collectors.joining(" / "));
    }
  }

  private static List<Head> heads() throws IOException {
    List<Head> heads = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString();
        for (String part : Files.readString(file).replaceAll("(?m)^#.*\\n", "").split("(?m)^@ ")) {
          if (!part.isBlank()) {
            int end = part.indexOf('\n');
            heads.add(new Head(name, part.substring(0, end), part.substring(end + 1)));
          }
        }
      }
    }
    return heads;
  }

  @Test
  void thereAreTwoHundred() throws IOException {
    assertThat(heads()).hasSizeGreaterThanOrEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("heads")
  void everyFieldIsReadOrNull(Head head) throws RejectedFileException {
    String text =
        head.text.contains(HERE)
            ? head.text.replace(HERE, TEXT)
            : head.text.contains("一、") ? head.text : head.text + TEXT;
    ReportHead read =
        ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8)).report().head();
    assertThat(shown(read)).isEqualTo(head.wanted);
  }

  private static String shown(ReportHead head) {
    String place =
        Stream.of(head.province(), head.city(), head.county(), head.town())
            .map(name -> Objects.requireNonNullElse(name, "-"))
            .collect(Collectors.joining("/"));
    @Nullable Sourced<String> published = head.metadata().published();
    return String.join(
        " ",
        place,
        head.year() == null ? "-" : head.year().toString(),
        published == null ? "-" : Lines.squeezed(published.value()),
        "|",
        Objects.requireNonNullElse(head.title(), "-"));
  }
}
