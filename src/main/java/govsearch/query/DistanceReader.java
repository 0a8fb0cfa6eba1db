package govsearch.query;

import govsearch.text.ChineseNumerals;
import govsearch.text.Range;
import org.jspecify.annotations.Nullable;

/** Reads the number behind a quotation, {@code ~10}; one that is missing or in words is told. */
final class DistanceReader {

  /** The largest number behind {@code ~}. */
  private static final int MAX_DISTANCE = 100;

  private static final int DEFAULT = 10;
  private static final String NUMERALS = "一二三四五六七八九十两";

  private final String input;
  private final Notices notices;
  private int end;

  DistanceReader(String input, Notices notices) {
    this.input = input;
    this.notices = notices;
  }

  /** Where what was read ends. */
  int end() {
    return end;
  }

  /** The distance that stands at a place; null where none does. */
  @Nullable Integer read(int at) {
    end = at;
    if (at >= input.length() || !isTilde(input.charAt(at))) {
      return null;
    }
    int from = at + 1;
    end = from;
    while (end < input.length() && isDigit(end)) {
      end++;
    }
    if (end > from) {
      return digits(from);
    }
    while (end < input.length() && NUMERALS.indexOf(input.charAt(end)) >= 0) {
      end++;
    }
    String numeral = input.substring(from, end).replace('两', '二');
    int distance = ChineseNumerals.ordinal(numeral).orElse(DEFAULT);
    String typed = input.substring(at, end);
    String why = end > from ? "已按 ~" + distance + " 处理" : "后面没有数字，已按 ~" + distance + " 处理";
    notices.say("distance-in-words", "“" + typed + "”" + why, new Range(at, end));
    return distance;
  }

  private int digits(int from) {
    int distance = 0;
    for (int i = from; i < end; i++) {
      int digit = QueryLexer.halfWidth(input.charAt(i)) - '0';
      distance = Math.min(MAX_DISTANCE + 1, distance * 10 + digit);
    }
    if (distance > MAX_DISTANCE) {
      notices.say(
          "distance-too-large",
          "相邻距离最多 " + MAX_DISTANCE + " 字，已按 " + MAX_DISTANCE + " 处理",
          new Range(from, end));
      distance = MAX_DISTANCE;
    }
    return distance;
  }

  private static boolean isTilde(char c) {
    return QueryLexer.halfWidth(c) == '~' || c == '〜';
  }

  private boolean isDigit(int index) {
    char c = QueryLexer.halfWidth(input.charAt(index));
    return c >= '0' && c <= '9';
  }
}
