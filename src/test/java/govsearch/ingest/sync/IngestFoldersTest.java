package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import govsearch.engine.CollectingSink;
import govsearch.ingest.extract.ReadFailure;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as people have them: links, names of other systems, more or less than was meant. */
class IngestFoldersTest {

  private static final String GOOD = "乌有镇2024年法治政府建设情况报告\n一、主要做法\n全镇开展宣讲3场。\n";

  @TempDir private Path folder;
  private Path reports;
  private List<Report> put = List.of();

  @BeforeEach
  void makeFolder() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
  }

  @Test
  void aFolderThatIsNamedByALinkIsRead() throws IOException {
    Files.writeString(reports.resolve("good.txt"), GOOD);
    Path link = Files.createSymbolicLink(folder.resolve("link"), reports);
    assertThat(run(link).skipped()).isEmpty();
    assertThat(paths()).containsExactly("good.txt");
  }

  @Test
  void linksBelowAreNamedUnlessTheyLeadToAFileOfTheFolder() throws IOException {
    Files.writeString(reports.resolve(".kept.txt"), GOOD);
    Files.writeString(folder.resolve("elsewhere.txt"), GOOD);
    Files.createSymbolicLink(reports.resolve("file.txt"), reports.resolve(".kept.txt"));
    Files.createSymbolicLink(reports.resolve("other.txt"), folder.resolve("elsewhere.txt"));
    Files.createSymbolicLink(reports.resolve("circle"), reports);
    Files.createSymbolicLink(reports.resolve("gone.txt"), folder.resolve("nowhere"));
    assertThat(run(reports).skipped())
        .extracting(IngestSummary.Remark::file, IngestSummary.Remark::reason)
        .containsExactlyInAnyOrder(
            tuple(reports.resolve("circle").toString(), "是指向目录的链接，没有跟进去"),
            tuple(reports.resolve("other.txt").toString(), "是指向报告目录之外的链接，没有跟进去"),
            tuple(reports.resolve("gone.txt").toString(), "链接指向的文件不存在"));
    assertThat(paths()).containsExactly("file.txt");
  }

  @Test
  void namesOfFilesInGb18030AreReadAsPeopleWroteThem() throws IOException {
    Files.write(
        inGb18030("柳湾镇2024年.txt"), "法治政府建设情况报告\n一年来有进步。\n".getBytes(StandardCharsets.UTF_8));
    Files.write(
        inGb18030("双桐镇2023年.txt"), "法治政府建设情况报告\n一年来有进步。\n".getBytes(StandardCharsets.UTF_8));
    Files.write(inGb18030("空镇.txt"), new byte[0]);
    IngestSummary summary = run(reports);
    assertThat(paths()).containsExactly("双桐镇2023年.txt", "柳湾镇2024年.txt");
    assertThat(put).extracting(report -> report.head().town()).containsExactly("双桐镇", "柳湾镇");
    assertThat(summary.skipped()).singleElement().asString().contains("空镇.txt");
  }

  @Test
  void oneFileMayBeNamedByItself() throws IOException {
    Files.writeString(reports.resolve("one.txt"), GOOD);
    Files.writeString(reports.resolve("other.txt"), GOOD);
    run(reports.resolve("one.txt"));
    assertThat(paths()).containsExactly("one.txt");
  }

  @Test
  void hiddenFilesAndFoldersArePassedOver() throws IOException {
    Files.writeString(reports.resolve(".DS_Store"), "x");
    Files.writeString(Files.createDirectories(reports.resolve(".git")).resolve("a.txt"), GOOD);
    IngestSummary summary = run(reports);
    assertThat(summary.skipped()).isEmpty();
    assertThat(put).isEmpty();
  }

  @Test
  void tenThousandTinyLinesAreAReportAndFarMoreAreNone() throws IOException {
    Files.writeString(reports.resolve("tiny.txt"), "行\n".repeat(10_000));
    Files.writeString(reports.resolve("tinier.txt"), "行\n".repeat(100_000));
    IngestSummary summary = run(reports);
    assertThat(summary.paragraphs()).isEqualTo(10_000);
    assertThat(summary.skipped()).singleElement().asString().contains("tinier.txt", "行");
  }

  @Test
  void aFileOverTheLimitIsNotRead() throws IOException {
    try (RandomAccessFile zeros =
        new RandomAccessFile(reports.resolve("zeros.txt").toFile(), "rw")) {
      zeros.setLength(3L << 30);
    }
    Files.writeString(reports.resolve("good.txt"), GOOD);
    run(reports); // loads what is needed
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    assertThat(run(reports).skipped()).singleElement().asString().contains("上限");
    assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(8L << 20);
  }

  @Test
  void progressIsToldOfEveryFileOnce() throws IOException {
    Files.writeString(reports.resolve("a.txt"), GOOD);
    Files.writeString(reports.resolve("b.bin"), "x");
    List<String> told = new ArrayList<>();
    new Ingest(
            new CollectingSink(),
            store("index"),
            state -> told.add(state.done() + "/" + state.files() + " " + state.bytes()))
        .run(List.of(reports));
    long bytes = GOOD.getBytes(StandardCharsets.UTF_8).length + 1L;
    assertThat(told).containsExactly("1/2 " + bytes, "2/2 " + bytes);
  }

  @Test
  void anIndexThatTakesNoMoreEndsTheRun() throws IOException {
    Files.writeString(reports.resolve("a.txt"), GOOD);
    Files.writeString(folder.resolve("full"), "a file where a folder should be");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                new Ingest(new CollectingSink(), store("full"), Ingest.Progress.SILENT)
                    .run(List.of(reports)))
        .withMessageContaining("索引目录");
  }

  @Test
  void failuresAreNamedInWordsThatPeopleUnderstand() {
    assertThat(ReadFailure.reason(new AccessDeniedException("x"))).isEqualTo("没有读取权限");
    assertThat(ReadFailure.reason(new NoSuchFileException("x"))).isEqualTo("文件不存在");
    assertThat(ReadFailure.reason(new IOException("Input/output error"))).startsWith("读取失败：");
  }

  /** A file whose name is no UTF-8; its bytes go through a URI, for a string cannot hold them. */
  private Path inGb18030(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(Charset.forName("GB18030"))) {
      escaped.append('%').append(Integer.toHexString(b & 0xFF | 0x100).substring(1));
    }
    try {
      return Path.of(URI.create(reports.toUri() + escaped.toString()));
    } catch (InvalidPathException e) {
      assumeTrue(false, () -> "this platform has no such names: " + e.getMessage());
      throw e;
    }
  }

  private IngestSummary run(Path root) {
    CollectingSink sink = new CollectingSink();
    IngestSummary summary =
        new Ingest(sink, store("index"), Ingest.Progress.SILENT).run(List.of(root));
    put = sink.reports();
    return summary;
  }

  private SourceStore store(String name) {
    return new SourceStore(folder.resolve(name));
  }

  private List<String> paths() {
    return put.stream().map(report -> report.head().source().path()).toList();
  }
}
