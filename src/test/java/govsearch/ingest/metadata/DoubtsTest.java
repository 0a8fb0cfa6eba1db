package govsearch.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of files that gave little, or more than one report. */
class DoubtsTest {

  private static final String TITLE = "乌有镇2024年法治政府建设情况报告\n";
  private static final String TEXT =
      "2024年，我镇坚持依法行政，现报告如下：\n一、主要做法\n全年培训6次，办案3件，调解成功52件。\n二、存在问题\n人手少，经费紧。\n";

  private static List<String> doubts(String path, String text, long bytes)
      throws RejectedFileException {
    Report report = ReportFactory.fromText(path, text.getBytes(StandardCharsets.UTF_8)).report();
    return Doubts.of(path, report.paragraphs(), bytes);
  }

  @Test
  void nothingIsSaidOfAReport() throws RejectedFileException {
    assertThat(doubts("a.txt", TITLE + TEXT, 400)).isEmpty();
    assertThat(doubts("a.docx", TITLE + TEXT.repeat(5), 900_000)).isEmpty();
  }

  @Test
  void aLargeFileWithLittleTextIsTold() throws RejectedFileException {
    assertThat(doubts("a.docx", TITLE + TEXT, 900_000))
        .singleElement()
        .asString()
        .contains("图片", "900 KB");
    assertThat(doubts("a.html", TITLE + TEXT, 30_000)).singleElement().asString().contains("脚本");
    assertThat(doubts("a.docx", TITLE + TEXT, 30_000)).isEmpty();
  }

  @Test
  void aFileThatIsATitleOnlyIsTold() throws RejectedFileException {
    assertThat(doubts("a.txt", TITLE + "如下。", 2_000)).singleElement().asString().contains("只有标题");
  }

  @Test
  void aSecondReportInAFileIsTold() throws RejectedFileException {
    String second = "邻水乡2024年法治政府建设情况报告\n" + TEXT;
    assertThat(doubts("a.txt", TITLE + TEXT + second, 900))
        .singleElement()
        .asString()
        .contains("邻水乡2024年法治政府建设情况报告", "拆成");
    assertThat(doubts("a.txt", (TITLE + TEXT).repeat(3), 900)).isEmpty();
    assertThat(doubts("a.txt", TITLE + TEXT + "附件：邻水乡2024年法治政府建设情况报告\n", 900)).isEmpty();
    assertThat(doubts("a.txt", TITLE + TEXT + "邻水乡2024年法治政府建设情况报告\n", 900)).isEmpty();
  }

  @Test
  void aTitleOfTheSameTownAndYearIsNoOtherReports() throws RejectedFileException {
    for (String again :
        List.of(
            "临溪县乌有镇2024年法治政府建设情况报告",
            "乌有镇二〇二四年度法治政府建设工作总结",
            "2024年法治政府建设情况报告",
            "乌有镇人民政府关于2024年法治政府建设情况的报告")) {
      assertThat(doubts("a.html", TITLE + TEXT + again + "\n" + TEXT, 900)).as(again).isEmpty();
    }
    assertThat(doubts("a.html", "乌有镇人民政府\n关于2024年法治政府建设情况的报告\n" + TEXT + TITLE + TEXT, 900))
        .isEmpty();
  }

  @Test
  void aTitleOfAnotherYearOrOfACountyIsTold() throws RejectedFileException {
    for (String other : List.of("乌有镇2023年法治政府建设情况报告", "临溪县2024年法治政府建设情况报告")) {
      assertThat(doubts("a.txt", TITLE + TEXT + other + "\n" + TEXT, 900))
          .singleElement()
          .asString()
          .contains(other);
    }
  }

  @Test
  void aTitleWithBrokenBytesIsTheSameButHidesNoOther() throws RejectedFileException {
    String broken = TITLE.replace("有", "\uFFFD\uFFFD\uFFFD");
    assertThat(doubts("a.txt", broken + TEXT + TITLE + TEXT, 900)).isEmpty();
    String second = "邻水乡2024年法治政府建设情况报告\n" + TEXT;
    assertThat(doubts("a.txt", broken + TEXT + second + TITLE + TEXT, 900))
        .singleElement()
        .asString()
        .contains("邻水乡");
  }

  /** A pdf that was taken has text, or its pictures were read; nothing more comes of --ocr. */
  @Test
  void noPdfIsAdvisedToBeReadAgain() throws RejectedFileException {
    assertThat(doubts("a.pdf", TITLE + TEXT, 900_000))
        .singleElement()
        .asString()
        .contains("图片")
        .doesNotContain("--ocr");
  }

  @Test
  void whatWasRecognisedIsToldOnlyIfItIsNothing() throws RejectedFileException {
    assertThat(Doubts.ofRecognised(paragraphs(TITLE + TEXT))).isEmpty();
    assertThat(Doubts.ofRecognised(paragraphs(TITLE + "如下。")))
        .singleElement()
        .asString()
        .contains("识别");
  }

  private static List<Paragraph> paragraphs(String text) throws RejectedFileException {
    return ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8))
        .report()
        .paragraphs();
  }
}
