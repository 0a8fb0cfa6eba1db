package govsearch.ingest;

import govsearch.text.ChineseNumerals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number before a heading.
 *
 * @param level 1 for 一、 第一部分, 2 for （一）, 3 for 1. and 1、, 4 for （1） and ①
 * @param number counted from 1
 * @param comma whether an Arabic number is followed by 、, which may stand for a level-1 number
 * @param length of the mark, in UTF-16 units
 */
record HeadingMark(int level, int number, boolean comma, int length) {

  private static final String HAN = "[一二三四五六七八九十]{1,3}";
  private static final Pattern MARK =
      Pattern.compile(
          "(?<one>"
              + HAN
              + ")\\s*[、．.]\\s*"
              + "|第(?<part>"
              + HAN
              + ")(部分|章)[、：:\\s]*"
              + "|[（(]\\s*(?<two>"
              + HAN
              + ")\\s*[)）]\\s*[、.．]?\\s*"
              + "|(?<three>[0-9０-９]{1,2})\\s*(?<sign>[、．.])(?![0-9０-９])\\s*"
              + "|[（(]\\s*(?<four>[0-9０-９]{1,2})\\s*[)）]\\s*[、.．]?\\s*"
              + "|(?<circled>[①-⑳])\\s*");

  static Optional<HeadingMark> of(String line) {
    Matcher mark = MARK.matcher(line);
    if (!mark.lookingAt()) {
      return Optional.empty();
    }
    int length = mark.end();
    String one = mark.group("one") == null ? mark.group("part") : mark.group("one");
    if (one != null) {
      return han(one, 1, length);
    }
    if (mark.group("two") != null) {
      return han(mark.group("two"), 2, length);
    }
    if (mark.group("three") != null) {
      boolean comma = mark.group("sign").equals("、");
      return Optional.of(new HeadingMark(3, Integer.parseInt(mark.group("three")), comma, length));
    }
    int number =
        mark.group("four") != null
            ? Integer.parseInt(mark.group("four"))
            : mark.group("circled").charAt(0) - '①' + 1;
    return Optional.of(new HeadingMark(4, number, false, length));
  }

  private static Optional<HeadingMark> han(String numeral, int level, int length) {
    var number = ChineseNumerals.ordinal(numeral);
    return number.isPresent()
        ? Optional.of(new HeadingMark(level, number.getAsInt(), false, length))
        : Optional.empty();
  }

  HeadingMark atLevel(int other) {
    return new HeadingMark(other, number, comma, length);
  }
}
