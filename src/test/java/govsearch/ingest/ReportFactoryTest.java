package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.text.Range;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFactoryTest {

  private static final String TEXT =
      "柳湾镇2024年法治政府建设情况报告\n2024年，柳湾镇办了几件实事。\n一、主要做法\n（一）学。学法18次。\n"
          + "（二）讲。一是进村；二是入户。\n各位代表！\n二、存在问题\n人手少。\n各位代表！\n柳湾镇人民政府\n2025年1月8日\n";

  @Test
  void theSameBytesAtTheSamePathGiveTheSameReport() throws RejectedFileException {
    assertThat(report("临溪县/柳湾镇.txt", TEXT)).isEqualTo(report("临溪县/柳湾镇.txt", TEXT));
  }

  @Test
  void theReportsIdIsThatOfItsPathWhateverItSays() throws RejectedFileException {
    assertThat(report("a.txt", TEXT).id()).isEqualTo(report("a.txt", "另一份报告。").id());
    assertThat(report("a.txt", TEXT).id()).isNotEqualTo(report("b.txt", TEXT).id());
  }

  @Test
  void anEditOfOneParagraphMovesNoOtherId() throws RejectedFileException {
    List<String> before = ids(report("a.txt", TEXT));
    List<String> edited = ids(report("a.txt", TEXT.replace("人手少。", "人手仍然少。")));
    assertThat(edited).hasSameSizeAs(before);
    assertThat(edited).filteredOn(id -> !before.contains(id)).hasSize(1);
    List<String> longer = ids(report("a.txt", TEXT.replace("一、主要", "新的一段话。\n一、主要")));
    assertThat(longer).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void idsDoNotDependOnHowTheFileIsEncodedOrIndented() throws RejectedFileException {
    byte[] utf16 =
        ("\uFEFF" + TEXT.replace("\n", "\r\n\u3000\u3000")).getBytes(StandardCharsets.UTF_16LE);
    assertThat(ids(ReportFactory.fromText("a.txt", utf16).report()))
        .isEqualTo(ids(report("a.txt", TEXT)));
  }

  @Test
  void aTextThatComesAgainHasItsNumberBehind() throws RejectedFileException {
    List<String> repeated =
        report("a.txt", TEXT).paragraphs().stream()
            .filter(paragraph -> paragraph.text().equals("各位代表！"))
            .map(Paragraph::id)
            .toList();
    assertThat(repeated.get(1)).isEqualTo(repeated.get(0) + "-2");
  }

  @Test
  void paragraphsAreCountedFromOneAndTheHeadKnowsHowMany() throws RejectedFileException {
    Report report = report("a.txt", TEXT);
    assertThat(report.paragraphs()).extracting(Paragraph::ordinal).startsWith(1, 2, 3);
    assertThat(report.head().paragraphCount()).isEqualTo(report.paragraphs().size());
    assertThat(report.head().source().bytes())
        .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void everyBodyParagraphOfTheSamplesHasStatementsInsideItThatDoNotOverlap() {
    for (Report report : SampleReports.read(SampleReports.FOLDER)) {
      for (Paragraph paragraph : report.paragraphs()) {
        int end = 0;
        for (Range statement : paragraph.statements()) {
          assertThat(statement.start()).isGreaterThanOrEqualTo(end);
          assertThat(statement.length()).isPositive();
          end = statement.end();
        }
        assertThat(end).isLessThanOrEqualTo(paragraph.text().length());
        assertThat(paragraph.statements().isEmpty())
            .isEqualTo(paragraph.kind() != ParagraphKind.BODY);
      }
      assertThat(ids(report)).doesNotHaveDuplicates();
    }
  }

  private static List<String> ids(Report report) {
    return report.paragraphs().stream().map(Paragraph::id).toList();
  }

  private static Report report(String path, String text) throws RejectedFileException {
    return ReportFactory.fromText(path, text.getBytes(StandardCharsets.UTF_8)).report();
  }
}
