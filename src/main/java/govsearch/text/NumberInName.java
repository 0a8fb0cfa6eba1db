package govsearch.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese numerals that count nothing: 三项制度, 一件事一次办, 千家万户. */
final class NumberInName {

  /** Small Chinese numerals stand in names and idioms as often as they count. */
  private static final Pattern IN_A_NAME_BEFORE =
      Pattern.compile("(?:[\"“‘《<+一每逐同某这那另唯统单任]|作为|最多跑|成为)$");

  private static final Pattern FEW_BEFORE = Pattern.compile("(?:仅有?|只有?|配备|选派|聘请|聘任)$");
  private static final Pattern MEETING_BEHIND =
      Pattern.compile("全会|全体|(?:职工|村民|妇女|党员|人民)?代表(?:大会|会)|党代会|会议精神");
  private static final Set<String> SMALL_UNITS =
      Set.of(
          "名", "位", "户", "起", "件", "期", "批", "场", "所", "处", "份", "篇", "部", "台", "辆", "级", "次", "人",
          "场次", "人次");
  private static final Set<String> IDIOM_UNITS = Set.of("级", "次", "人", "批");

  private NumberInName() {}

  /**
   * Whether the Chinese numeral of a match is rather part of a name or an idiom.
   *
   * @param match of {@link CountFigure#PATTERN}
   */
  static boolean is(Matcher match, String text) {
    String low = match.group("low");
    boolean vague =
        match.group("odd") != null
            || match.group("before") != null
            || CountFigure.SEVERAL.matcher(low).lookingAt();
    if (isScale(low.charAt(0)) && !vague) {
      return true; // 千家万户, 百姓
    }
    int number = match.start("low");
    String before = text.substring(Math.max(0, number - FigureParts.REACH), number);
    int unitEnd = match.end("unit");
    String behind = text.substring(unitEnd, Math.min(text.length(), unitEnd + FigureParts.REACH));
    if (match.group("unit").equals("次") && MEETING_BEHIND.matcher(behind).lookingAt()) {
      return true; // 十次全会: which, not how many
    }
    if (IN_A_NAME_BEFORE.matcher(before).find()) {
      return true;
    }
    if (low.length() > 1 || vague) {
      return false;
    }
    String unit = match.group("unit");
    if (!SMALL_UNITS.contains(unit) || behind.lastIndexOf('一', 2) >= 0) {
      return true; // 三项制度, 一件事一次办
    }
    boolean one = low.equals("一");
    boolean idiom =
        one
                && (IDIOM_UNITS.contains(unit)
                    || (!behind.isEmpty() && "事件实".indexOf(behind.charAt(0)) >= 0))
            || behind.startsWith("性");
    return idiom && !(unit.equals("人") && FEW_BEFORE.matcher(before).find());
  }

  private static boolean isScale(char c) {
    return c == '百' || c == '千' || c == '万' || c == '亿';
  }
}
