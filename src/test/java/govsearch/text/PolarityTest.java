package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolarityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"网格员队伍不够稳定", "法治专业力量薄弱", "普法形式单一", "机制有待健全", "制度执行流于形式", "案件积压，压力较大", "无专职人员"})
  void aLackIsSeenByItsCue(String text) {
    assertThat(Polarity.lacks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"网格员队伍稳定", "不断提升执法水平", "关爱未成年人", "有效破解执法力量不足难题", "少数民族群众受益", "矛盾纠纷减少三成", "无缝对接"})
  void successIsNotTakenForALack(String text) {
    assertThat(Polarity.lacks(text)).isFalse();
  }
}
