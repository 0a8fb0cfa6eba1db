package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The invented samples against what a careful person reads in them. */
class SamplesTest {

  private static final Map<String, Report> BY_PATH =
      SampleReports.read(SampleReports.FOLDER).stream()
          .collect(Collectors.toMap(r -> r.head().source().path(), Function.identity()));

  private static Stream<Map<String, String>> expected() {
    MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(Path.of("src", "test", "resources", "samples-expected.csv").toFile());
    return rows.readAll().stream();
  }

  @Test
  void readsAllSamples() {
    assertThat(BY_PATH.keySet())
        .containsExactlyInAnyOrderElementsOf(expected().map(row -> row.get("path")).toList());
  }

  @Test
  void readsTitlePlaceAndYear() {
    expected()
        .forEach(
            row -> {
              var head = BY_PATH.get(row.get("path")).head();
              assertThat(stated(head.title())).as(row.get("path")).isEqualTo(row.get("title"));
              assertThat(stated(head.province())).isEqualTo(row.get("province"));
              assertThat(stated(head.city())).isEqualTo(row.get("city"));
              assertThat(stated(head.county())).as(row.get("path")).isEqualTo(row.get("county"));
              assertThat(stated(head.town())).as(row.get("path")).isEqualTo(row.get("town"));
              assertThat(stated(head.year())).as(row.get("path")).isEqualTo(row.get("year"));
            });
  }

  @Test
  void findsWhereProblemsAndPlansBegin() {
    expected()
        .forEach(
            row -> {
              Report report = BY_PATH.get(row.get("path"));
              assertThat(first(report, Section.PROBLEMS))
                  .as(row.get("path"))
                  .startsWith(row.get("problems_first"));
              assertThat(first(report, Section.PLANS))
                  .as(row.get("path"))
                  .startsWith(row.get("plans_first"));
            });
  }

  @Test
  void leavesNoResidueAndLosesNoPhrase() {
    expected()
        .forEach(
            row -> {
              Report report = BY_PATH.get(row.get("path"));
              assertThat(report.paragraphs())
                  .noneMatch(p -> p.text().matches("(?s).*(\\[bookmark|[\\p{Cc}\\p{Cf}]).*"));
              long mentions =
                  report.paragraphs().stream()
                      .filter(p -> Literal.literal(p.text()).contains("法律明白人"))
                      .count();
              // A line divided between two sections may mention it in both.
              assertThat(mentions)
                  .as(row.get("path"))
                  .isGreaterThanOrEqualTo(Long.parseLong(row.get("has_flmbr")))
                  .isLessThanOrEqualTo(Long.parseLong(row.get("has_flmbr")) + 1);
            });
  }

  @Test
  void readsTheCountyFromTheFolderWhereTheReportDoesNotSayIt() {
    for (String path : List.of("临溪县/青崖乡上报稿.txt", "白音沙旗/沙枣滩乡2024年度.txt")) {
      assertThat(BY_PATH.get(path).head().metadata().county().from())
          .as(path)
          .isEqualTo(Provenance.FILENAME);
    }
  }

  @Test
  void leavesTheSitesWordsOut() {
    assertThat(BY_PATH.get("澜沙区/槐荫桥街道2024年网页.txt").paragraphs())
        .noneMatch(p -> p.text().matches("(首页|索引号|发布|打印|上一篇|下一篇|扫一扫|主办|示ICP).*"));
    assertThat(BY_PATH.get("澜沙区/槐荫桥街道2024年网页.txt").head().metadata().published().value())
        .isEqualTo("2025-01-23");
  }

  @Test
  void closingAndSigningWordsAreInNoSection() {
    BY_PATH
        .values()
        .forEach(
            report ->
                assertThat(report.paragraphs())
                    .filteredOn(
                        p -> p.kind() == ParagraphKind.SIGNATURE || p.text().startsWith("以上报告"))
                    .isNotEmpty()
                    .allMatch(p -> p.section() == Section.OTHER && p.headingPath().isEmpty()));
  }

  private static String first(Report report, Section section) {
    return report.paragraphs().stream()
        .filter(p -> p.section() == section && p.kind() == ParagraphKind.BODY)
        .map(Paragraph::text)
        .findFirst()
        .orElse("");
  }

  private static String stated(Object value) {
    return value == null ? "" : value.toString();
  }
}
