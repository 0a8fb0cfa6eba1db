package govsearch.insight.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.MatchSummary;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.insight.Indexed;
import govsearch.insight.Queries;
import govsearch.insight.checklist.MatrixRow.Cell;
import govsearch.insight.checklist.MatrixRow.Status;
import govsearch.insight.checklist.MatrixTable.Dates;
import govsearch.insight.checklist.MatrixTable.Sum;
import govsearch.insight.checklist.Publishing.Timeliness;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.Metadata;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrices of a collection counted by hand, and their cells against searches. */
class MatrixTest {

  @TempDir private Path folder;

  private static Matrix.Request request(
      List<String> items, Mode mode, String region, int year, @Nullable LocalDate deadline) {
    List<Query> queries = items.stream().map(item -> Queries.PARSER.parse(item).query()).toList();
    return new Matrix.Request(queries, mode, region, year, Filters.NONE, deadline);
  }

  private static Report published(Report report, @Nullable String day) {
    ReportHead head = report.head();
    Metadata old = head.metadata();
    Metadata with =
        new Metadata(
            old.title(),
            old.province(),
            old.city(),
            old.county(),
            old.town(),
            old.year(),
            day == null ? null : new Sourced<>(day, Provenance.SITE));
    return new Report(
        new ReportHead(head.id(), with, head.paragraphCount(), head.sources()),
        report.paragraphs());
  }

  @Test
  void tellsWhoSaysWhatWhoDoesNotWhoseReportIsMissingAndWhenItCame() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2024年", "今年发展灯塔哨员四名。\n灯塔哨员作用明显。\n开展夜校。");
    Indexed.write(reports, "b.txt", "青溪县杏坪乡", "2024年", "今年没有新的做法。");
    Indexed.write(reports, "c.txt", "青溪县石滩镇", "2023年", "灯塔哨员到村到组。");
    Indexed.write(reports, "d.txt", "青溪县荷塘镇", "2024年", "一、主要做法\n夜校开到村里。");
    Indexed.write(reports, "e.txt", "白石县柳塘镇", "2024年", "灯塔哨员到村到组。");
    Indexed.write(reports, "f.txt", "青溪县", "2024年", "全县发展灯塔哨员八百名。");
    List<Report> read;
    try (Indexed plain = Indexed.folder(reports, folder.resolve("plain"))) {
      read = plain.reports();
    }
    Path index = folder.resolve("index");
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      for (Report report : read) {
        String day =
            switch (String.valueOf(report.head().town())) {
              case "柳塘镇" -> "2025年1月31日";
              case "杏坪乡" -> "2025-02-01";
              case "荷塘镇" -> "年初";
              default -> null;
            };
        sink.put(published(report, day));
      }
      sink.commit();
    }
    try (SearchEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1))) {
      MatrixTable table =
          new Matrix(engine)
              .table(
                  request(
                      List.of("“灯塔哨员”", "夜校"), Mode.WORDS, "青溪县", 2024, LocalDate.of(2025, 1, 31)));

      assertThat(table.rows())
          .extracting(row -> row.place().path())
          .containsExactly("青溪县", "青溪县/杏坪乡", "青溪县/柳塘镇", "青溪县/石滩镇", "青溪县/荷塘镇");
      assertThat(table.rows())
          .extracting(row -> row.cells().stream().map(Cell::status).toList())
          .containsExactly(
              List.of(Status.SAID, Status.SILENT),
              List.of(Status.SILENT, Status.SILENT),
              List.of(Status.SAID, Status.SAID),
              List.of(Status.MISSING, Status.MISSING),
              List.of(Status.SILENT, Status.SAID));
      assertThat(table.rows().get(2).cells().getFirst().paragraphs()).isEqualTo(2);
      assertThat(table.rows())
          .extracting(MatrixRow::timeliness)
          .containsExactly(
              Timeliness.UNKNOWN,
              Timeliness.LATE,
              Timeliness.ON_TIME,
              Timeliness.MISSING,
              Timeliness.UNKNOWN);
      assertThat(table.sums()).containsExactly(new Sum(1, 2, 1), new Sum(2, 1, 1));
      assertThat(table.dates()).isEqualTo(new Dates(1, 1, 1, 1));
      assertThat(table.rows().get(3).reportId()).isNull();
      assertThat(
              new Matrix(engine)
                  .table(request(List.of("灯塔哨员"), Mode.EXACT, "青溪县", 1999, null))
                  .sums())
          .containsExactly(new Sum(0, 0, 4));
      assertThat(
              new Matrix(engine)
                  .table(request(List.of("灯塔哨员"), Mode.EXACT, "无此县", 2024, null))
                  .rows())
          .isEmpty();
    }
  }

  @Test
  void cellsAreWhatSearchesFind() {
    Random random = new Random(20_261_127);
    try (Indexed samples = Indexed.folder(Path.of("src", "samples"), folder.resolve("index"))) {
      List<String> items = new ArrayList<>(List.of("“法律明白人”", "普法 OR 调解", "网格员 -培训", "章节:问题 执法"));
      for (int i = 0; i < 16; i++) {
        Report report = samples.reports().get(random.nextInt(samples.reports().size()));
        String text = report.paragraphs().get(random.nextInt(report.paragraphs().size())).text();
        int from = random.nextInt(text.length());
        items.add("“" + text.substring(from, Math.min(text.length(), from + 3)) + "”");
      }
      items.removeIf(item -> Queries.PARSER.parse(item).query() instanceof Query.Everything);
      Set<String> regions =
          Set.copyOf(
              samples.reports().stream()
                  .map(report -> String.join("/", report.head().region()))
                  .filter(region -> !region.isEmpty())
                  .toList());
      int said = 0;
      for (Mode mode : List.of(Mode.EXACT, Mode.WORDS, Mode.LOOSE)) {
        for (String region : regions) {
          for (int year : new int[] {2023, 2024}) {
            Matrix.Request asked = request(items, mode, region, year, null);
            for (MatrixRow row : new Matrix(samples.engine()).table(asked).rows()) {
              for (int item = 0; item < items.size(); item++) {
                said += assertAsSearched(samples, asked, row, item);
              }
            }
          }
        }
      }
      assertThat(said).isGreaterThan(50);
    }
  }

  private static int assertAsSearched(
      Indexed samples, Matrix.Request asked, MatrixRow row, int item) {
    Filters there =
        Filters.of(
            Map.of(
                FacetField.REGION, List.of(row.place().path()),
                FacetField.YEAR, List.of(Integer.toString(asked.year()))));
    if (row.place().town() == null) {
      return 0; // a search there finds its towns too
    }
    SearchResult found =
        samples
            .engine()
            .search(
                new SearchRequest(
                    asked.items().get(item), asked.mode(), there, SortOrder.OLDEST, 1, null));
    Cell cell = row.cells().get(item);
    boolean asAsked = found.mode() == asked.mode(); // where words find nothing, a search widens
    long expected = asAsked ? found.total().value() : 0;
    assertThat(cell.paragraphs())
        .as("%s %s", row.place(), asked.items().get(item))
        .isEqualTo(expected);
    assertThat(cell.status())
        .isEqualTo(
            row.reports() == 0 ? Status.MISSING : expected > 0 ? Status.SAID : Status.SILENT);
    if (expected > 0) {
      assertThat(cell.reportId()).isEqualTo(found.hits().getFirst().report().id());
      assertThat(cell.paragraphId()).isEqualTo(found.hits().getFirst().paragraph().id());
    }
    return expected > 0 ? 1 : 0;
  }

  @Test
  void aWholeCountryIsRefusedBeforeAnythingElseIsLookedAt() {
    SearchEngine counting =
        (SearchEngine)
            Proxy.newProxyInstance(
                MatrixTest.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, args) -> {
                  assertThat(method.getName()).isEqualTo("summary");
                  return new MatchSummary(
                      900_000, 20_000, Matrix.MOST_TOWNS + 1L, List.of(2020, 2024));
                });
    Matrix.Request request = request(List.of("普法"), Mode.WORDS, "未注明", 2024, null);
    assertThatThrownBy(() -> new Matrix(counting).table(request))
        .isInstanceOf(ChecklistMistakeException.class)
        .hasMessageContaining("1001 个乡镇")
        .hasMessageContaining("请用 town 指定");
  }
}
