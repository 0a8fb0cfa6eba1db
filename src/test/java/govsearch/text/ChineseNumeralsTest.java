package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {

  private static final String DIGITS = "零一二三四五六七八九";

  @Test
  void ordinalsFromOneToNinetyNineAreRead() {
    for (int number = 1; number < 100; number++) {
      assertThat(ChineseNumerals.ordinal(written(number))).as(written(number)).hasValue(number);
    }
    assertThat(ChineseNumerals.ordinal("一十")).hasValue(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "零", "百", "一百", "十十", "二二", "十零", "二十零", "1", "甲", "一二十"})
  void whatIsNoOrdinalIsNone(String numeral) {
    assertThat(ChineseNumerals.ordinal(numeral)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "二〇二五, 2025",
    "二零二五, 2025",
    "二○二五, 2025",
    "二Ｏ二五, 2025",
    "二O二五, 2025",
    "２０２５, 2025",
    "2025, 2025",
    "一九九八, 1998",
    "二0二五, 2025",
  })
  void yearsAreReadDigitByDigitWhateverTheirZeroIs(String written, int year) {
    assertThat(ChineseNumerals.year(written)).hasValue(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "二五", "二十二五", "20255", "202a", "两〇二五"})
  void whatHasNotFourDigitsIsNoYear(String written) {
    assertThat(ChineseNumerals.year(written)).isEmpty();
  }

  private static String written(int number) {
    String ones = number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1);
    return switch (number / 10) {
      case 0 -> ones;
      case 1 -> "十" + ones;
      default -> DIGITS.charAt(number / 10) + "十" + ones;
    };
  }
}
