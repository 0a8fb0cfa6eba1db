package govsearch.ingest.extract.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Lines of pages in the order in which people read them. */
class PdfLayoutTest {

  private static final double HEIGHT = 800;
  private static final double EM = 16;

  private static PdfLine.Piece piece(String text, double left) {
    return new PdfLine.Piece(text, left, left + EM * text.length());
  }

  private static PdfLine line(int page, double y, PdfLine.Piece... pieces) {
    return PdfLine.of(List.of(pieces), page, HEIGHT, y, EM);
  }

  @Test
  void columnsAreReadOneBehindTheOther() {
    List<PdfLine> page = new ArrayList<>();
    page.add(line(0, 50, piece("乌有镇法治政府建设情况报告", 190)));
    for (int i = 0; i < 6; i++) {
      page.add(
          line(
              0,
              100 + 22 * i,
              piece("左栏第" + i + "行写满了一整行字", 60),
              piece("右栏第" + i + "行也写满一整行", 320)));
    }
    assertThat(PdfColumns.inOrder(page).stream().map(line -> line.text().substring(0, 4)))
        .containsExactly(
            "乌有镇法", "左栏第0", "左栏第1", "左栏第2", "左栏第3", "左栏第4", "左栏第5", "右栏第0", "右栏第1", "右栏第2", "右栏第3",
            "右栏第4", "右栏第5");
  }

  @Test
  void columnsWhoseLinesStandAtOtherHeightsToo() {
    List<PdfLine> page = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      page.add(line(0, 100 + 22 * i, piece("左栏第" + i + "行写满了一整行字", 60)));
      page.add(line(0, 108 + 22 * i, piece("右栏第" + i + "行也写满一整行", 320)));
    }
    assertThat(PdfColumns.inOrder(page).stream().map(line -> line.text().charAt(0)))
        .startsWith('左', '左', '左', '左', '左', '左', '右');
  }

  @Test
  void aTableOfTwoColumnsStaysInRows() {
    List<PdfLine> page = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      page.add(line(0, 100 + 22 * i, piece("组长" + i, 60), piece("镇长兼司法所所长", 320)));
    }
    assertThat(PdfColumns.inOrder(page)).isEqualTo(page);
  }

  @Test
  void aPageOfRunningTextStaysAsItIs() {
    List<PdfLine> page = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      page.add(line(0, 100 + 22 * i, piece("全年开展普法宣传活动并组织骨干参加轮训建立台账完善机制", 60)));
    }
    assertThat(PdfColumns.inOrder(page)).isEqualTo(page);
  }

  @Test
  void aHeaderOfTwoPagesIsNoText() {
    List<PdfLine> lines = new ArrayList<>();
    for (int page = 0; page < 2; page++) {
      lines.add(line(page, 40, piece("乌有镇人民政府", 60)));
      lines.add(line(page, 100, piece("第" + page + "页的第一句。", 60)));
      lines.add(line(page, 122, piece("同样的一句。", 60)));
      lines.add(line(page, 144, piece("第" + page + "页的末句。", 60)));
    }
    assertThat(PdfMargins.remove(lines).stream().map(PdfLine::text))
        .doesNotContain("乌有镇人民政府")
        .filteredOn(text -> text.equals("同样的一句。"))
        .hasSize(2);
  }

  @Test
  void theTitleOfAPageOfFewLinesDoesNotRunIntoTheText() {
    List<PdfLine> lines = new ArrayList<>();
    lines.add(line(0, 72, piece("乌有镇", 270)));
    lines.add(line(0, 98, piece("二〇二四年法治政府建设情况报告", 178)));
    lines.add(line(0, 124, piece("现将有关情况报告如下：", 104)));
    lines.add(line(0, 150, piece("一、主要举措和成效", 104)));
    lines.add(line(0, 176, piece("（一）加强学习。全镇持续推进普法并建立台账完善工作", 104)));
    for (int i = 0; i < 6; i++) {
      lines.add(line(1, 72 + 26 * i, piece("骨干参加轮训并建立台账逐步形成了一村一名法律明白人的工格局", 72)));
    }
    assertThat(PdfParagraphs.of(lines))
        .startsWith("乌有镇", "二〇二四年法治政府建设情况报告", "现将有关情况报告如下：", "一、主要举措和成效");
  }

  @Test
  void whatStandsAslantIsAWatermark() throws IOException, Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, Matrix.getTranslateInstance(72, 700), "straight text of the page");
        write(content, Matrix.getRotateInstance(Math.toRadians(35), 72, 600), "INTERNAL DRAFT");
      }
      document.save(file);
    }
    try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
      assertThat(PdfLines.of(document).stream().map(PdfLine::text))
          .containsExactly("straight text of the page");
    }
  }

  private static void write(PDPageContentStream content, Matrix at, String text)
      throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
    content.setTextMatrix(at);
    content.showText(text);
    content.endText();
  }
}
