package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearReaderTest {

  @ParameterizedTest
  @CsvSource({
    "乌有镇2025年法治政府建设情况报告, 2025",
    "乌有镇2025年度法治政府建设情况报告, 2025",
    "乌有镇２０２５年度报告, 2025",
    "乌有镇二〇二五年报告, 2025",
    "乌有镇二○二四年度报告, 2024",
    "乌有镇二零二四年报告, 2024",
    "乌有镇二O二四年报告, 2024",
    "乌有镇 2024 年法治政府建设情况, 2024",
    "《法治政府建设实施纲要（2021—2025年）》2023年贯彻落实情况报告, 2023",
    "贯彻《纲要（2021-2025）》二〇二三年情况报告, 2023",
    "“八五”普法规划（2021年至2025年）2022年度总结, 2022",
    "2023年法治政府建设情况报告暨2024年工作计划, 2023",
    "2024年1月至12月法治政府建设情况报告, 2024",
    "2024年1-12月法治政府建设情况报告, 2024",
    "（2025年1月8日）乌有镇2024年法治政府建设情况报告, 2024",
    "乌有镇2024法治报告, 2024",
    "2024_乌有镇, 2024",
    "1998年依法行政报告, 1998",
  })
  void aTitleGivesTheYearThatItIsOn(String title, int year) {
    assertThat(YearReader.inTitle(title)).contains(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "乌有镇法治政府建设情况报告",
        "法治政府建设实施纲要（2021—2025年）",
        "2021-2025年规划",
        "2025年12月9日",
        "二〇二四年一月十五日",
        "2025-01-23 报告",
        "20250123报告",
        "2025.1.23",
        "自2020年代以来",
        "1024年",
        "20240年",
        "第2024号",
        "乌政发〔2024〕3号",
      })
  void spansAndDatesAndNumbersAreNoYear(String title) {
    assertThat(YearReader.inTitle(title)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2024年以来，我镇, 2024", "'２０２４年度，乌有镇', 2024", "二〇二三年，街道, 2023"})
  void aSentenceMayOpenWithItsYear(String sentence, int year) {
    assertThat(YearReader.opening(sentence)).contains(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"过去的2024年", "2024年12月，乌有镇", "2021—2025年，乌有镇", "2024年底，"})
  void aSentenceThatOpensOtherwiseGivesNone(String sentence) {
    assertThat(YearReader.opening(sentence)).isEmpty();
  }
}
