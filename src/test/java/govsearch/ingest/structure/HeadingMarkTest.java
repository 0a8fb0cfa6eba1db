package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingMarkTest {

  @ParameterizedTest
  @CsvSource({
    "一、主要做法, 1, 1, 2",
    "十二、附则, 1, 12, 3",
    "一．主要做法, 1, 1, 2",
    "一. 主要做法, 1, 1, 3",
    "第一部分 主要做法, 1, 1, 5",
    "第二部分：存在问题, 1, 2, 5",
    "第三章 保障, 1, 3, 4",
    "（一）加强学习, 2, 1, 3",
    "(十一) 加强学习, 2, 11, 5",
    "（三)加强学习, 2, 3, 3",
    "（ 二 ）加强学习, 2, 2, 5",
    "（一）、加强学习, 2, 1, 4",
    "㈡加强学习, 2, 2, 1",
    "1.加强学习, 3, 1, 2",
    "1. 加强学习, 3, 1, 3",
    "１．加强学习, 3, 1, 2",
    "12、加强学习, 3, 12, 3",
    "2.12345热线工单办理, 3, 2, 2",
    "1.2024年3月开展宣讲, 3, 1, 2",
    "⒊加强学习, 3, 3, 1",
    "（1）加强学习, 4, 1, 3",
    "(２)加强学习, 4, 2, 3",
    "3）加强学习, 4, 3, 2",
    "④加强学习, 4, 4, 1",
    "⑸加强学习, 4, 5, 1",
  })
  void everyFormOfNumberHasItsLevel(String line, int level, int number, int length) {
    HeadingMark mark = HeadingMark.of(line).orElseThrow();
    assertThat(mark.level()).isEqualTo(level);
    assertThat(mark.number()).isEqualTo(number);
    assertThat(mark.length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4.15国家安全教育日",
        "12.4宪法宣传周",
        "1.5万人次",
        "1.125亿元",
        "2024.1.8",
        "2024年工作",
        "三.八妇女节",
        "二、三产业融合发展",
        "三、四月份",
        "1、2号楼",
        "一是加强学习",
        "一方面",
        "（示例）",
        "（2024年）",
        "十十、",
        "、",
        "",
      })
  void figuresAndDatesAreNoNumbersOfHeadings(String line) {
    assertThat(HeadingMark.of(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"一、三年来工作回顾", "二、二〇二四年工作回顾", "一、一年来的工作", "三、四个方面的问题"})
  void aHeadingMayBeginWithANumeral(String line) {
    assertThat(HeadingMark.of(line)).map(HeadingMark::level).contains(1);
  }
}
