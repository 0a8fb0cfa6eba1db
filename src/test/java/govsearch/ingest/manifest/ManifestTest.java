package govsearch.ingest.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Metadata;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import govsearch.report.Sourced;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest says, in whatever way it was saved, and what is wrong with it. */
class ManifestTest {

  @TempDir private Path folder;

  private Manifest manifest(String text) throws IOException {
    return manifest(text.getBytes(StandardCharsets.UTF_8));
  }

  private Manifest manifest(byte[] bytes) throws IOException {
    Files.write(folder.resolve(Manifest.FILE), bytes);
    return Manifest.beside(folder);
  }

  private static Report extracted() {
    Metadata metadata =
        new Metadata(
            new Sourced<>("柳湾镇2024年报告", Provenance.TITLE),
            null,
            null,
            new Sourced<>("临溪县", Provenance.SALUTATION),
            new Sourced<>("柳湾镇", Provenance.TITLE),
            new Sourced<>(2024, Provenance.TITLE),
            new Sourced<>("2025年1月8日", Provenance.SITE));
    Source source = new Source("a/柳湾镇.txt", null, "0".repeat(64), 9);
    return new Report(new ReportHead("pathid", metadata, 0, source), List.of());
  }

  private static ReportHead over(Manifest manifest) {
    return manifest.row("a/柳湾镇.txt").orElseThrow().over(extracted()).head();
  }

  private static String shown(@Nullable Sourced<?> value) {
    return value == null ? "-" : Objects.toString(value.value()) + " " + value.from();
  }

  @Test
  void aFolderWithoutOneSaysNothing() {
    assertThat(Manifest.beside(folder)).isSameAs(Manifest.NONE);
    assertThat(Manifest.NONE.row("a.txt")).isEmpty();
  }

  @Test
  void cellsOverruleColumnByColumn() throws IOException {
    Manifest manifest =
        manifest(
            """
            path,id,title,province,city,county,town,year,source_url,published
            a/柳湾镇.txt,own-id,,云泽省,云泽市,澜沙区,柳湾镇,2023,https://example.org/a?b=1,2025/1/9
            """);
    ReportHead head = over(manifest);

    assertThat(manifest.mistakes()).isEmpty();
    assertThat(head.id()).isEqualTo("own-id");
    assertThat(head.source().url()).isEqualTo("https://example.org/a?b=1");
    Metadata metadata = head.metadata();
    assertThat(shown(metadata.title())).as("empty").isEqualTo("柳湾镇2024年报告 TITLE");
    assertThat(shown(metadata.province())).isEqualTo("云泽省 MANIFEST");
    assertThat(shown(metadata.city())).isEqualTo("云泽市 MANIFEST");
    assertThat(shown(metadata.county())).isEqualTo("澜沙区 MANIFEST");
    assertThat(shown(metadata.town())).as("as extracted").isEqualTo("柳湾镇 TITLE");
    assertThat(shown(metadata.year())).isEqualTo("2023 MANIFEST");
    assertThat(shown(metadata.published())).isEqualTo("2025-01-09 MANIFEST");
  }

  @Test
  void aStrokeSaysThatThereIsNone() throws IOException {
    ReportHead head =
        over(manifest("path,title,county,year,published\na/柳湾镇.txt,-,－,无,2025-01-08\n"));

    assertThat(head.title()).isNull();
    assertThat(head.county()).isNull();
    assertThat(head.year()).isNull();
    assertThat(shown(head.metadata().published())).as("the same day").isEqualTo("2025年1月8日 SITE");
    assertThat(head.id()).isEqualTo("pathid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "BOM"})
  void spreadsheetsSaveInManyEncodings(String encoding) throws IOException {
    String text =
        "路径,标题,乡镇,年度\r\na/柳湾镇.txt,\"总结,又名“情况报告”\",青崖乡,２０２３年\r\nb/石鼓滩镇.txt,法治政府建设工作总结,石鼓滩镇,2022\r\n";
    byte[] bytes =
        switch (encoding) {
          case "BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
          case "UTF-16LE" ->
              ("\uFEFF"
                      + text.replace(",标题,乡镇,年度", "\t标题\t乡镇\t年度")
                          .replace(",\"", "\t\"")
                          .replace("\",", "\"\t")
                          .replace("乡,", "乡\t"))
                  .lines()
                  .limit(2)
                  .reduce("", (a, b) -> a + b + "\r\n")
                  .getBytes(StandardCharsets.UTF_16LE);
          default -> text.getBytes(Charset.forName(encoding));
        };
    Manifest manifest = manifest(bytes);

    assertThat(manifest.mistakes()).isEmpty();
    ReportHead head = over(manifest);
    assertThat(head.title()).isEqualTo("总结,又名“情况报告”");
    assertThat(head.town()).isEqualTo("青崖乡");
    assertThat(head.year()).isEqualTo(2023);
  }

  @Test
  void aSmallManifestOfWindowsIsReadToo() throws IOException {
    Manifest manifest =
        manifest("path,county\na/柳湾镇.txt,澜沙区\n".getBytes(Charset.forName("GB18030")));

    assertThat(over(manifest).county()).isEqualTo("澜沙区");
  }

  @Test
  void everyMistakeIsNamedWithItsLineAndTheRestIsUsed() throws IOException {
    Manifest manifest =
        manifest(
            """
            path,id,town,twon,year,year,source_url,published,
            a.txt,Bad Id,青崖乡,x,2024,,ftp://example.org/,2025-02-30,
            b.txt,same,,,24,,http://,昨天,

            c.txt,same,石鼓滩镇,,,,javascript:alert(1),,
            a.txt,,,,,,,,
            d.txt,,"引号"多余,,,,,,
            e.txt,,柳湾镇
            f.txt,,,,,,,,,多了一格
            ,,柳湾镇,,,,,,
            g.txt,-,甲/乙,,２０２４年度,,HTTPS://例子.example.org/页,2025年1月8日,
            """);

    assertThat(manifest.mistakes().stream().map(m -> m.line() + " " + m.what()))
        .containsExactly(
            "1 不认识的列"
                + " twon，没有使用；可用的列：path、id、title、province、city、county、town、year、source_url、published",
            "1 列 year 重复，用前一个",
            "2 id 列“Bad Id”没有使用：编号只能用 1 到 64 个小写字母、数字、- 和 _",
            "2 source_url 列“ftp://example.org/”没有使用：网址应以 http:// 或 https:// 开头",
            "2 published 列“2025-02-30”没有使用：没有这一天",
            "3 year 列“24”没有使用：年度应是 1990 到 2099 的四位年份",
            "3 source_url 列“http://”没有使用：网址写法不对",
            "3 published 列“昨天”没有使用：发布日期应写成 2025-01-31 这样",
            "5 source_url 列“javascript:alert(1)”没有使用：网址应以 http:// 或 https:// 开头",
            "5 编号 same 与第 3 行相同，没有使用",
            "6 a.txt 在第 2 行已经有了，这一行没有使用",
            "7 引号不成对，这一行没有使用",
            "8 有 3 格，表头有 9 格，这一行没有使用；含逗号的内容要加英文引号",
            "9 有 10 格，表头有 9 格，这一行没有使用；含逗号的内容要加英文引号",
            "10 没有写 path，这一行没有使用",
            "11 id 列“-”没有使用：编号不能没有；留空则按路径得出",
            "11 town 列“甲/乙”没有使用：地名里不能有 /");
    assertThat(manifest.rows())
        .startsWith(
            new ManifestRow(
                2, "a.txt", Map.of(ManifestColumn.TOWN, "青崖乡", ManifestColumn.YEAR, "2024")),
            new ManifestRow(3, "b.txt", Map.of(ManifestColumn.ID, "same")),
            new ManifestRow(5, "c.txt", Map.of(ManifestColumn.TOWN, "石鼓滩镇")))
        .hasSize(4);
    assertThat(manifest.row("g.txt").orElseThrow().cells())
        .containsEntry(ManifestColumn.YEAR, "2024")
        .containsEntry(ManifestColumn.SOURCE_URL, "HTTPS://例子.example.org/页")
        .containsEntry(ManifestColumn.PUBLISHED, "2025-01-08");
  }

  @Test
  void withoutPathsNothingIsUsed() throws IOException {
    Manifest manifest = manifest("town,year\n柳湾镇,2024\n");

    assertThat(manifest.rows()).isEmpty();
    assertThat(manifest.mistakes())
        .containsExactly(new Manifest.Mistake(1, "没有 path（路径）列，整个清单没有使用"));
  }

  @ParameterizedTest
  @CsvSource({"a\\柳湾镇.txt", "./a/柳湾镇.txt"})
  void pathsAreFoundAsPeopleWriteThem(String path) throws IOException {
    assertThat(over(manifest("path,year\n" + path + ",2020\n")).year()).isEqualTo(2020);
  }

  @Test
  void anArchivesRowsAreThoseOfItsMembers() throws IOException {
    Manifest manifest =
        manifest("path,year\na.zip,2020\na.zip/b.txt,2021\na.zip2/c.txt,2022\na.zi,2023\n");

    assertThat(manifest.within("a.zip").stream().map(ManifestRow::path))
        .containsExactly("a.zip", "a.zip/b.txt");
    assertThat(manifest.within("a.zip/b.txt")).hasSize(1);
  }

  @Test
  void whatIsNoTableIsSaid() throws IOException {
    Manifest manifest = manifest(new byte[] {0, 1, 2, 3, 0, 1, 2, 3, 0, 0, 0, 0, 1, 7});

    assertThat(manifest.rows()).isEmpty();
    assertThat(manifest.mistakes()).hasSize(1);
  }
}
