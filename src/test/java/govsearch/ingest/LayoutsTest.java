package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small invented reports of many layouts. Each begins with what is to be read of its place and
 * year; before each line stands what a careful person takes it for: 题 title, 旁 byline, 致
 * salutation, 署 signature, else its section (引 成 问 履 计 其), with # if it is a heading. A stroke ／
 * shows where a line is divided, a lone - what is no part of the report.
 */
class LayoutsTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "layouts");

  private static Stream<String> layouts() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file).replaceAll("(?m)^# .*\\n", "").strip();
        all.addAll(List.of(text.split("\n\n+")));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aCarefulPersonReadsTheSame(String layout) throws RejectedFileException {
    List<String> lines = layout.lines().toList();
    String text =
        lines.stream()
            .skip(1)
            .map(line -> line.replaceAll("(^|／)\\S+ ", ""))
            .collect(Collectors.joining("\n"));
    var report = ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8)).report();
    assertThat(place(report.head())).isEqualTo(lines.getFirst());
    assertThat(report.paragraphs().stream().map(LayoutsTest::shown))
        .containsExactlyElementsOf(
            lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("- "))
                .flatMap(line -> Stream.of(line.split("／")))
                .toList());
  }

  private static String place(ReportHead head) {
    return Stream.of(head.province(), head.city(), head.county(), head.town())
            .map(name -> Objects.requireNonNullElse(name, "-"))
            .collect(Collectors.joining("/"))
        + " "
        + (head.year() == null ? "-" : head.year());
  }

  private static String shown(Paragraph paragraph) {
    String section = paragraph.section().label().substring(0, 1);
    String code =
        switch (paragraph.kind()) {
          case TITLE -> "题";
          case BYLINE -> "旁";
          case SALUTATION -> "致";
          case SIGNATURE -> "署";
          case HEADING -> section + "#";
          case BODY, OTHER -> section;
        };
    return code + " " + paragraph.text();
  }
}
