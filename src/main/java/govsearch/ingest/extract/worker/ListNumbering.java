package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the paragraphs of Word's numbered lists, whose numbers (一、) stand nowhere in the text.
 * Lists that share a definition are counted together, unless one of them starts anew.
 */
final class ListNumbering {

  /** Lists have nine levels. */
  static final int LEVELS = 9;

  private static final int UNSET = Integer.MIN_VALUE;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");

  /**
   * A level of a list.
   *
   * @param start the first number
   * @param format see {@link NumberFormats}; {@code bullet} for none
   * @param text such as {@code （%1）}, where %1 is the first level's number
   * @param restart the level (from 1) after which it starts again; 0 never, -1 after any above
   * @param legal whether all numbers in it are decimal
   */
  record Level(int start, String format, String text, int restart, boolean legal) {
    static final Level NONE = new Level(1, "none", "", -1, false);
  }

  /**
   * A list.
   *
   * @param definition which lists are counted together
   * @param levels nine at most; a missing one has no number
   * @param anew the first number by level, for lists that start anew
   */
  record ListOf(String definition, List<Level> levels, Map<Integer, Integer> anew) {
    Level level(int level) {
      return level < levels.size() ? levels.get(level) : Level.NONE;
    }
  }

  private final Map<String, int[]> counts = new HashMap<>();
  private final Set<List<Object>> begun = new HashSet<>();

  /**
   * Counts a paragraph and gives its number as it stands before the text; empty for bullets.
   *
   * @param id of the list, for starting anew once
   * @param level from 0
   */
  String next(String id, @Nullable ListOf list, int level) {
    if (list == null || level < 0 || level >= LEVELS) {
      return "";
    }
    int[] count = counts.computeIfAbsent(list.definition(), d -> unset());
    Integer anew = list.anew().get(level);
    if (anew != null && begun.add(List.of(id, level))) {
      count[level] = anew;
    } else {
      count[level] = count[level] == UNSET ? list.level(level).start() : count[level] + 1;
    }
    for (int i = 0; i < level; i++) {
      if (count[i] == UNSET) {
        count[i] = list.level(i).start();
      }
    }
    for (int i = level + 1; i < LEVELS; i++) {
      int restart = list.level(i).restart();
      if (restart < 0 || (restart > 0 && level < restart)) {
        count[i] = UNSET;
      }
    }
    return written(list, level, count);
  }

  private static int[] unset() {
    int[] count = new int[LEVELS];
    Arrays.fill(count, UNSET);
    return count;
  }

  private static String written(ListOf list, int level, int[] count) {
    Level own = list.level(level);
    if (own.format().equals("bullet")) {
      return "";
    }
    Matcher places = PLACE.matcher(own.text());
    StringBuilder out = new StringBuilder();
    while (places.find()) {
      int place = places.group(1).charAt(0) - '1';
      String format = own.legal() ? "decimal" : list.level(place).format();
      int number = count[place] == UNSET ? list.level(place).start() : count[place];
      places.appendReplacement(out, Matcher.quoteReplacement(NumberFormats.format(format, number)));
    }
    places.appendTail(out);
    String number = out.toString().strip();
    boolean needsSpace = !number.isEmpty() && Character.isLetterOrDigit(last(number));
    return needsSpace ? number + " " : number;
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  /** Nine levels from those that are known. */
  static List<Level> levels(Map<Integer, Level> known) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      levels.add(known.getOrDefault(i, Level.NONE));
    }
    return levels;
  }
}
