package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import govsearch.engine.CollectingSink;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad file costs itself, is named with a reason, and reads and fetches nothing else. */
class HostileFilesTest {

  private static final String SECRET = "绝密内容不得外泄";

  @TempDir private Path folder;

  @Test
  void eachIsNamedWithAReasonAndTheRestIsIndexed() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      String url = "http://127.0.0.1:" + server.socket().getLocalPort() + "/x";
      List<String> hostile = HostileFiles.write(files, url, secret);
      assertThat(hostile).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
      Files.write(files.resolve("good.docx"), fetching(url).bytes());
      Files.writeString(files.resolve("good.html"), page(url, secret));
      Files.writeString(files.resolve("zz-good.txt"), "乌有镇2022年法治政府建设情况报告\n全镇宣讲1场。\n");

      CollectingSink sink = new CollectingSink();
      IngestSummary summary =
          new Ingest(sink, new SourceStore(folder.resolve("index")), Ingest.Progress.SILENT)
              .run(List.of(files));

      Map<String, String> reasons = new HashMap<>();
      for (IngestSummary.Remark remark : summary.skipped()) {
        reasons.put(remark.file().substring(files.toString().length() + 1), remark.reason());
      }
      assertThat(reasons.keySet()).containsExactlyInAnyOrderElementsOf(hostile);
      assertThat(reasons.values())
          .allMatch(reason -> reason.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF))
          .noneMatch(reason -> reason.contains("程序出错") || reason.contains("无法启动"));
      List<Report> reports = sink.reports();
      assertThat(reports)
          .extracting(report -> report.head().source().path())
          .containsExactlyInAnyOrder("good.docx", "good.html", "zz-good.txt");
      assertThat(reports.toString() + reasons).doesNotContain(SECRET);
      assertThat(server.accept()).as("a connection that a file asked for").isNull();
    }
  }

  @Test
  void aFileThatTakesTooLongCostsItselfOnly() {
    Extractor.Settings impatient = new Extractor.Settings(1, Duration.ofMillis(1), 64, false);
    byte[] page = "<p>法治".getBytes(StandardCharsets.UTF_8);
    try (Extractor extractor = new Extractor(impatient)) {
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(RejectedFileException.class)
            .isThrownBy(() -> extractor.extract(FileType.HTML, page))
            .withMessageContaining("还没有读完");
      }
    }
  }

  @Test
  void aFileThatTakesTooMuchMemoryCostsItselfOnly() throws RejectedFileException {
    Extractor.Settings small = new Extractor.Settings(1, Duration.ofMinutes(1), 24, false);
    byte[] large = "<p>法治".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    try (Extractor extractor = new Extractor(small)) {
      assertThatExceptionOfType(RejectedFileException.class)
          .isThrownBy(() -> extractor.extract(FileType.HTML, large))
          .withMessageContaining("内存");
      byte[] page = "<p>法治".getBytes(StandardCharsets.UTF_8);
      assertThat(extractor.extract(FileType.HTML, page).text()).isEqualTo("法治\n");
    }
  }

  /** A document that would have its program fetch a template and a picture, and run a macro. */
  private static Docx fetching(String url) {
    return Docx.of(Docx.paragraph("乌有镇2024年法治政府建设情况报告") + Docx.paragraph("全镇宣讲3场。"))
        .with(
            "word/_rels/document.xml.rels",
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"r1\" Type=\"attachedTemplate\" TargetMode=\"External\" Target=\""
                + url
                + "\"/></Relationships>")
        .with("word/vbaProject.bin", "Shell");
  }

  private static String page(String url, Path secret) {
    return ("<html><head><meta charset=utf-8><link rel=stylesheet href='%s'></head><body><img"
            + " src='%s'><iframe"
            + " src='%s'></iframe><p>乌有镇2023年法治政府建设情况报告<p>全镇宣讲2场。</body></html>")
        .formatted(url, url, secret.toUri());
  }
}
