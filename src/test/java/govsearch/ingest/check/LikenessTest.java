package govsearch.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.places.DivisionNames;
import govsearch.ingest.places.DivisionNames.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Official names, short ones and older ones. */
class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "甘南藏族自治州, 甘南藏族自治州, SAME",
    "甘南州, 甘南藏族自治州, SHORT",
    "甘南, 甘南藏族自治州, SHORT",
    "甘肃, 甘肃省, SHORT",
    "广西, 广西壮族自治区, SHORT",
    "内蒙古, 内蒙古自治区, SHORT",
    "新疆, 新疆维吾尔自治区, SHORT",
    "酉阳县, 酉阳土家族苗族自治县, SHORT",
    "东乡县, 东乡族自治县, SHORT",
    "鄂伦春旗, 鄂伦春自治旗, SHORT",
    "湟中县, 湟中区, RENAMED",
    "毕节地区, 毕节市, RENAMED",
    "萬州區, 万州区, SAME",
    "忠县, 忠州区, OTHER",
    "城区, 东城区, OTHER",
    "甘南县, 甘南藏族自治州, OTHER",
    "海南省, 海南藏族自治州, OTHER",
  })
  void namesAreLike(String written, String official, Likeness likeness) {
    assertThat(DivisionNames.likeness(written, official)).isEqualTo(likeness);
  }
}
