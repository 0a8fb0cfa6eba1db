package govsearch.ingest.structure;

import govsearch.report.Section;
import govsearch.text.ChineseNumerals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a section's text has turned to by its own words. What counts on from before the turn, 三是 or
 * （三）, turns back: the text then tells more of what it told before.
 */
final class Turns {

  private static final int WORD_STYLE = 5;

  /** 二是, 第二，: items that are no headings. */
  private static final Pattern ITEM = Pattern.compile("(?:第)?(?<n>[一二三四五六七八九十]{1,2})(?:是|要|、|，)");

  /** Looks back over years, which nothing does that lists problems. */
  private static final Pattern LOOKS_BACK =
      Pattern.compile("(?:各位代表[！，,!]?)?(?:回顾|[过这]去?[一二三四五几]年|[一五]年来)");

  private final Map<Integer, Integer> before = new HashMap<>();
  private @Nullable Section turned;

  /** The section turned to, if any. */
  Optional<Section> turned() {
    return Optional.ofNullable(turned);
  }

  void to(Section section) {
    turned = section;
  }

  /** A section begins. */
  void clear() {
    before.clear();
    turned = null;
  }

  /** A text without a number that tells of work goes on with it. */
  void enterText(String line, Section around) {
    int number = itemNumber(line);
    if (number > 0) {
      count(WORD_STYLE, number);
    } else if (turned == Section.PROBLEMS
        && around == Section.ACHIEVEMENTS
        && (LOOKS_BACK.matcher(line).lookingAt()
            || SectionCues.spokenFor(line) == Section.ACHIEVEMENTS)) {
      turned = null;
    }
  }

  /** An item or subheading of a level. */
  void count(int level, int number) {
    if (turned == null) {
      before.put(level, number);
    } else if (number == 1) {
      before.remove(level);
    } else if (before.getOrDefault(level, -1) == number - 1) {
      turned = null;
      before.put(level, number);
    }
  }

  private static int itemNumber(String line) {
    Matcher item = ITEM.matcher(line);
    return item.lookingAt() ? ChineseNumerals.ordinal(item.group("n")).orElse(0) : 0;
  }
}
