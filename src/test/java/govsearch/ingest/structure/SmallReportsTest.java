package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The small reports of {@code sections/reports.txt}: each line in the section a reader gives. */
class SmallReportsTest {

  private static final Path REPORTS =
      Path.of("src", "test", "resources", "sections", "reports.txt");
  private static final String TITLE = "乌有镇2024年法治政府建设情况报告";

  @TestFactory
  Stream<DynamicTest> everyLineIsInTheSectionThatAReaderGives() throws IOException {
    return reports().stream()
        .map(report -> DynamicTest.dynamicTest(report.name(), () -> check(report)));
  }

  private static void check(Small report) {
    List<String> lines = new ArrayList<>(List.of(TITLE));
    for (String expected : report.expected()) {
      String text = expected.substring(expected.indexOf(' ', expected.indexOf(' ') + 1) + 1);
      boolean rest = expected.split(" ", 3)[1].equals("+");
      lines.add(rest ? lines.removeLast() + text : text);
    }
    List<String> read =
        Structure.of(lines).blocks().stream()
            .skip(1)
            .map(block -> block.section().label() + " " + block.text())
            .toList();
    assertThat(read)
        .containsExactlyElementsOf(
            report.expected().stream().map(line -> line.replaceFirst(" [|+] ", " ")).toList());
  }

  private record Small(String name, List<String> expected) {}

  private static List<Small> reports() throws IOException {
    List<Small> reports = new ArrayList<>();
    for (String line : Files.readAllLines(REPORTS)) {
      if (line.startsWith("## ")) {
        reports.add(new Small(line.substring(3), new ArrayList<>()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        reports.getLast().expected().add(line);
      }
    }
    return reports;
  }
}
