package govsearch.insight.extent;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.insight.Indexed;
import govsearch.insight.Question;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.ReportHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spread over collections that can be counted by hand, and over the samples by brute force. */
class SpreadTest {

  @TempDir private Path folder;

  private static SpreadPage page(Indexed indexed, String phrase, String parent) {
    return new Spread(indexed.engine())
        .page(new Question(new Query.Phrase(phrase), Mode.EXACT, Filters.NONE), parent, 50, null);
  }

  private Indexed someRegions() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2022年", "今年发展灯塔哨员四名。\n灯塔哨员作用明显。");
    Indexed.write(reports, "b.txt", "青溪县杏坪乡", "2022年", "今年没有新的做法。");
    Indexed.write(reports, "c.txt", "青溪县柳塘镇", "2025年", "灯塔哨员到村到组。");
    Indexed.write(reports, "d.txt", "白石县柳塘镇", "2025年", "灯塔哨员已经选出来了。");
    return Indexed.folder(reports, folder.resolve("index"));
  }

  @Test
  void countsThoseDirectlyBelowMostFirst() {
    try (Indexed indexed = someRegions()) {
      SpreadPage top = page(indexed, "灯塔哨员", null);
      assertThat(top.rows())
          .containsExactly(
              new SpreadPage.Row("青溪县", false, new Extent(3, 2, 3), 2, years(2, 1, 2, 1, 1, 1)),
              new SpreadPage.Row("白石县", false, new Extent(1, 1, 1), 1, years(0, 0, 0, 1, 1, 1)));
      assertThat(top.years()).containsExactly(2022, 2023, 2024, 2025);
      assertThat(top.whole()).isEqualTo(new Extent(4, 3, 4));

      SpreadPage county = page(indexed, "灯塔哨员", "青溪县");
      assertThat(county.rows())
          .containsExactly(
              new SpreadPage.Row("青溪县/柳塘镇", true, new Extent(2, 2, 3), 0, years(1, 1, 2, 1, 1, 1)),
              new SpreadPage.Row("青溪县/杏坪乡", true, new Extent(1, 0, 0), 0, years(1, 0, 0, 0, 0, 0)));
      assertThat(county.rows()).extracting(SpreadPage.Row::name).containsExactly("柳塘镇", "杏坪乡");
      assertThat(county.own()).isEqualTo(new Extent(0, 0, 0));

      SpreadPage town = page(indexed, "灯塔哨员", "青溪县/柳塘镇");
      assertThat(town.rows()).isEmpty();
      assertThat(town.own()).isEqualTo(new Extent(2, 2, 3));
      assertThat(page(indexed, "灯塔哨员", "无此县").whole()).isEqualTo(new Extent(0, 0, 0));
    }
  }

  /** Of 2022 and 2025, with nothing in between. */
  private static List<Extent> years(int a, int b, int c, int d, int e, int f) {
    return List.of(new Extent(a, b, c), Extent.NONE, Extent.NONE, new Extent(d, e, f));
  }

  @Test
  void pagesGoOnToTheEnd() {
    try (Indexed indexed = someRegions()) {
      Question question = new Question(new Query.Phrase("灯塔哨员"), Mode.EXACT, Filters.NONE);
      Spread spread = new Spread(indexed.engine());
      List<SpreadPage.Row> rows = new ArrayList<>();
      String cursor = null;
      do {
        SpreadPage page = spread.page(question, null, 1, cursor);
        assertThat(page.total()).isEqualTo(2);
        rows.addAll(page.rows());
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(rows).isEqualTo(spread.page(question, null, 2, null).rows()).hasSize(2);
    }
  }

  @Test
  void everyLevelIsWhatOneCountsInTheSamples() {
    try (Indexed indexed = Indexed.folder(SampleReports.FOLDER, folder.resolve("index"))) {
      for (String phrase : List.of("法律明白人", "法治", "没有人这样写")) {
        assertThat(below(indexed, phrase, null)).isEqualTo(14);
      }
    }
  }

  /** Checks a level and those below it; gives how many reports they are. */
  private static long below(Indexed indexed, String phrase, String parent) {
    SpreadPage page = page(indexed, phrase, parent);
    long reports = page.own().reports();
    for (SpreadPage.Row row : page.rows()) {
      List<ReportHead> heads =
          indexed.reports().stream()
              .map(report -> report.head())
              .filter(
                  head -> (String.join("/", head.placeNames()) + "/").startsWith(row.path() + "/"))
              .toList();
      Extent expected = Extent.NONE;
      for (ReportHead head : heads) {
        long found = TrendTest.paragraphs(indexed.engine().report(head.id()).orElseThrow(), phrase);
        expected = expected.plus(new Extent(1, found > 0 ? 1 : 0, found));
      }
      assertThat(row.extent()).as(row.path() + " " + phrase).isEqualTo(expected);
      assertThat(row.years().stream().reduce(Extent.NONE, Extent::plus)).isEqualTo(expected);
      for (int i = 0; i < page.years().size(); i++) {
        Integer year = page.years().get(i);
        assertThat(row.years().get(i).reports())
            .isEqualTo(heads.stream().filter(head -> Objects.equals(head.year(), year)).count());
      }
      reports += row.town() ? row.extent().reports() : below(indexed, phrase, row.path());
    }
    assertThat(page.whole().reports()).isEqualTo(reports);
    return reports;
  }

  @Test
  void anEmptyCollectionHasNoRegions() {
    try (Indexed indexed = Indexed.folder(folder, folder.resolve("index"))) {
      assertThat(page(indexed, "法治", null))
          .isEqualTo(new SpreadPage(List.of(), Extent.NONE, Extent.NONE, 0, List.of(), null));
    }
  }
}
