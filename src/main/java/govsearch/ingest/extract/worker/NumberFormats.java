package govsearch.ingest.extract.worker;

import java.util.Locale;

/** Numbers of lists as Word writes them, by the names of ECMA-376 part 1, 17.18.59. */
final class NumberFormats {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String UNITS = "\0十百千";
  private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
  private static final String LEGAL_UNITS = "\0拾佰仟";
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final int MOST = 9_999;
  private static final int CIRCLES = 20;
  private static final int LETTERS = 26;

  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private NumberFormats() {}

  /** A number; as plain digits where the format has no sign for it. */
  static String format(String format, int number) {
    if (number < 1 || number > MOST) {
      return Integer.toString(number);
    }
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "japaneseCounting",
          "koreanCounting" ->
          withoutOne(counted(number, DIGITS, UNITS));
      case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
          counted(number, LEGAL, LEGAL_UNITS);
      case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" ->
          digits(number, DIGITS.replace('零', '〇'));
      case "decimalFullWidth", "decimalFullWidth2" -> digits(number, "０１２３４５６７８９");
      case "decimalZero" -> String.format(Locale.ROOT, "%02d", number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> sign('①', number, CIRCLES);
      case "decimalEnclosedParen" -> sign('⑴', number, CIRCLES);
      case "decimalEnclosedFullstop" -> sign('⒈', number, CIRCLES);
      case "ideographEnclosedCircle" -> sign('㊀', number, 10);
      case "ideographTraditional" -> cyclic(STEMS, number);
      case "ideographZodiac" -> cyclic(BRANCHES, number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerLetter" -> letters(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "none" -> "";
      default -> Integer.toString(number);
    };
  }

  /** 二十三, 一百零五. */
  private static String counted(int number, String digits, String units) {
    String decimal = Integer.toString(number);
    StringBuilder out = new StringBuilder();
    boolean zero = false;
    for (int i = 0; i < decimal.length(); i++) {
      int digit = decimal.charAt(i) - '0';
      int unit = decimal.length() - 1 - i;
      if (digit == 0) {
        zero = true;
        continue;
      }
      if (zero) {
        out.append(digits.charAt(0));
        zero = false;
      }
      out.append(digits.charAt(digit));
      if (unit > 0) {
        out.append(units.charAt(unit));
      }
    }
    return out.toString();
  }

  private static String digits(int number, String digits) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(number).toCharArray()) {
      out.append(digits.charAt(c - '0'));
    }
    return out.toString();
  }

  private static String sign(char first, int number, int most) {
    return number <= most ? Character.toString(first + number - 1) : "（" + number + "）";
  }

  private static String cyclic(String signs, int number) {
    return signs.substring((number - 1) % signs.length(), (number - 1) % signs.length() + 1);
  }

  /** a … z, aa, bb, as Word counts. */
  private static String letters(int number) {
    char letter = (char) ('a' + (number - 1) % LETTERS);
    return Character.toString(letter).repeat((number - 1) / LETTERS + 1);
  }

  private static String roman(int number) {
    StringBuilder out = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN.length; i++) {
      for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
        out.append(ROMAN[i]);
      }
    }
    return out.toString();
  }

  /** As one counts: 十二, and not 一十二. */
  private static String withoutOne(String counted) {
    return counted.startsWith("一十") ? counted.substring(1) : counted;
  }
}
