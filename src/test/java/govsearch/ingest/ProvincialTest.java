package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thirty-one real pages with their sites' chrome: what is content stays, what is chrome goes. */
class ProvincialTest {

  private static final Path CHROME = Path.of("src", "test", "resources", "provincial-chrome.tsv");
  private static final String HASH = "sha256:";

  @Test
  void keepsEveryContentLineAndDropsTheChrome() throws IOException {
    Map<String, List<String>> chrome = chrome();
    List<Report> reports = reports();
    assertThat(reports).hasSize(31);
    for (Report report : reports) {
      List<String> own = lines(report);
      int at = 0;
      for (String line : chrome.get(province(report))) {
        at = indexOf(own, line, at);
        assertThat(at).as("%s has %s", province(report), line).isNotNegative();
        own.remove(at);
      }
      String kept =
          report.paragraphs().stream()
              .map(paragraph -> Literal.literal(paragraph.text()))
              .collect(Collectors.joining());
      assertThat(kept)
          .as(province(report))
          .isEqualTo(own.stream().map(Literal::literal).collect(Collectors.joining()));
    }
  }

  @Test
  void everyParagraphIsALineOrAPartOfOne() throws IOException {
    for (Report report : reports()) {
      List<String> lines = lines(report);
      assertThat(report.paragraphs())
          .allMatch(paragraph -> lines.stream().anyMatch(line -> line.contains(paragraph.text())));
    }
  }

  @Test
  void leavesNoButtonInAReport() {
    for (Report report : reports()) {
      assertThat(report.paragraphs())
          .noneMatch(p -> p.text().matches("下载|打印|全屏|收藏|加大|还原|减小|【字号：|】|相关报道：|时间：.*|来源：.*"));
    }
  }

  @Test
  void readsTheProvinceAndTheYearOfEach() {
    for (Report report : reports()) {
      assertThat(report.head().province()).isEqualTo(province(report));
      assertThat(report.head().year()).as(province(report)).isEqualTo(2026);
      assertThat(report.head().city()).as(province(report)).isNull();
      assertThat(report.head().county()).as(province(report)).isNull();
      assertThat(report.head().town()).as(province(report)).isNull();
    }
  }

  private static List<Report> reports() {
    return SampleReports.read(Shared.folder("reports/provincial-2026"));
  }

  private static String province(Report report) {
    return report.head().source().path().replace("-2026.txt", "");
  }

  /** The source's lines by the plainest reading there is. */
  private static List<String> lines(Report report) throws IOException {
    Path file = Shared.folder("reports/provincial-2026").resolve(report.head().source().path());
    return Files.readString(file)
        .lines()
        .map(line -> line.replaceAll("^[\\s\\u3000\\u00a0\\ufeff]+|[\\s\\u3000\\u00a0]+$", ""))
        .filter(line -> !Literal.literal(line).isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<String, List<String>> chrome() throws IOException {
    Map<String, List<String>> chrome = new HashMap<>();
    for (String row : Files.readAllLines(CHROME)) {
      List<String> cells = Arrays.asList(row.split("\t"));
      if (!row.startsWith("#")) {
        chrome.put(cells.getFirst(), cells.subList(1, cells.size()));
      }
    }
    return chrome;
  }

  private static int indexOf(List<String> lines, String wanted, int from) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      if (wanted.startsWith(HASH)
          ? Ids.sha256(line.getBytes(StandardCharsets.UTF_8))
              .startsWith(wanted.substring(HASH.length()))
          : line.equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
