package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two hundred paragraphs of real reports, labelled blind with the section a reader gives them. */
class LabelledSectionsTest {

  private static final Path LABELS =
      Path.of("src", "test", "resources", "sections", "provincial-labels.tsv");
  private static final String NOISE = "^[\\s\\u3000\\u00a0\\ufeff]+|[\\s\\u3000\\u00a0]+$";

  @Test
  void atLeast97InAHundredAreInTheSectionOfTheirLabel() throws IOException {
    Path folder = Shared.folder("reports/provincial-2026");
    Map<String, Report> reports =
        SampleReports.read(folder).stream()
            .collect(Collectors.toMap(r -> r.head().source().path(), Function.identity()));
    List<String> wrong = new ArrayList<>();
    int labels = 0;
    for (String row : Files.readAllLines(LABELS)) {
      if (row.startsWith("#")) {
        continue;
      }
      String[] cells = row.split("\t");
      String line = line(folder.resolve(cells[0]), Integer.parseInt(cells[1]));
      String hash = Ids.sha256(line.getBytes(StandardCharsets.UTF_8));
      assertThat(hash).as("the line of %s", row).startsWith(cells[2]);
      labels++;
      String read = sectionOf(line, reports.get(cells[0]));
      if (!read.equals(cells[3])) {
        wrong.add(String.join(" ", cells) + ": " + read);
      }
    }
    assertThat(labels).isEqualTo(200);
    assertThat(wrong).as("paragraphs in another section").hasSizeLessThanOrEqualTo(6);
  }

  /** The section of the paragraph that a line begins; where it is divided, of the larger part. */
  private static String sectionOf(String line, Report report) {
    return report.paragraphs().stream()
        .filter(paragraph -> line.contains(paragraph.text()))
        .max(Comparator.comparingInt(paragraph -> paragraph.text().length()))
        .map(Paragraph::section)
        .map(Section::code)
        .orElse("none");
  }

  private static String line(Path file, int ordinal) throws IOException {
    return Files.readString(file)
        .lines()
        .map(line -> line.replaceAll(NOISE, ""))
        .filter(line -> !line.isEmpty())
        .skip(ordinal)
        .findFirst()
        .orElse("");
  }
}
