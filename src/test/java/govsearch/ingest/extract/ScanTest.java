package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.library.SourceStore;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan is skipped with its reason, and read once somebody asks for it. */
class ScanTest {

  private static final List<String> LINES =
      List.of(
          "双桐镇2024年法治政府建设情况报告",
          "    2024年，双桐镇坚持依法行政，全年开展普法宣传活动二十八场次，",
          "发放宣传资料三千余份，调解矛盾纠纷六十五件。",
          "    下一步，我镇将继续加强法律明白人培养，完善村级法律顾问制度。");

  @TempDir private Path folder;
  private final CollectingSink sink = new CollectingSink();
  private Path files;

  @BeforeEach
  void needTesseract() throws IOException {
    boolean installed =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(path -> Files.isExecutable(Path.of(path, "tesseract")));
    Assumptions.assumeTrue(installed, "tesseract is not installed");
    files = Files.createDirectories(folder.resolve("files"));
    scan(files.resolve("a.pdf"));
  }

  @Test
  void aScanIsSkippedUntilItsPicturesAreToBeReadAndThenStays() {
    IngestSummary skipped = sync(false);
    assertThat(skipped.skipped())
        .singleElement()
        .satisfies(remark -> assertThat(remark.reason()).isEqualTo(RejectedFileException.SCAN));

    IngestSummary read = sync(true);
    assertThat(read.skipped()).isEmpty();
    assertThat(read.noted())
        .singleElement()
        .satisfies(remark -> assertThat(remark.reason()).contains("tesseract"));
    Report report = sink.reports().getFirst();
    assertThat(report.head().town()).isEqualTo("双桐镇");
    assertThat(report.head().year()).isEqualTo(2024);
    String text =
        report.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    assertThat(text).contains("普法宣传", "法律顾问");

    IngestSummary again = sync(false);
    assertThat(again.skipped()).isEmpty();
    assertThat(sink.reports()).containsExactly(report);
  }

  private IngestSummary sync(boolean ocr) {
    IngestOptions options = IngestOptions.sync(null, false, false).readingScans(ocr);
    SourceStore sources = new SourceStore(folder.resolve("index"));
    return new Ingest(sink, sources, Ingest.Progress.SILENT, options).run(List.of(files));
  }

  /** A page at 300 dots per inch, as a copier makes it. */
  private static void scan(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font("Noto Serif CJK SC", Font.PLAIN, 66));
    for (int i = 0; i < LINES.size(); i++) {
      graphics.drawString(LINES.get(i), 240, 400 + 120 * i);
    }
    graphics.dispose();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      document.save(file.toFile());
    }
  }
}
