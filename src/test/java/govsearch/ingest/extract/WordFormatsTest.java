package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same numbered, annotated, tabulated document in the formats that Word has had. */
class WordFormatsTest {

  private static final Extractor EXTRACTOR = new Extractor(Extractor.Settings.usual());

  private static final String LISTS =
      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
          + "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
          + "<w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>";

  @TempDir private Path folder;

  @AfterAll
  static void end() {
    EXTRACTOR.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doc", "rtf"})
  void numbersRowsAndRevisionsAreReadAlike(String format)
      throws IOException, InterruptedException, RejectedFileException {
    Path docx = folder.resolve("a.docx");
    Files.write(docx, document().bytes());
    byte[] bytes = Files.readAllBytes(new Office(folder).convert(List.of(docx), format).getFirst());
    assertThat(lines(format, bytes))
        .containsExactly("一、主要做法", "全镇已完成", "二、问题", "会议 | 12次", "3次", "结尾");
  }

  @Test
  void rtfInGbkOfWordIsRead() throws IOException, RejectedFileException {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}"
            + "{\\f1\\fcharset134 SimSun;}}{\\header \\f1 \\'d2\\'b3\\par}"
            + "{\\listtext\\f1 \\'d2\\'bb\\'a1\\'a2\\tab}"
            + "\\f1 \\'b7\\'a8{\\deleted \\'d2\\'b3}\\"
            + "u27835?{\\v \\'d2\\'b3}\\par{\\*\\unknown \\'d2\\'b3}"
            + "\\f0 2024\\line 12\\revdttm-1234567890 \\par}";
    assertThat(lines("rtf", rtf.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("一、法治", "2024", "12");
  }

  private static Docx document() {
    String numbered =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId"
            + " w:val='5'/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
    return Docx.of(
            numbered.formatted("主要做法")
                + "<w:p><w:r><w:t>全镇</w:t></w:r><w:del w:id='1'"
                + " w:author='a'><w:r><w:delText>未</w:delText></w:r></w:del><w:ins w:id='2'"
                + " w:author='a'><w:r><w:t>已</w:t></w:r></w:ins><w:r><w:t>完成</w:t></w:r></w:p>"
                + numbered.formatted("问题")
                + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol"
                + " w:w='3000'/></w:tblGrid>"
                + row.formatted(Docx.paragraph("会议"), Docx.paragraph("12次"))
                + row.formatted("<w:p/>", Docx.paragraph("3次"))
                + "</w:tbl>"
                + Docx.paragraph("结尾"))
        .with("word/numbering.xml", Docx.part("numbering", LISTS))
        .with(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
                + " Extension='rels'"
                + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override"
                + " PartName='/word/document.xml'"
                + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override"
                + " PartName='/word/numbering.xml'"
                + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'/></Types>")
        .with("_rels/.rels", relations("officeDocument", "word/document.xml"))
        .with("word/_rels/document.xml.rels", relations("numbering", "numbering.xml"));
  }

  private static String relations(String type, String target) {
    return ("<Relationships"
            + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
            + " Id='r1'"
            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s'"
            + " Target='%s'/></Relationships>")
        .formatted(type, target);
  }

  private static List<String> lines(String format, byte[] bytes)
      throws IOException, RejectedFileException {
    FileType type = Extractor.type("a." + format, bytes);
    return EXTRACTOR.extract(type, bytes).text().lines().toList();
  }
}
