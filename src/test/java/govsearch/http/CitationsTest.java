package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.Source;
import govsearch.report.Sourced;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** References to reports of which everything, or hardly anything, is known. */
class CitationsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final String HERE = "https://reports.example.org/reports/abc#aaaaaaaa~3";
  private static final String LONG = "首先开展-普法宣传，覆盖全镇村居；" + "其间做了许多事情".repeat(9) + "，群众, 满意&放心。";

  private static @Nullable Sourced<String> said(@Nullable String value) {
    return value == null ? null : new Sourced<>(value, Provenance.MANIFEST);
  }

  private static ReportHead head(
      @Nullable String title, @Nullable String published, @Nullable String url) {
    Metadata metadata =
        new Metadata(
            said(title),
            null,
            null,
            said("临溪县"),
            said("柳湾镇"),
            new Sourced<>(2025, Provenance.TITLE),
            said(published));
    return new ReportHead("abc", metadata, 9, new Source("a.html", url, "0".repeat(64), 1));
  }

  private static Paragraph paragraph(String text) {
    return new Paragraph(
        "aaaaaaaa",
        3,
        ParagraphKind.BODY,
        text,
        null,
        List.of("一、成效"),
        Section.ACHIEVEMENTS,
        List.of());
  }

  private static Citations of(ReportHead head, @Nullable Paragraph paragraph, @Nullable String at) {
    return Citations.of(head, paragraph, at, "0123456789abcdef", TODAY);
  }

  @Test
  void aReportOnAWebPageIsCitedWhereItWasPublished() {
    Citations all =
        of(
            head("柳湾镇2025年报告", "2026年1月15日", "https://www.example.org/a/1.html"),
            paragraph("普法到村。"),
            HERE);
    String source =
        "https://www.example.org/a/1.html#:~:text=%E6%99%AE%E6%B3%95%E5%88%B0%E6%9D%91%E3%80%82";

    assertThat(all.source()).isEqualTo(source);
    assertThat(all.gbt7714())
        .isEqualTo("临溪县柳湾镇. 柳湾镇2025年报告[R/OL]. (2026-01-15)[2026-11-27]: 第3段. " + source + ".");
    assertThat(all.brief())
        .isEqualTo("临溪县柳湾镇：《柳湾镇2025年报告》（2025年），一、成效，第3段，2026-11-27查阅，" + source + "。");
    assertThat(all.ris().split("\r\n"))
        .containsExactly(
            "TY  - RPRT",
            "AU  - 临溪县柳湾镇",
            "TI  - 柳湾镇2025年报告",
            "PY  - 2026",
            "DA  - 2026/01/15/",
            "UR  - " + source,
            "UR  - " + HERE,
            "Y2  - 2026/11/27/",
            "LA  - zh-CN",
            "N1  - 一、成效 › 第3段；2025年度；收藏版本 0123456789abcdef",
            "ID  - abc-aaaaaaaa",
            "ER  - ");
    assertThat(all.bibtex())
        .startsWith("@techreport{abc-aaaaaaaa,\n  author = {{临溪县柳湾镇}},\n")
        .contains("  year = {2026},\n")
        .contains("\\#:\\~:text=".replace("\\~", "~"))
        .contains("\\%E6\\%99")
        .endsWith("}\n");
  }

  @Test
  void whatIsNotKnownIsNotMadeUp() {
    Citations all = of(head(null, "年初", null), null, null);

    assertThat(all.source()).isNull();
    assertThat(all.gbt7714())
        .isEqualTo("临溪县柳湾镇. 法治政府建设情况报告（原文无标题）[R/OL]. [2026-11-27]. 本库没有对外的网址.");
    assertThat(all.ris()).doesNotContain("PY  -").doesNotContain("UR  -").contains("ID  - abc\r\n");
    assertThat(all.bibtex()).doesNotContain("year =").doesNotContain("url =");
  }

  @Test
  void signsOfBibtexAndLinesOfRisAreTextInThem() {
    Citations all = of(head("50%的{改动}_#1 & ~\\\nER  - ", null, null), null, HERE);

    assertThat(all.bibtex())
        .contains("50\\%的\\{改动\\}\\_\\#1 \\& \\textasciitilde{}\\textbackslash{}");
    assertThat(all.ris().lines().filter(line -> line.startsWith("ER  -"))).hasSize(1);
  }

  @Test
  void aLongParagraphIsPointedAtByItsFirstAndLastClauseAndADocumentNotAtAll() {
    String source =
        of(head("a", null, "https://www.example.org/a#top"), paragraph(LONG), null).source();
    assertThat(source).startsWith("https://www.example.org/a#top:~:text=").doesNotContain("-", "&");
    String[] parts = source.substring(source.indexOf("text=") + 5).split(",", -1);
    assertThat(parts).hasSize(2);
    String first = URI.create("x:" + parts[0]).getSchemeSpecificPart();
    String last = URI.create("x:" + parts[1]).getSchemeSpecificPart();
    assertThat(LONG).startsWith(first).endsWith(last);
    assertThat(first.length()).isBetween(8, 20);
    for (String file : List.of("1.pdf", "1.DOCX", "1.wps?a=b")) {
      String url = "https://www.example.org/" + file;
      assertThat(of(head("a", null, url), paragraph(LONG), null).source()).isEqualTo(url);
    }
  }
}
