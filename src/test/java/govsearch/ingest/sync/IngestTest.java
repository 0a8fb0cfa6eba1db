package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import govsearch.report.Report;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad files cost themselves and are named; the run goes on and the good ones are in. */
class IngestTest {

  private static final String GOOD = "乌有镇2024年法治政府建设情况报告\n一、主要做法\n全镇开展宣讲3场。\n";

  @TempDir private Path folder;
  private Path reports;
  private List<Report> put = List.of();

  @BeforeEach
  void aGoodReport() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("good.txt"), GOOD);
  }

  @Test
  void namesAnEmptyFile() throws IOException {
    Files.createFile(reports.resolve("empty.txt"));
    Files.writeString(reports.resolve("blank.txt"), " \n\u3000\u3000\n\uFEFF");
    assertThat(reasons(run(), "empty.txt")).containsExactly("空文件");
    assertThat(reasons(run(), "blank.txt")).hasSize(1);
  }

  @Test
  void namesAFileOfFiftyMegabytesOfZerosWithoutReadingIt() throws IOException {
    try (RandomAccessFile zeros =
        new RandomAccessFile(reports.resolve("zeros.txt").toFile(), "rw")) {
      zeros.setLength(50L << 20);
    }
    Files.write(reports.resolve("few-zeros.txt"), new byte[5_000]);
    IngestSummary summary = run();
    assertThat(reasons(summary, "/zeros.txt")).singleElement().asString().contains("50 MB");
    assertThat(reasons(summary, "few-zeros.txt")).hasSize(1);
  }

  @Test
  void takesTextWithABrokenByteAndSaysSo() throws IOException {
    byte[] broken = GOOD.repeat(3).getBytes(StandardCharsets.UTF_8);
    broken[4] = (byte) 0xFF;
    Files.write(reports.resolve("broken.txt"), broken);
    IngestSummary summary = run();
    assertThat(summary.skipped()).isEmpty();
    assertThat(summary.noted())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.file()).endsWith("broken.txt");
              assertThat(remark.reason()).contains("无法解码");
            });
    assertThat(put).hasSize(2);
  }

  @Test
  void namesABinaryFileOfATextsName() throws IOException {
    byte[] binary = new byte[4_096];
    new java.util.Random(3).nextBytes(binary);
    Files.write(reports.resolve("binary.txt"), binary);
    assertThat(reasons(run(), "binary.txt")).hasSize(1);
  }

  @Test
  void namesALineOfTenMegabytes() throws IOException {
    Files.writeString(reports.resolve("line.txt"), "法".repeat(3_500_000));
    assertThat(reasons(run(), "line.txt"))
        .singleElement()
        .asString()
        .contains("3500000")
        .contains("上限");
  }

  @Test
  void namesWhatItCannotRead() throws IOException {
    Files.writeString(reports.resolve("report.docx"), "x");
    Files.writeString(reports.resolve("table.xlsx"), "x");
    Files.writeString(reports.resolve("没有扩展名"), "x");
    IngestSummary summary = run();
    assertThat(reasons(summary, "report.docx")).singleElement().asString().contains(".docx");
    assertThat(reasons(summary, "table.xlsx"))
        .singleElement()
        .asString()
        .contains("暂不支持 .xlsx")
        .contains("目前可读 txt、docx");
    assertThat(reasons(summary, "没有扩展名")).singleElement().asString().contains("扩展名");
  }

  @Test
  void namesADirectoryWithoutPermission() throws IOException {
    Path closed = Files.createDirectories(reports.resolve("closed"));
    Files.writeString(closed.resolve("in.txt"), GOOD + "另一份。\n");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      IngestSummary summary = run();
      // The superuser reads it all the same.
      if (Files.isReadable(closed)) {
        assertThat(put).hasSize(2);
      } else {
        assertThat(reasons(summary, "closed")).containsExactly("没有读取权限");
        assertThat(put).hasSize(1);
      }
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void namesDanglingLinksAndDoesNotRunInCircles() throws IOException {
    Files.createSymbolicLink(reports.resolve("circle"), reports);
    Files.createSymbolicLink(reports.resolve("dangling.txt"), reports.resolve("nowhere.txt"));
    IngestSummary summary = run();
    assertThat(reasons(summary, "dangling.txt")).hasSize(1);
    assertThat(put).hasSize(1);
  }

  @Test
  void takesFilesOfTheSamePathFromTwoFoldersUnderIdsOfTheirOwn() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("good.txt"), GOOD + "另一份。\n");
    IngestSummary summary = run(reports, other);
    assertThat(summary.skipped()).isEmpty();
    assertThat(put).hasSize(2).extracting(Report::id).contains(Ids.reportId("good.txt"));
    Report first = put.getFirst().id().equals(Ids.reportId("good.txt")) ? put.get(0) : put.get(1);
    assertThat(first.paragraphs()).hasSize(3);
  }

  @Test
  void keepsTheSourceAsItCame() throws IOException {
    run();
    SourceStore store = new SourceStore(folder.resolve("index"));
    try (var in = store.open(put.getFirst().head().source().sha256()).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(GOOD.getBytes(StandardCharsets.UTF_8));
    }
  }

  private IngestSummary run(Path... roots) {
    CollectingSink sink = new CollectingSink();
    IngestSummary summary =
        new Ingest(sink, new SourceStore(folder.resolve("index")), Ingest.Progress.SILENT)
            .run(roots.length == 0 ? List.of(reports) : List.of(roots));
    put = sink.reports();
    assertThat(sink.commits()).isEqualTo(1);
    assertThat(put).anyMatch(report -> report.head().source().path().equals("good.txt"));
    assertThat(summary.reports()).isEqualTo(put.size());
    return summary;
  }

  private static List<String> reasons(IngestSummary summary, String file) {
    return summary.skipped().stream()
        .filter(remark -> remark.file().endsWith(file))
        .map(IngestSummary.Remark::reason)
        .toList();
  }
}
