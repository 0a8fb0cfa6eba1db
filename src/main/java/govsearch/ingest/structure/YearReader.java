package govsearch.ingest.structure;

import govsearch.text.ChineseNumerals;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the year that a report is on. A span of years in a plan's name and a date are no report's
 * year; months of one year (2024年1月至12月) are.
 */
public final class YearReader {

  private static final String DIGIT = "[0-9０-９零" + ChineseNumerals.ZERO_LIKE + "一二三四五六七八九]";
  private static final Pattern SPAN =
      Pattern.compile(DIGIT + "{4}\\s*年?\\s*[—―–\\-－~～至到]{1,2}\\s*" + DIGIT + "{4}\\s*年?");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<!"
              + DIGIT
              + ")(?<y>[12１２二一]"
              + DIGIT
              + "{3})\\s*年(?!\\s*"
              + DIGIT
              + "{1,2}\\s*月(?!\\s*[至到—\\-－~～])|初|底|末|代)");
  private static final Pattern BARE_YEAR =
      Pattern.compile(
          ("(?<!第|" + DIGIT + ")(?<y>20[0-9]{2}|２０[０-９]{2})")
              + ("(?!" + DIGIT + "|\\s*[年月号.\\-/]|[〕\\]】）)]\\s*第?\\s*[0-9]+\\s*号)"));

  /** 2021年以来, 2023、2024年, 2023年和2024年: a text on several years is on none of them. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          (DIGIT + "{4}年?度?([、，,和及与]|以及)" + DIGIT + "{4}年")
              + ("|" + DIGIT + "{4}年?度?以来|(近|过去|[这前])[两二三四五六七八九十]年")
              + ("|“?十[三四五六]五”?(时期|期间)|[一二两三四五]年来"));

  /** A span that is what the text is on, and not a plan's name. */
  private static final Pattern OWN_SPAN =
      Pattern.compile(SPAN.pattern() + "度?(?=法治|依法|推进|党政|工作|落实)");

  /** Years that were typed with the letter O, or digit by digit. */
  private static final Pattern SPELT =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[2２]\\s*[0０Oo]\\s*[0-9０-９Oo]\\s*[0-9０-９Oo]|二\\s*[Oo]\\s*[一二三四五六七八九Oo]\\s*[一二三四五六七八九Oo])(?=\\s*年)");

  private static final Pattern SPACES = Pattern.compile("\\s++");

  /** Names of documents and remarks: their years are not the title's. */
  private static final Pattern QUOTED = Pattern.compile("《[^》]*+》?|[（(][^）)]{0,200}+[）)]");

  /** With which a year, or a span of years, may begin. */
  private static final String FIRST_DIGITS = "12１２二一";

  /** With which it may go on, as it is typed by mistake too. */
  private static final String NEXT_DIGITS =
      "0123456789０１２３４５６７８９零一二三四五六七八九o" + ChineseNumerals.ZERO_LIKE;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;

  private YearReader() {}

  /** Whether a title says that the text is on several years. */
  public static boolean isOfSeveral(String title) {
    String plain = SPACES.matcher(plain(title)).replaceAll("");
    String outside = QUOTED.matcher(plain).replaceAll("");
    return SEVERAL.matcher(outside).find() || OWN_SPAN.matcher(outside).find();
  }

  /** A text with years written as usual. */
  private static String plain(String text) {
    return text.indexOf('年') < 0 ? text : spelt(text);
  }

  private static String spelt(String text) {
    return SPELT
        .matcher(text)
        .replaceAll(
            year ->
                SPACES.matcher(year.group()).replaceAll("").replace('O', '○').replace('o', '○'));
  }

  /** The first year that a title or file name gives; also one without 年, as names of files do. */
  public static Optional<Integer> inTitle(String title) {
    String masked = withoutSpans(title);
    return first(YEAR, masked).or(() -> first(BARE_YEAR, masked));
  }

  /** The year that a sentence opens with, such as 2025年，…, or ２０２５年度…. */
  public static Optional<Integer> opening(String sentence) {
    if (!mayOpen(sentence)) {
      return Optional.empty(); // nearly every sentence of every report
    }
    Matcher matcher = YEAR.matcher(withoutSpans(sentence));
    return matcher.lookingAt() ? value(matcher) : Optional.empty();
  }

  /** Whether a sentence's second character too may be of a year: 一是 and 1、 begin none. */
  private static boolean mayOpen(String sentence) {
    if (sentence.length() < 2 || FIRST_DIGITS.indexOf(sentence.charAt(0)) < 0) {
      return false;
    }
    char second = sentence.charAt(1);
    return NEXT_DIGITS.indexOf(second) >= 0 || Character.isWhitespace(second);
  }

  /** The first year in a text. */
  public static Optional<Integer> anywhere(String text) {
    return first(YEAR, withoutSpans(text));
  }

  private static String withoutSpans(String text) {
    return SPAN.matcher(plain(text)).replaceAll("");
  }

  private static Optional<Integer> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      Optional<Integer> year = value(matcher);
      if (year.isPresent()) {
        return year;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> value(Matcher matcher) {
    OptionalInt year = ChineseNumerals.year(matcher.group("y"));
    return year.isPresent() && year.getAsInt() >= FIRST_YEAR && year.getAsInt() <= LAST_YEAR
        ? Optional.of(year.getAsInt())
        : Optional.empty();
  }
}
