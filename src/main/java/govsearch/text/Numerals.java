package govsearch.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of numerals as reports write them: 1,400, 1.2万, 三百二十五, 十五, 两百. */
final class Numerals {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final long TEN_THOUSAND = 10_000;
  private static final long HUNDRED_MILLION = 100_000_000;

  private static final Pattern DECIMAL = Pattern.compile("[0-9]++(?:\\.[0-9]++)?+");

  /** Of a number that has scales within it; what has a point is the last one. */
  private static final Pattern PART =
      Pattern.compile("(?<digits>[0-9]++(?:\\.[0-9]++(?=[十百千万亿]?+$))?+)(?<scale>[十百千万亿])?+");

  private Numerals() {}

  /**
   * The value.
   *
   * @param numeral in literal form: decimal digits with commas and a point, or Chinese, or digits
   *     before 十, 百, 千, 万, 亿
   * @return empty if it is no numeral
   */
  static Optional<BigDecimal> value(String numeral) {
    int scale = numeral.length();
    while (scale > 0 && scaleOf(numeral.charAt(scale - 1)) > 1) {
      scale--;
    }
    String digits = numeral.substring(0, scale).replace(",", "");
    if (DECIMAL.matcher(digits).matches()) {
      BigDecimal value = new BigDecimal(digits);
      for (char c : numeral.substring(scale).toCharArray()) {
        value = value.multiply(BigDecimal.valueOf(scaleOf(c)));
      }
      return Optional.of(value);
    }
    try {
      return mixed(numeral).or(() -> chinese(numeral).map(BigDecimal::valueOf));
    } catch (ArithmeticException e) {
      return Optional.empty(); // 亿亿亿亿 is beyond what anybody counts
    }
  }

  /** 1万2千, 3万5000, 1亿2350.5万: each part less than one of the scale before it. */
  private static Optional<BigDecimal> mixed(String numeral) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal before = null;
    int at = 0;
    for (Matcher part = PART.matcher(numeral); at < numeral.length(); at = part.end()) {
      if (!part.region(at, numeral.length()).lookingAt()) {
        return Optional.empty();
      }
      String scaled = part.group("scale");
      BigDecimal scale = BigDecimal.valueOf(scaled == null ? 1 : scaleOf(scaled.charAt(0)));
      BigDecimal value = new BigDecimal(part.group("digits")).multiply(scale);
      if (before != null && value.compareTo(before) >= 0) {
        return Optional.empty();
      }
      total = total.add(value);
      before = scale;
    }
    return before == null ? Optional.empty() : Optional.of(total);
  }

  /** Sections of 亿 and 万, in each thousands, hundreds, tens and ones. */
  private static Optional<Long> chinese(String numeral) {
    long total = 0;
    long section = 0;
    long digit = -1;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i) == '〇' ? '零' : numeral.charAt(i) == '两' ? '二' : numeral.charAt(i);
      long scale = scaleOf(c);
      if (DIGITS.indexOf(c) >= 0) {
        if (digit > 0) {
          return Optional.empty(); // digit by digit: a year or a number plate, or 三五
        }
        digit = DIGITS.indexOf(c);
      } else if (scale >= TEN_THOUSAND) {
        section += Math.max(digit, 0);
        if (scale == HUNDRED_MILLION) { // of all before it: 一万亿
          total = Math.multiplyExact(Math.max(total + section, 1), scale);
        } else {
          total = Math.addExact(total, Math.multiplyExact(Math.max(section, 1), scale));
        }
        section = 0;
        digit = -1;
      } else if (scale > 1) {
        section += (digit < 0 ? 1 : digit) * scale;
        digit = -1;
      } else {
        return Optional.empty();
      }
    }
    return numeral.isEmpty() ? Optional.empty() : Optional.of(total + section + Math.max(digit, 0));
  }

  private static long scaleOf(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> TEN_THOUSAND;
      case '亿' -> HUNDRED_MILLION;
      default -> 1;
    };
  }
}
