package govsearch.insight.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.SampleReports;
import govsearch.insight.Indexed;
import govsearch.insight.Question;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trends over collections that can be counted by hand, and over the samples by brute force. */
class TrendTest {

  @TempDir private Path folder;

  private static Question phrase(String phrase) {
    return new Question(new Query.Phrase(phrase), Mode.EXACT, Filters.NONE);
  }

  private Indexed someYears() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2022年", "今年发展灯塔哨员四名。\n灯塔哨员作用明显。");
    Indexed.write(reports, "b.txt", "青溪县杏坪乡", "2022年", "今年没有新的做法。");
    Indexed.write(reports, "c.txt", "青溪县柳塘镇", "2025年", "灯塔哨员到村到组，夜谈会到户。");
    Indexed.write(reports, "d.txt", "白石县柳塘镇", "", "夜谈会已经开起来了。");
    return Indexed.folder(reports, folder.resolve("index"));
  }

  @Test
  void countsYearByYearAndYearsWithoutAnyReportToo() {
    try (Indexed indexed = someYears()) {
      List<Trend.Line> lines =
          new Trend(indexed.engine()).lines(List.of(phrase("灯塔哨员"), phrase("夜谈会")));

      assertThat(lines.get(0).bins())
          .containsExactly(
              new Trend.Bin(2022, new Extent(2, 1, 2)),
              new Trend.Bin(2023, new Extent(0, 0, 0)),
              new Trend.Bin(2024, new Extent(0, 0, 0)),
              new Trend.Bin(2025, new Extent(1, 1, 1)),
              new Trend.Bin(null, new Extent(1, 0, 0)));
      assertThat(lines.get(0).total()).isEqualTo(new Extent(4, 2, 3));
      assertThat(lines.get(1).bins().getLast()).isEqualTo(new Trend.Bin(null, new Extent(1, 1, 1)));
      Extent first = lines.get(0).bins().getFirst().extent();
      assertThat(first.share()).isEqualTo(0.5);
      assertThat(first.perReport()).isEqualTo(1.0);
      assertThat(lines.get(0).bins().get(1).extent().share()).isNull();
    }
  }

  @Test
  void aYearToComeStretchesNoTrend() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2023年", "今年发展灯塔哨员四名。");
    Indexed.write(reports, "b.txt", "青溪县柳塘镇", "2025年", "今年没有新的做法。");
    Indexed.write(reports, "c.txt", "白石县杏坪乡", "2042年", "全乡选出灯塔哨员。");
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      Trend.Line line = new Trend(indexed.engine()).lines(List.of(phrase("灯塔哨员"))).getFirst();
      assertThat(line.bins()).extracting(Trend.Bin::year).containsExactly(2023, 2024, 2025, 2042);
      assertThat(line.total()).isEqualTo(new Extent(3, 2, 2));
      assertThat(new Spread(indexed.engine()).page(phrase("灯塔哨员"), null, 9, null).years())
          .containsExactly(2023, 2024, 2025, 2042);
    }
  }

  @Test
  void aQuestionToSomeReportsIsMeasuredByThese() {
    try (Indexed indexed = someYears()) {
      Question narrow =
          new Question(
              new Query.And(
                  List.of(new Query.FieldIs(Query.Field.TOWN, "柳塘镇"), new Query.Phrase("灯塔哨员"))),
              Mode.EXACT,
              Filters.of(Map.of(FacetField.REGION, List.of("青溪县"))));
      Trend.Line line = new Trend(indexed.engine()).lines(List.of(narrow)).getFirst();
      assertThat(line.total()).isEqualTo(new Extent(2, 2, 3));
      assertThat(line.bins()).extracting(Trend.Bin::year).containsExactly(2022, 2023, 2024, 2025);
    }
  }

  @Test
  void isWhatOneCountsInTheSamples() {
    try (Indexed indexed = Indexed.folder(SampleReports.FOLDER, folder.resolve("index"))) {
      for (String phrase : List.of("法律明白人", "法治", "没有人这样写", "一")) {
        Trend.Line line = new Trend(indexed.engine()).lines(List.of(phrase(phrase))).getFirst();
        assertThat(line.bins())
            .extracting(Trend.Bin::year)
            .containsExactly(2021, 2022, 2023, 2024, 2025);
        for (Trend.Bin bin : line.bins()) {
          List<Report> reports =
              indexed.reports().stream()
                  .filter(report -> Objects.equals(report.head().year(), bin.year()))
                  .toList();
          assertThat(bin.extent())
              .as(phrase + " " + bin.year())
              .isEqualTo(
                  new Extent(
                      reports.size(),
                      reports.stream().filter(report -> paragraphs(report, phrase) > 0).count(),
                      reports.stream().mapToLong(report -> paragraphs(report, phrase)).sum()));
        }
      }
    }
  }

  static long paragraphs(Report report, String phrase) {
    return report.paragraphs().stream()
        .filter(paragraph -> Literal.literal(paragraph.text()).contains(phrase))
        .count();
  }

  @Test
  void anEmptyCollectionHasNoBinsAndTooManyQuestionsAreRefused() {
    try (Indexed indexed = Indexed.folder(folder, folder.resolve("index"))) {
      Trend trend = new Trend(indexed.engine());
      assertThat(trend.lines(List.of(phrase("法治"))))
          .containsExactly(new Trend.Line(List.of(), new Extent(0, 0, 0)));
      assertThatThrownBy(() -> trend.lines(Collections.nCopies(11, phrase("法治"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
