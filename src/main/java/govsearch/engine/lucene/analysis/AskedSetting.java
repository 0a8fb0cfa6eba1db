package govsearch.engine.lucene.analysis;

import govsearch.report.Section;
import govsearch.text.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted term may mean apart from the text: the place or year of the report, or a section
 * of it. In 柳湾镇 土地流转 the paragraphs wanted seldom name their own town.
 *
 * @param year of the report, as filters name it; null where no year is named
 * @param sections those that are called so
 * @param name beginning of a place's name, in literal form; null where a year or section is meant
 * @param isPlace whether the name may also be the end of one: 街道 asks for reports of any
 */
public record AskedSetting(
    @Nullable String year, List<Section> sections, @Nullable String name, boolean isPlace) {
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年?度?");
  private static final Pattern PLACE_END = Pattern.compile("(?:[镇乡区县市省旗州]|街道|苏木)$");
  private static final Pattern NO_HAN = Pattern.compile("\\P{IsHan}");

  /**
   * No place's name is longer; a pattern that ends in a whole page of text is too much to build.
   */
  private static final int LONGEST_NAME = 50;

  private static final Map<Section, List<String>> CUES =
      Map.of(
          Section.ACHIEVEMENTS, List.of("成效", "成绩", "做法", "举措"),
          Section.PROBLEMS, List.of("问题", "不足", "短板", "困难", "差距", "薄弱环节", "弱项"),
          Section.LEADERSHIP, List.of("履职", "第一责任人"),
          Section.PLANS, List.of("计划", "打算", "下一步", "安排", "明年", "思路"));

  public AskedSetting {
    sections = List.copyOf(sections);
  }

  /**
   * The setting that a term may name; empty where it can name none.
   *
   * @param typed one unquoted term
   */
  public static Optional<AskedSetting> of(String typed) {
    String literal = Literal.literal(typed);
    Matcher year = YEAR.matcher(literal);
    String named = year.matches() ? year.group(1) : null;
    List<Section> sections =
        CUES.entrySet().stream()
            .filter(cues -> cues.getValue().contains(literal))
            .map(Map.Entry::getKey)
            .toList();
    if (named != null || !sections.isEmpty()) {
      return Optional.of(new AskedSetting(named, sections, null, false));
    }
    int length = Literal.length(literal);
    if (length <= 1 || length > LONGEST_NAME) {
      return Optional.empty();
    }
    boolean place = PLACE_END.matcher(literal).find() && !NO_HAN.matcher(literal).find();
    return Optional.of(new AskedSetting(null, List.of(), literal, place));
  }
}
