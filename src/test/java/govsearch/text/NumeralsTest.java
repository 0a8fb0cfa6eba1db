package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "12|12",
        "1,400|1400",
        "1.2万|12000",
        "3千|3000",
        "0.5亿|50000000",
        "2万亿|2000000000000",
        "两|2",
        "十|10",
        "十五|15",
        "二十|20",
        "二十一|21",
        "一百零五|105",
        "三百二十五|325",
        "两千|2000",
        "一万二千|12000",
        "三十万|300000",
        "一亿二千万|120000000",
        "一万亿|1000000000000",
        "一万零三|10003",
        "1万2千|12000",
        "3万5000|35000",
        "1万2千300|12300",
        "1亿2350.5万|123505000",
        "1亿2350.5|100002350.5",
      })
  void readsWhatReportsWrite(String numeral, BigDecimal value) {
    assertThat(Numerals.value(numeral))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "名", "二零二五", "三五", "1.2.3万", "3百5000", "1.5万2千", "2千3万", "12人", ",", "."})
  void whatIsNoNumeralHasNoValue(String text) {
    assertThat(Numerals.value(text)).isEmpty();
  }

  @Test
  void everyNumeralBelowTenThousandIsReadBack() {
    for (int value = 1; value < 10_000; value++) {
      assertThat(Numerals.value(chinese(value)))
          .as(chinese(value))
          .contains(BigDecimal.valueOf(value));
    }
  }

  /** As it is spoken: 一千零一十, 二十. */
  private static String chinese(int value) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int scale = 1_000; scale >= 1; scale /= 10) {
      int digit = value / scale % 10;
      if (digit == 0) {
        gap = !out.isEmpty();
      } else {
        out.append(gap ? "零" : "").append("零一二三四五六七八九".charAt(digit));
        out.append(
            scale == 1
                ? ""
                : switch (scale) {
                  case 10 -> "十";
                  case 100 -> "百";
                  default -> "千";
                });
        gap = false;
      }
    }
    return out.toString().startsWith("一十") ? out.substring(1) : out.toString();
  }
}
