package govsearch.ingest.structure;

import govsearch.text.ChineseNumerals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number before a heading.
 *
 * @param level 1 for 一、 第一部分, 2 for （一） and 一）, 3 for 1. and 1、, 4 for （1） 1） and ①
 * @param number counted from 1
 * @param comma whether an Arabic number is followed by 、, which may stand for a level-1 number
 * @param length of the mark, in UTF-16 units
 */
record HeadingMark(int level, int number, boolean comma, int length) {

  private static final String HAN = "[一二三四五六七八九十]{1,3}";
  private static final String DIGITS = "[0-9０-９]{1,2}";

  /** 三.八妇女节 and 二、三产业 count no headings. */
  private static final String NO_MARK = "(?![一二三四五六七八九十][级产月类组线等号季层村队、])";

  /** 4.15国家安全教育日 counts nothing; 2.12345热线 and 1.2024年3月 do. */
  static final String NO_DECIMAL = "(?![0-9０-９](?![0-9０-９]{3}))";

  private static final String MARK_BEGINS = "第（(一二三四五六七八九十0123456789０１２３４５６７８９";

  private static final Pattern MARK =
      Pattern.compile(
          ("(?<one>HAN)\\s*(?:、NO_MARK|[．.](?!HAN))\\s*"
                  + "|第(?<part>HAN)(?:部分|章)[、：:\\s]*"
                  + "|(?:[（(]\\s*)?(?<two>HAN)\\s*[)）]\\s*[、.．]?\\s*"
                  + "|(?<three>DIGITS)\\s*(?<sign>[、．.])NO_DECIMAL\\s*"
                  + "|(?:[（(]\\s*)?(?<four>DIGITS)\\s*[)）]\\s*[、.．]?\\s*"
                  + "|(?<boxed>[㈠-㈩⒈-⒛⑴-⒇①-⑳])\\s*")
              .replace("HAN", HAN)
              .replace("DIGITS", DIGITS)
              .replace("NO_MARK", NO_MARK)
              .replace("NO_DECIMAL", NO_DECIMAL));

  /** 一，and 第一： slips for 一、 that may as well begin a sentence. */
  private static final Pattern SLIP =
      Pattern.compile("(?:第(?<ordinal>HAN)[，,：:、]|(?<bare>HAN)[，,：:])\\s*".replace("HAN", HAN));

  /** A slip for a number of level 1; what it is only those around it can tell. */
  static Optional<HeadingMark> slip(String line) {
    Matcher mark = SLIP.matcher(line);
    if (!mark.lookingAt() || mark.end() == line.length()) {
      return Optional.empty();
    }
    String bare = mark.group("bare");
    return han(bare == null ? mark.group("ordinal") : bare, 1, mark.end());
  }

  static Optional<HeadingMark> of(String line) {
    if (line.isEmpty() || !mayBegin(line.charAt(0))) {
      return Optional.empty();
    }
    Matcher mark = MARK.matcher(line);
    if (!mark.lookingAt()) {
      return Optional.empty();
    }
    int length = mark.end();
    if (mark.group("three") != null) {
      boolean comma = mark.group("sign").equals("、");
      return Optional.of(new HeadingMark(3, Integer.parseInt(mark.group("three")), comma, length));
    }
    if (mark.group("four") != null) {
      return Optional.of(new HeadingMark(4, Integer.parseInt(mark.group("four")), false, length));
    }
    if (mark.group("boxed") != null) {
      return Optional.of(boxed(mark.group("boxed").charAt(0), length));
    }
    if (mark.group("two") != null) {
      return han(mark.group("two"), 2, length);
    }
    return han(mark.group("one") == null ? mark.group("part") : mark.group("one"), 1, length);
  }

  /** Whether a mark may begin so; most lines do not. */
  private static boolean mayBegin(char c) {
    return MARK_BEGINS.indexOf(c) >= 0
        || (c >= '⒈' && c <= '⒛')
        || (c >= '⑴' && c <= '⒇')
        || (c >= '①' && c <= '⑳')
        || (c >= '㈠' && c <= '㈩');
  }

  /** A number that is one character. */
  private static HeadingMark boxed(char number, int length) {
    if (number >= '㈠') {
      return new HeadingMark(2, number - '㈠' + 1, false, length);
    }
    if (number >= '⒈') {
      return new HeadingMark(3, number - '⒈' + 1, false, length);
    }
    int first = number >= '⑴' ? '⑴' : '①';
    return new HeadingMark(4, number - first + 1, false, length);
  }

  private static Optional<HeadingMark> han(String numeral, int level, int length) {
    var number = ChineseNumerals.ordinal(numeral);
    return number.isPresent()
        ? Optional.of(new HeadingMark(level, number.getAsInt(), false, length))
        : Optional.empty();
  }

  /** Whether a heading's number is that of a part, 第一部分, which may stand above 一、. */
  static boolean isPart(String title) {
    return title.startsWith("第") && of(title).isPresent();
  }

  HeadingMark atLevel(int other) {
    return new HeadingMark(other, number, comma, length);
  }
}
