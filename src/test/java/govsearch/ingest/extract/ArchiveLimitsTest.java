package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.engine.CollectingSink;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive and all in it share one set of limits, whatever the names of what is in it. */
class ArchiveLimitsTest {

  private static final String GOOD = "乌有镇2024年法治政府建设情况报告\n一、做法\n宣讲若干场，调解纠纷若干件。\n";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void archivesUnderOtherNamesMeetTheSameDepthAndNumber() throws IOException {
    byte[] inner = zip(1, ".txt", GOOD.getBytes(StandardCharsets.UTF_8));
    for (int level = 0; level < 8; level++) {
      inner = zip(10, level % 2 == 0 ? ".txt" : ".zip", inner);
    }
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.write(reports.resolve("a.zip"), inner);
    Files.writeString(reports.resolve("b.txt"), GOOD);

    IngestSummary summary = run(reports);

    assertThat(summary.reports()).isEqualTo(1);
    assertThat(summary.skipped()).hasSizeLessThan(600);
    assertThat(summary.skipped()).anyMatch(skipped -> skipped.reason().contains("嵌套超过"));
    assertThat(summary.skipped()).anyMatch(skipped -> skipped.reason().contains("其余没有读"));
  }

  @Test
  void pagesOfWhiteSpaceAreReadAtOnce() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    for (String space : List.of("\n", " ", "\t\n", "\r\n \t", "\u3000\n")) {
      String much = space.repeat(500_000 / space.length());
      String page =
          "<html><body><p>法"
              + much
              + "x</p><table><tr><td>甲"
              + much
              + "乙"
              + much
              + "</td><td>丙</td></tr></table><pre>法"
              + much
              + "治</pre></body></html>";
      Files.writeString(reports.resolve(space.hashCode() + ".html"), page);
    }
    assertThat(run(reports).skipped()) // white space of Chinese type is text, and makes a long line
        .extracting(IngestSummary.Remark::reason)
        .allMatch(reason -> reason.contains("有一行长"))
        .hasSizeLessThan(5);
  }

  @Test
  void charactersThatGrowWhenFoldedCountAsWhatTheyBecome() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("line.txt"), GOOD + "\uFDFA".repeat(90_000) + "\n");
    Files.writeString(
        reports.resolve("lines.txt"), GOOD + ("\uFDFA".repeat(5_000) + "\n").repeat(60));
    Files.writeString(reports.resolve("few.txt"), GOOD + "\uFDFA".repeat(100) + "\n");

    IngestSummary summary = run(reports);

    assertThat(summary.reports()).isEqualTo(1);
    assertThat(summary.skipped()).hasSize(2).allMatch(skipped -> skipped.reason().contains("不像报告"));
  }

  private IngestSummary run(Path reports) {
    return assertTimeoutPreemptively(
        LIMIT,
        () ->
            new Ingest(
                    new CollectingSink(),
                    new SourceStore(folder.resolve("index")),
                    Ingest.Progress.SILENT)
                .run(List.of(reports)));
  }

  private static byte[] zip(int members, String extension, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members; i++) {
        zip.putNextEntry(new ZipEntry(i + extension));
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
