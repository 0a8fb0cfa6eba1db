package govsearch.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Metadata;
import govsearch.report.Sourced;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values shown with where they came from. */
class MetadataReaderTest {

  private static final String LEAD = "一年来，干部群众坚持依法行政，办了几件实事。\n";
  private static final String TEXT = LEAD + "一、主要做法\n全年宣讲28场次。\n";

  @Test
  void theTitleIsAskedFirst() throws RejectedFileException {
    Metadata read = read("别县/别镇2020年.txt", "临溪县柳湾镇2024年法治政府建设情况报告\n" + TEXT + "柳湾镇人民政府\n2025年1月8日");
    assertThat(shown(read.town())).isEqualTo("柳湾镇 TITLE");
    assertThat(shown(read.county())).isEqualTo("临溪县 TITLE");
    assertThat(shown(read.year())).isEqualTo("2024 TITLE");
    assertThat(shown(read.title())).isEqualTo("临溪县柳湾镇2024年法治政府建设情况报告 TITLE");
  }

  @Test
  void whatTheTitleLeavesOutOthersAddForTheSameTown() throws RejectedFileException {
    Metadata signed = read("x.txt", "柳湾镇2024年法治政府建设情况报告\n" + TEXT + "沅岭市临溪县柳湾镇人民政府\n2025年1月8日");
    assertThat(shown(signed.county())).isEqualTo("临溪县 SIGNATURE");
    assertThat(shown(signed.city())).isEqualTo("沅岭市 SIGNATURE");
    Metadata addressed = read("x.txt", "柳湾镇2024年法治政府建设情况报告\n临溪县司法局：\n" + TEXT);
    assertThat(shown(addressed.county())).isEqualTo("临溪县 SALUTATION");
    Metadata opening = read("x.txt", "柳湾镇2024年法治政府建设情况报告\n现将临溪县柳湾镇2024年法治政府建设情况报告如下，请审阅。\n" + TEXT);
    assertThat(shown(opening.county())).isEqualTo("临溪县 BODY");
    Metadata filed = read("青海省/西宁市/临溪县/柳湾镇.txt", "柳湾镇2024年法治政府建设情况报告\n" + TEXT);
    assertThat(shown(filed.county())).isEqualTo("临溪县 FILENAME");
    assertThat(shown(filed.city())).isEqualTo("西宁市 FILENAME");
    assertThat(shown(filed.province())).isEqualTo("青海省 FILENAME");
  }

  @Test
  void anotherTownsCountyIsNotThisTowns() throws RejectedFileException {
    Metadata read =
        read(
            "x.txt",
            "柳湾镇2024年法治政府建设情况报告\n2024年，澜沙区双桐镇派员来学习。\n一、主要做法\n全年宣讲28场次。\n澜沙区双桐镇人民政府\n2025年1月8日");
    assertThat(shown(read.town())).isEqualTo("柳湾镇 TITLE");
    assertThat(read.county()).isNull();
  }

  @Test
  void withoutATitleTheSignatureNamesTheTownAndTheOpeningTheYear() throws RejectedFileException {
    Metadata read =
        read("上报稿.txt", "县委依法治县办:\n2025年,青崖乡在县委领导下办了实事。\n" + TEXT + "青崖乡人民政府\n2026年1月8日");
    assertThat(read.title()).isNull();
    assertThat(shown(read.town())).isEqualTo("青崖乡 SIGNATURE");
    assertThat(shown(read.year())).isEqualTo("2025 BODY");
  }

  @Test
  void withoutTitleAndSignatureTheOpeningNamesTheTown() throws RejectedFileException {
    Metadata read = read("稿.txt", "2025年，临溪县青崖乡坚持依法行政，办了几件实事。\n一、主要做法\n全年宣讲28场次。");
    assertThat(shown(read.town())).isEqualTo("青崖乡 BODY");
    assertThat(shown(read.county())).isEqualTo("临溪县 BODY");
  }

  @Test
  void anIssuerBelowTheTitleSignsToo() throws RejectedFileException {
    Metadata read = read("x.txt", "2024年法治政府建设情况报告\n临溪县柳湾镇人民政府\n（2025年1月8日）\n" + TEXT);
    assertThat(shown(read.town())).isEqualTo("柳湾镇 SIGNATURE");
    assertThat(shown(read.year())).isEqualTo("2024 TITLE");
  }

  @Test
  void theSitesHeaderNamesIssuerAndDay() throws RejectedFileException {
    Metadata read =
        read("x.txt", "索引号：1/2\n发布机构：临溪县柳湾镇人民政府\n发布日期：2025-01-23\n2024年法治政府建设情况报告\n" + TEXT);
    assertThat(shown(read.town())).isEqualTo("柳湾镇 SITE");
    assertThat(shown(read.county())).isEqualTo("临溪县 SITE");
    assertThat(shown(read.published())).isEqualTo("2025-01-23 SITE");
  }

  @Test
  void fileAndFolderAreAskedLast() throws RejectedFileException {
    Metadata file = read("临溪县/柳湾镇2024年.txt", "法治政府建设情况报告\n" + TEXT);
    assertThat(shown(file.town())).isEqualTo("柳湾镇 FILENAME");
    assertThat(shown(file.year())).isEqualTo("2024 FILENAME");
    Metadata folder = read("临溪县/柳湾镇/2024年度.txt", "法治政府建设情况报告\n" + TEXT);
    assertThat(shown(folder.town())).isEqualTo("柳湾镇 FILENAME");
    assertThat(shown(folder.year())).isEqualTo("2024 FILENAME");
  }

  @Test
  void theYearIsNeitherThatOfSigningNorOfAPlanNorOfPublishing() throws RejectedFileException {
    String text = LEAD + "一、主要做法\n贯彻《纲要（2021—2025年）》。\n二、2026年工作计划\n将多学。\n乌有镇人民政府\n2026年1月8日";
    assertThat(read("20260123上报.txt", "乌有镇法治政府建设情况报告\n发布日期：2026-01-23\n" + text).year()).isNull();
  }

  @Test
  void aYearMayBeSaidWhereTheReportAnnouncesItselfOrInItsFirstHeading()
      throws RejectedFileException {
    assertThat(shown(read("x.txt", "法治报告\n一年来有进步。现将我镇2024年度法治政府建设情况报告如下：\n一、做法\n学。").year()))
        .isEqualTo("2024 BODY");
    assertThat(shown(read("x.txt", "法治报告\n" + LEAD + "一、2024年工作开展情况\n学。").year()))
        .isEqualTo("2024 BODY");
  }

  @Test
  void whatIsNotSaidIsNotMadeUp() throws RejectedFileException {
    Metadata read = read("a.txt", "法治政府建设情况报告\n我镇坚持依法行政。\n一、主要做法\n全镇宣讲。\n镇人民政府");
    assertThat(read).isEqualTo(new Metadata(read.title(), null, null, null, null, null, null));
  }

  private static Metadata read(String path, String text) throws RejectedFileException {
    return ReportFactory.fromText(path, text.getBytes(StandardCharsets.UTF_8))
        .report()
        .head()
        .metadata();
  }

  private static String shown(@Nullable Sourced<?> sourced) {
    return sourced == null ? "-" : sourced.value() + " " + sourced.from();
  }
}
