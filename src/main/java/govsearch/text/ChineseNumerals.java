package govsearch.text;

import java.util.OptionalInt;

/** Chinese numerals below one hundred, as headings count, and years written digit by digit. */
public final class ChineseNumerals {

  /** What is typed for 〇 in years: circles, and the letter O of three alphabets. */
  public static final String ZERO_LIKE = "〇○◯ＯOОΟ";

  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumerals() {}

  /** The value of 一 … 九十九; empty for anything else. */
  public static OptionalInt ordinal(String numeral) {
    int ten = numeral.indexOf('十');
    if (ten < 0) {
      return numeral.length() == 1 ? digit(numeral.charAt(0)) : OptionalInt.empty();
    }
    OptionalInt tens =
        ten == 0 ? OptionalInt.of(1) : ten == 1 ? digit(numeral.charAt(0)) : OptionalInt.empty();
    String rest = numeral.substring(ten + 1);
    OptionalInt ones =
        rest.isEmpty()
            ? OptionalInt.of(0)
            : rest.length() == 1 ? digit(rest.charAt(0)) : OptionalInt.empty();
    if (tens.isEmpty() || ones.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(tens.getAsInt() * 10 + ones.getAsInt());
  }

  /** The value of a year written digit by digit, in Chinese (二〇二五) or other decimal digits. */
  public static OptionalInt year(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = ZERO_LIKE.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c);
      if (digit < 0) {
        digit = Character.digit(c, 10);
      }
      if (digit < 0) {
        return OptionalInt.empty();
      }
      value = value * 10 + digit;
    }
    return digits.length() == 4 ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static OptionalInt digit(char c) {
    int value = DIGITS.indexOf(c);
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
