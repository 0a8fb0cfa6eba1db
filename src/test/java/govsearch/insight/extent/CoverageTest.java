package govsearch.insight.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.Shared;
import govsearch.engine.InvalidCursorException;
import govsearch.engine.Place;
import govsearch.engine.SampleReports;
import govsearch.insight.Indexed;
import govsearch.insight.Queries;
import govsearch.insight.Question;
import govsearch.insight.extent.CoveragePage.Only;
import govsearch.insight.extent.CoverageRow.Cell;
import govsearch.insight.extent.CoverageRow.Status;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage over collections that can be counted by hand, and over the samples by brute force. */
class CoverageTest {

  @TempDir private Path folder;

  private Indexed townsOfSeveralYears() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2022年", "今年发展灯塔哨员四名。\n灯塔哨员作用明显。");
    Indexed.write(reports, "b.txt", "青溪县柳塘镇", "2023年", "今年没有新的做法。");
    Indexed.write(reports, "c.txt", "青溪县柳塘镇", "2025年", "一、主要做法\n灯塔哨员到村到组。");
    Indexed.write(reports, "d.txt", "白石县柳塘镇", "2025年", "我们还没有安排。");
    Indexed.write(reports, "e.txt", "白石县杏坪乡", "2021年", "全乡选出灯塔哨员。");
    Indexed.write(reports, "f.txt", "白石县杏坪乡", "", "今年的灯塔哨员很好。");
    return Indexed.folder(reports, folder.resolve("index"));
  }

  private static CoveragePage page(Indexed indexed, String query, Filters filters, Only only) {
    Question question = new Question(Queries.PARSER.parse(query).query(), Mode.EXACT, filters);
    return new Coverage(indexed.engine()).page(question, only, 50, null);
  }

  private static List<String> shown(CoveragePage page) {
    return page.rows().stream()
        .map(
            row ->
                row.place().path()
                    + " "
                    + row.cells().stream()
                        .map(cell -> cell.status().code() + cell.paragraphs())
                        .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void aProvinceOrCountyThatReportsItselfIsNoTown() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2025年", "今年发展灯塔哨员四名。");
    Indexed.write(reports, "b.txt", "青海省", "2025年", "全省发展灯塔哨员八百名。");
    Indexed.write(reports, "c.txt", "青溪县", "2024年", "全县没有新的做法。");
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      CoveragePage page = page(indexed, "“灯塔哨员”", Filters.NONE, Only.ALL);

      assertThat(page.towns()).isEqualTo(new CoveragePage.Towns(1, 1, 0, 0));
      assertThat(page.years())
          .containsExactly(
              new CoveragePage.Column(2024, 1, 0, 0, 1), new CoveragePage.Column(2025, 2, 1, 0, 0));
      assertThat(page(indexed, "“灯塔哨员”", Filters.NONE, Only.MISSING).rows())
          .extracting(row -> row.place().town())
          .containsExactly("柳塘镇");
    }
  }

  @Test
  void tellsWhoSaysItWhoDoesNotAndWhoseReportIsMissing() {
    try (Indexed indexed = townsOfSeveralYears()) {
      CoveragePage page = page(indexed, "“灯塔哨员”", Filters.NONE, Only.ALL);

      assertThat(page.years())
          .containsExactly(
              new CoveragePage.Column(2021, 1, 1, 0, 2),
              new CoveragePage.Column(2022, 1, 1, 0, 2),
              new CoveragePage.Column(2023, 1, 0, 1, 2),
              new CoveragePage.Column(2024, 0, 0, 0, 3),
              new CoveragePage.Column(2025, 2, 1, 1, 1),
              new CoveragePage.Column(null, 1, 1, 0, 0));
      assertThat(shown(page))
          .containsExactly(
              "白石县/杏坪乡 said1 missing0 missing0 missing0 missing0 said1",
              "白石县/柳塘镇 missing0 missing0 missing0 missing0 silent0 none0",
              "青溪县/柳塘镇 missing0 said2 silent0 missing0 said1 none0");
      assertThat(page.towns()).isEqualTo(new CoveragePage.Towns(3, 2, 1, 0));
      Report first = indexed.report("柳塘镇", 2022);
      assertThat(page.rows().get(2).cells().get(1))
          .isEqualTo(new Cell(Status.SAID, 1, 1, 2, first.id(), paragraph(first, "今年发展灯塔哨员四名。")));
    }
  }

  private static String paragraph(Report report, String text) {
    return report.paragraphs().stream()
        .filter(paragraph -> paragraph.text().equals(text))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void listsOnlyWhoIsAskedFor() {
    try (Indexed indexed = townsOfSeveralYears()) {
      assertThat(page(indexed, "“灯塔哨员”", Filters.NONE, Only.SILENT).rows())
          .extracting(row -> row.place().path())
          .containsExactly("白石县/柳塘镇");
      assertThat(page(indexed, "“灯塔哨员”", Filters.NONE, Only.SAID).rows())
          .extracting(row -> row.place().path())
          .containsExactly("白石县/杏坪乡", "青溪县/柳塘镇");

      Filters in2025 = Filters.of(Map.of(FacetField.YEAR, List.of("2025")));
      CoveragePage missing = page(indexed, "“灯塔哨员”", in2025, Only.MISSING);
      assertThat(shown(missing)).containsExactly("白石县/杏坪乡 missing0");
      assertThat(missing.total()).isEqualTo(1);
      assertThat(missing.towns()).isEqualTo(new CoveragePage.Towns(3, 1, 1, 1));
    }
  }

  @Test
  void aYearThatIsAskedForIsAColumnAlsoWithoutAnyReport() {
    try (Indexed indexed = townsOfSeveralYears()) {
      Filters years = Filters.of(Map.of(FacetField.YEAR, List.of("2024", "2030")));
      assertThat(page(indexed, "“灯塔哨员”", years, Only.ALL).years())
          .containsExactly(
              new CoveragePage.Column(2024, 0, 0, 0, 3), new CoveragePage.Column(2030, 0, 0, 0, 3));
      CoveragePage fields = page(indexed, "“灯塔哨员” year:2022..2024", Filters.NONE, Only.ALL);
      assertThat(fields.years()).extracting(CoveragePage.Column::year).containsExactly(2022, 2023);
      assertThat(fields.towns().total()).isEqualTo(3);
    }
  }

  /** A report of 2042 made every town's missing, of seventeen years. */
  @Test
  void ofAYearToComeNoReportIsMissingUnlessItIsAskedFor() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2023年", "今年发展灯塔哨员四名。");
    Indexed.write(reports, "b.txt", "青溪县柳塘镇", "2025年", "灯塔哨员到村到组。");
    Indexed.write(reports, "c.txt", "白石县杏坪乡", "2042年", "全乡选出灯塔哨员。");
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      CoveragePage page = page(indexed, "“灯塔哨员”", Filters.NONE, Only.ALL);
      assertThat(page.years())
          .containsExactly(
              new CoveragePage.Column(2023, 1, 1, 0, 1),
              new CoveragePage.Column(2024, 0, 0, 0, 2),
              new CoveragePage.Column(2025, 1, 1, 0, 1),
              new CoveragePage.Column(2042, 1, 1, 0, 0));
      assertThat(shown(page))
          .containsExactly(
              "白石县/杏坪乡 missing0 missing0 missing0 said1", "青溪县/柳塘镇 said1 missing0 said1 none0");

      Filters chosen = Filters.of(Map.of(FacetField.YEAR, List.of("2042")));
      assertThat(shown(page(indexed, "“灯塔哨员”", chosen, Only.MISSING)))
          .containsExactly("青溪县/柳塘镇 missing0");
      assertThat(page(indexed, "“灯塔哨员” year:2025..2042", Filters.NONE, Only.ALL).years())
          .extracting(CoveragePage.Column::year)
          .containsExactly(2025, 2042);
    }
  }

  @Test
  void aPlaceThatIsNotAskedIsNotSilent() {
    try (Indexed indexed = townsOfSeveralYears()) {
      Filters county = Filters.of(Map.of(FacetField.REGION, List.of("青溪县")));
      List<String> expected = List.of("青溪县/柳塘镇 said2 silent0 missing0 said1");
      assertThat(shown(page(indexed, "“灯塔哨员”", county, Only.ALL))).isEqualTo(expected);
      assertThat(shown(page(indexed, "county:青溪县 “灯塔哨员”", Filters.NONE, Only.ALL)))
          .isEqualTo(expected);
    }
  }

  @Test
  void pagesGoOnToTheEnd() {
    try (Indexed indexed = townsOfSeveralYears()) {
      Question question = new Question(new Query.Phrase("灯塔哨员"), Mode.EXACT, Filters.NONE);
      Coverage coverage = new Coverage(indexed.engine());
      List<CoverageRow> rows = new ArrayList<>();
      String cursor = null;
      do {
        CoveragePage page = coverage.page(question, Only.ALL, 1, cursor);
        assertThat(page.total()).isEqualTo(3);
        rows.addAll(page.rows());
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(rows).isEqualTo(coverage.page(question, Only.ALL, 3, null).rows());

      String other = coverage.page(question, Only.ALL, 1, null).nextCursor();
      assertThatThrownBy(() -> coverage.page(question, Only.SAID, 1, other))
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Test
  void anEmptyCollectionHasNoRows() {
    try (Indexed indexed = Indexed.folder(folder, folder.resolve("index"))) {
      CoveragePage page = page(indexed, "“灯塔哨员”", Filters.NONE, Only.ALL);
      assertThat(page)
          .isEqualTo(
              new CoveragePage(List.of(), new CoveragePage.Towns(0, 0, 0, 0), 0, List.of(), null));
    }
  }

  @Test
  void isWhatOneCountsInTheSamples() {
    try (Indexed indexed = Indexed.folder(SampleReports.FOLDER, folder.resolve("index"))) {
      for (String phrase : List.of("法律明白人", "法治", "网格员", "没有人这样写", "一")) {
        CoveragePage page = page(indexed, "“" + phrase + "”", Filters.NONE, Only.ALL);

        assertThat(page.years())
            .extracting(CoveragePage.Column::year)
            .containsExactly(2021, 2022, 2023, 2024, 2025);
        assertThat(page.rows()).hasSize(12).extracting(CoverageRow::place).doesNotHaveDuplicates();
        for (CoverageRow row : page.rows()) {
          assertThat(row.cells())
              .as(row.place() + " " + phrase)
              .isEqualTo(
                  IntStream.rangeClosed(2021, 2025)
                      .mapToObj(year -> counted(indexed.reports(), row.place(), year, phrase))
                      .toList());
        }
      }
    }
  }

  /** The samples have no two reports of a town and year. */
  private static Cell counted(List<Report> reports, Place place, int year, String phrase) {
    for (Report report : reports) {
      if (new Place(report.head().region(), report.head().town()).equals(place)
          && Objects.equals(report.head().year(), year)) {
        List<Paragraph> saying =
            report.paragraphs().stream()
                .filter(p -> Literal.literal(p.text()).contains(phrase))
                .toList();
        return saying.isEmpty()
            ? new Cell(Status.SILENT, 1, 0, 0, report.id(), null)
            : new Cell(Status.SAID, 1, 1, saying.size(), report.id(), saying.getFirst().id());
      }
    }
    return new Cell(Status.MISSING, 0, 0, 0, null, null);
  }

  @Test
  void aSeedThatDoesNotSayItIsSilentAndNotMissing() {
    Path seeds = Shared.folder("seeds");
    try (Indexed indexed = Indexed.folder(seeds, folder.resolve("index"))) {
      CoveragePage page = page(indexed, "“法律明白人”", Filters.NONE, Only.ALL);
      CoverageRow row =
          page.rows().stream()
              .filter(one -> "拦隆口镇".equals(one.place().town()))
              .findFirst()
              .orElseThrow();
      int year2025 = page.years().stream().map(CoveragePage.Column::year).toList().indexOf(2025);
      assertThat(row.cells().get(year2025))
          .isEqualTo(new Cell(Status.SILENT, 1, 0, 0, indexed.report("拦隆口镇", 2025).id(), null));
    }
  }
}
