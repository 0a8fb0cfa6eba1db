package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What of a docx is its text: numbers that Word makes, and nothing that a reader does not see. */
class DocxTest {

  private static final Extractor EXTRACTOR = new Extractor(Extractor.Settings.usual());

  private static final String LISTS =
      """
      <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId="2">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
      """;

  @AfterAll
  static void end() {
    EXTRACTOR.close();
  }

  @Test
  void writesTheNumbersOfListsAsWordShowsThem() throws IOException, RejectedFileException {
    StringBuilder body = new StringBuilder();
    body.append(item(0, 5, "主要做法")).append(item(1, 5, "学法")).append(item(1, 5, "宣讲"));
    body.append(item(2, 5, "进村")).append(item(0, 5, "问题")).append(item(1, 5, "人手"));
    for (int i = 0; i < 9; i++) {
      body.append(item(0, 5, "其他"));
    }
    body.append(item(0, 6, "圆点"));
    byte[] bytes =
        Docx.of(body.toString()).with("word/numbering.xml", Docx.part("numbering", LISTS)).bytes();
    assertThat(lines(bytes))
        .startsWith("一、主要做法", "（一）学法", "（二）宣讲", "1.进村", "二、问题", "（一）人手", "三、其他")
        .endsWith("十、其他", "十一、其他", "圆点");
  }

  @Test
  void numbersByStyleToo() throws IOException, RejectedFileException {
    String style =
        "<w:style w:type='paragraph' w:styleId='h1'><w:pPr><w:numPr><w:numId"
            + " w:val='5'/></w:numPr></w:pPr></w:style><w:style w:type='paragraph'"
            + " w:styleId='h2'><w:basedOn w:val='h1'/></w:style>";
    String body =
        "<w:p><w:pPr><w:pStyle"
            + " w:val='h2'/></w:pPr><w:r><w:t>做法</w:t></w:r></w:p><w:p><w:pPr><w:pStyle"
            + " w:val='h2'/><w:numPr><w:numId"
            + " w:val='0'/></w:numPr></w:pPr><w:r><w:t>无号</w:t></w:r></w:p>";
    byte[] bytes =
        Docx.of(body)
            .with("word/numbering.xml", Docx.part("numbering", LISTS))
            .with("word/styles.xml", Docx.part("styles", style))
            .bytes();
    assertThat(lines(bytes)).containsExactly("一、做法", "无号");
  }

  @Test
  void leavesOutWhatWasDeletedAndHidden() throws IOException, RejectedFileException {
    String body =
        "<w:p><w:r><w:t>全镇</w:t></w:r><w:del><w:r><w:delText>未</w:delText><w:t>没</w:t></w:r></w:del>"
            + "<w:ins><w:r><w:t>已</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>完成</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>"
            + Docx.paragraph("后半句。");
    assertThat(lines(Docx.of(body).bytes())).containsExactly("全镇已完成", "前半句，后半句。");
  }

  @Test
  void leavesOutWhatAStyleHidesAndShowsWhatARunShowsAgain()
      throws IOException, RejectedFileException {
    String style = "<w:style w:type='%s' w:styleId='%s'>%s</w:style>";
    String styles =
        style.formatted("paragraph", "Hid", "<w:rPr><w:vanish/></w:rPr>")
            + style.formatted("paragraph", "Below", "<w:basedOn w:val='Hid'/>")
            + style.formatted(
                "paragraph",
                "Shown",
                "<w:basedOn w:val='Hid'/><w:rPr><w:vanish w:val='0'/></w:rPr>")
            + style.formatted("character", "HidC", "<w:rPr><w:vanish/></w:rPr>");
    String paragraph = "<w:p><w:pPr><w:pStyle w:val='%s'/></w:pPr>%s</w:p>";
    String run = "<w:r><w:rPr>%s</w:rPr><w:t>%s</w:t></w:r>";
    String body =
        paragraph.formatted(
                "Hid", run.formatted("", "甲") + run.formatted("<w:vanish w:val='0'/>", "乙"))
            + paragraph.formatted("Below", run.formatted("", "丙"))
            + paragraph.formatted("Shown", run.formatted("", "丁"))
            + "<w:p>"
            + run.formatted("<w:rStyle w:val='HidC'/>", "戊")
            + run.formatted("", "己")
            + "</w:p>";
    byte[] bytes = Docx.of(body).with("word/styles.xml", Docx.part("styles", styles)).bytes();
    assertThat(lines(bytes)).containsExactly("乙", "丁", "己");
  }

  @Test
  void whatAStyleHidesStaysHiddenBehindATextBoxThatIsShown()
      throws IOException, RejectedFileException {
    String styles =
        "<w:style w:type='paragraph' w:styleId='Hid'><w:rPr><w:vanish/></w:rPr></w:style>";
    String box =
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:txbxContent>"
            + Docx.paragraph("框里的话")
            + "</w:txbxContent></w:r>";
    String body =
        "<w:p><w:pPr><w:pStyle w:val='Hid'/></w:pPr><w:r><w:t>前</w:t></w:r>"
            + box
            + "<w:r><w:t>后</w:t></w:r></w:p>";
    byte[] bytes = Docx.of(body).with("word/styles.xml", Docx.part("styles", styles)).bytes();
    assertThat(lines(bytes)).containsExactly("框里的话");
  }

  @Test
  void leavesOutATableOfContentsHoweverItIsMade() throws IOException, RejectedFileException {
    String control =
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of"
            + " Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + Docx.paragraph("一、做法 1")
            + "</w:sdtContent></w:sdt>";
    String mark = "<w:r><w:fldChar w:fldCharType='%s'/></w:r>";
    String field =
        "<w:p>"
            + mark.formatted("begin")
            + "<w:r><w:instrText> TOC \\o &quot;1-3&quot; </w:instrText></w:r>"
            + mark.formatted("separate")
            + "<w:r><w:t>二、问题</w:t></w:r>"
            + mark.formatted("begin")
            + "<w:r><w:instrText> PAGEREF a </w:instrText></w:r>"
            + mark.formatted("separate")
            + "<w:r><w:t>2</w:t></w:r>"
            + mark.formatted("end")
            + "</w:p>"
            + Docx.paragraph("三、打算 3")
            + "<w:p>"
            + mark.formatted("end")
            + "</w:p>";
    String styled = "<w:p><w:pPr><w:pStyle w:val='a5'/></w:pPr><w:r><w:t>四、其他 4</w:t></w:r></w:p>";
    String style = "<w:style w:type='paragraph' w:styleId='a5'><w:name w:val='toc 1'/></w:style>";
    String other =
        "<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>"
            + Docx.paragraph("控件里的正文")
            + "</w:sdtContent></w:sdt>";
    byte[] bytes =
        Docx.of(control + field + styled + other + Docx.paragraph("正文"))
            .with("word/styles.xml", Docx.part("styles", style))
            .bytes();
    assertThat(lines(bytes)).containsExactly("控件里的正文", "正文");
  }

  @Test
  void losesNothingWhereATableOfContentsNeverEnds() throws IOException, RejectedFileException {
    String begin =
        "<w:p><w:r><w:fldChar"
            + " w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>";
    byte[] bytes = Docx.of(begin + Docx.paragraph("正文一") + Docx.paragraph("正文二")).bytes();
    assertThat(lines(bytes)).containsExactly("正文一", "正文二");
  }

  @Test
  void keepsTheSymbolsThatSaySomething() throws IOException, RejectedFileException {
    String symbol = "<w:r><w:sym w:font='%s' w:char='%s'/></w:r><w:r><w:t>%s</w:t></w:r>";
    String body =
        "<w:p>"
            + symbol.formatted("Wingdings", "F0FE", "是")
            + symbol.formatted("Wingdings", "00A8", "否")
            + symbol.formatted("Wingdings 2", "F052", "有")
            + symbol.formatted("Wingdings 2", "F0A3", "无")
            + symbol.formatted("Wingdings", "F041", "别的")
            + symbol.formatted("宋体", "2611", "字")
            + "</w:p>";
    assertThat(lines(Docx.of(body).bytes())).containsExactly("☑是☐否☑有☐无▪别的☑字");
  }

  @Test
  void readsWhatIsEmbeddedInItsPlaceAndTellsWhatCannotBe()
      throws IOException, RejectedFileException {
    String chunk = "<w:altChunk xmlns:r='r' r:id='%s'/>";
    String target = "<Relationship Id='%s' Target='%s'/>";
    byte[] bytes =
        Docx.of(
                Docx.paragraph("前")
                    + chunk.formatted("a")
                    + chunk.formatted("b")
                    + chunk.formatted("c")
                    + Docx.paragraph("后"))
            .with(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns='x'>"
                    + target.formatted("a", "chunk.html")
                    + target.formatted("b", "/word/chunk.txt")
                    + target.formatted("c", "gone.docx")
                    + "</Relationships>")
            .with("word/chunk.html", "<html><body><p>网页里的一段</p></body></html>")
            .with("word/chunk.txt", "文本里的一段")
            .bytes();
    Extracted read = EXTRACTOR.extract(FileType.DOCX, bytes);
    assertThat(read.text().lines()).containsExactly("前", "网页里的一段", "文本里的一段", "后");
    assertThat(read.remarks()).singleElement().asString().contains("gone.docx");
  }

  @Test
  void readsPartsThatAreNamedWithBackslashes() throws IOException, RejectedFileException {
    String main = Docx.part("document", "<w:body>" + Docx.paragraph("正文") + "</w:body>");
    byte[] bytes = Docx.empty().with("word\\document.xml", main).bytes();
    assertThat(lines(bytes)).containsExactly("正文");
  }

  @Test
  void putsRowsNotesAndTextBoxesInTheirPlace() throws IOException, RejectedFileException {
    String cell = "<w:tc>%s</w:tc>";
    String body =
        "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id='3'/></w:r></w:p>"
            + ("<w:tbl><w:tr>" + cell + cell + "</w:tr><w:tr>" + cell + cell + "</w:tr></w:tbl>")
                .formatted(
                    Docx.paragraph("会议"),
                    Docx.paragraph("12") + Docx.paragraph("次"),
                    "<w:tcPr><w:vMerge/></w:tcPr><w:p/>",
                    Docx.paragraph("3次"))
            + "<w:p><w:r><w:t>锚</w:t><w:drawing><w:txbxContent>"
            + Docx.paragraph("框内")
            + "</w:txbxContent></w:drawing></w:r></w:p>";
    String notes = "<w:footnote w:id='3'>" + Docx.paragraph("注文") + "</w:footnote>";
    byte[] bytes =
        Docx.of(body)
            .with("word/footnotes.xml", Docx.part("footnotes", notes))
            .with("word/header1.xml", Docx.part("hdr", Docx.paragraph("页眉")))
            .bytes();
    assertThat(lines(bytes)).containsExactly("正文", "注文", "会议 | 12 次", "3次", "锚", "框内");
  }

  private static String item(int level, int list, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
        .formatted(level, list, text);
  }

  private static List<String> lines(byte[] bytes) throws IOException, RejectedFileException {
    FileType type = Extractor.type("a.docx", bytes);
    assertThat(type).isEqualTo(FileType.DOCX);
    return EXTRACTOR.extract(type, bytes).text().lines().toList();
  }
}
