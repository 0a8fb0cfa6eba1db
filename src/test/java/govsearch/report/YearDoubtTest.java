package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearDoubtTest {

  private static final int NOW = 2026;

  private static Report report(String title, String above, String signature)
      throws RejectedFileException {
    String text =
        above + title + "\n一年来，柳湾镇坚持依法行政，办了几件实事。\n一、主要做法\n全年宣讲28场次。\n柳湾镇人民政府\n" + signature;
    return ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8)).report();
  }

  @ParameterizedTest
  @CsvSource({
    "柳湾镇2042年法治政府建设情况报告, 2025年1月10日, 写的是 2042 年度，落款却在 2025 年",
    "柳湾镇2026年法治政府建设情况报告, 二〇二五年一月十日, 写的是 2026 年度，落款却在 2025 年",
    "柳湾镇2026年法治政府建设情况报告, 二O二五年一月十日, 写的是 2026 年度，落款却在 2025 年",
    "柳湾镇2042年法治政府建设情况报告, （此件公开发布）, 写的是 2042 年度，而今年是 2026 年",
  })
  void whatCannotBeIsSaid(String title, String signature, String doubt) throws Exception {
    assertThat(YearDoubt.of(report(title, "", signature), NOW)).isEqualTo(doubt);
  }

  @ParameterizedTest
  @CsvSource({
    "柳湾镇2024年法治政府建设情况报告, 2025年1月10日",
    "柳湾镇2024年法治政府建设情况报告, 2024年12月30日",
    "柳湾镇2021年法治政府建设情况报告, 2025年1月10日",
    "柳湾镇法治政府建设情况报告, 2025年1月10日",
    "柳湾镇2026年法治政府建设情况报告, （此件公开发布）",
  })
  void whatCanBeIsNot(String title, String signature) throws Exception {
    assertThat(YearDoubt.of(report(title, "", signature), NOW)).isNull();
  }

  @Test
  void aYearToComeStandsBehindOthersAndBeforeNone() {
    int now = Year.now(ZoneId.systemDefault()).getValue();
    assertThat(YearDoubt.isToCome(now)).isFalse();
    assertThat(YearDoubt.isToCome(now + 1)).isTrue();
    assertThat(YearDoubt.isToCome(null)).isFalse();
    List<Integer> years = Arrays.asList(null, now + 16, now, now + 3, now - 1);
    assertThat(YearDoubt.behindOthers(years, year -> year))
        .containsExactly(now, now - 1, now + 16, now + 3, null);
    assertThat(YearDoubt.toCome(years)).containsExactly(now + 3, now + 16);
  }

  /** Who wrote the year into the manifest may know better than the signature, but not than time. */
  @Test
  void aYearToComeIsDoubtedWhoeverSaysIt() throws Exception {
    assertThat(YearDoubt.of(inManifest(2042), NOW)).isEqualTo("写的是 2042 年度，而今年是 2026 年");
    assertThat(YearDoubt.of(inManifest(2026), NOW)).isNull();
  }

  /** Signed in 2025. */
  private static Report inManifest(int year) throws RejectedFileException {
    Report read = report("柳湾镇2024年法治政府建设情况报告", "", "2025年1月10日");
    Metadata known = read.head().metadata();
    Metadata said =
        new Metadata(
            known.title(),
            known.province(),
            known.city(),
            known.county(),
            known.town(),
            new Sourced<>(year, Provenance.MANIFEST),
            known.published());
    ReportHead head =
        new ReportHead(read.head().id(), said, read.head().paragraphCount(), read.head().source());
    return new Report(head, read.paragraphs());
  }

  @Test
  void aPagePublishedBeforeTheYearIsSaidToo() throws Exception {
    Report report = report("柳湾镇2026年法治政府建设情况报告", "发布日期：2025-02-01\n", "（此件公开发布）");
    assertThat(YearDoubt.of(report, NOW)).isEqualTo("写的是 2026 年度，发布却在 2025 年");
  }
}
