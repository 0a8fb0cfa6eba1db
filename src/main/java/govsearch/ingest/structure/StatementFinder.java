package govsearch.ingest.structure;

import govsearch.text.ChineseNumerals;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Divides a paragraph into statements: its enumerated items where it counts from one on, else the
 * paragraph itself. Text before the first item is a statement of its own if it says something.
 */
public final class StatementFinder {

  /** Behind what an item begins, if not at the paragraph's start: 统一是 and 12.4 are none. */
  private static final String MARKS = "。；;：:，,！？!?”》」』】）)";

  private static final List<Pattern> STYLES =
      List.of(
          Pattern.compile("(?<n>[一二三四五六七八九十]{1,2})(?:是|要|方面)"),
          Pattern.compile("其(?<n>[一二三四五六七八九十])[，,是]"),
          Pattern.compile("第(?<n>[一二三四五六七八九十]{1,2})[，,、是]"),
          Pattern.compile("[（(](?<n>[一二三四五六七八九十]{1,2})[)）]"),
          Pattern.compile("(?<n>[0-9０-９]{1,2})[.．、]" + HeadingMark.NO_DECIMAL),
          Pattern.compile("[（(]?(?<n>[0-9０-９]{1,2})[)）]"),
          Pattern.compile("(?<n>首先|其次|再次|最后)[，,]"),
          Pattern.compile("(?<n>[①-⑳⑴-⒇])"));

  /** What any style begins with, boxed numbers apart. */
  private static final String FIRSTS = "一二三四五六七八九十其第（(0123456789０１２３４５６７８９首再最";

  /** Words that go from one thing to the next, where nothing is counted: 比如…；再比如…；另外…. */
  private static final Pattern ONE_MORE =
      Pattern.compile("(?<more>再比如|再例如|又比如|又如|再如|再者|另外|此外|还有)|(?<one>比如|例如|譬如)");

  private static final String SENTENCE_ENDS = "。；;！!？?";

  private StatementFinder() {}

  /**
   * Ranges of the statements, in order, not overlapping.
   *
   * @param textStart where the paragraph's text begins behind a run-in heading; what stands before
   *     it is no statement
   */
  public static List<Range> find(String paragraph, int textStart) {
    List<Integer> items = outermostItems(paragraph);
    if (items.isEmpty()) {
      items = oneMore(paragraph, textStart);
    }
    if (items.isEmpty()) {
      return List.of(new Range(0, paragraph.length()));
    }
    List<Range> statements = new ArrayList<>();
    if (saysSomething(paragraph, Math.min(textStart, items.getFirst()), items.getFirst())) {
      statements.add(new Range(0, items.getFirst()));
    }
    for (int i = 0; i < items.size(); i++) {
      int end = i + 1 < items.size() ? items.get(i + 1) : paragraph.length();
      statements.add(new Range(items.get(i), end));
    }
    return statements;
  }

  /** Starts of the items in the style that begins first: in 1.…一是…二是…2.… that is 1. */
  private static List<Integer> outermostItems(String paragraph) {
    int[] places = places(paragraph);
    List<Integer> outermost = List.of();
    if (places.length < 2) { // one item counts nothing
      return outermost;
    }
    for (Pattern style : STYLES) {
      List<Integer> starts = items(paragraph, style, places);
      boolean before =
          outermost.isEmpty() || (!starts.isEmpty() && starts.getFirst() < outermost.getFirst());
      outermost = before ? starts : outermost;
    }
    return outermost;
  }

  /** Where an item of some style may begin. */
  private static int[] places(String paragraph) {
    return IntStream.range(0, paragraph.length())
        .filter(
            at ->
                isBoxed(paragraph, at)
                    || (mayBegin(paragraph, at) && FIRSTS.indexOf(paragraph.charAt(at)) >= 0))
        .toArray();
  }

  /** Starts of the items of one style, where it counts one, two, and on; it may begin anew. */
  private static List<Integer> items(String paragraph, Pattern style, int[] places) {
    List<Integer> starts = new ArrayList<>();
    int first = -1; // a one that no two has followed yet
    int last = 0;
    Matcher matcher = style.matcher(paragraph);
    for (int place : places) {
      if (!matcher.region(place, paragraph.length()).lookingAt()) {
        continue;
      }
      int number = number(matcher.group("n"), last);
      if (number == 1) {
        first = matcher.start();
      } else if (number == 2 && first >= 0) {
        starts.add(first);
        starts.add(matcher.start());
        first = -1;
        last = 2;
      } else if (number == last + 1 && last >= 2) {
        starts.add(matcher.start());
        last = number;
      }
    }
    return starts;
  }

  /** Where such words begin a sentence; text before the first that does belongs to the first. */
  private static List<Integer> oneMore(String paragraph, int textStart) {
    List<Integer> starts = new ArrayList<>();
    if (paragraph.indexOf('如') < 0) { // the first one always has it
      return starts;
    }
    boolean one = false;
    Matcher matcher = ONE_MORE.matcher(paragraph);
    while (matcher.find()) {
      boolean first = matcher.group("one") != null;
      char before = matcher.start() == 0 ? '。' : paragraph.charAt(matcher.start() - 1);
      boolean begins = SENTENCE_ENDS.indexOf(before) >= 0 || Character.isWhitespace(before);
      if (first && !one) {
        one = true;
        starts.add(begins ? matcher.start() : Math.min(textStart, matcher.start()));
      } else if (one && begins) {
        starts.add(matcher.start());
      }
    }
    return starts.size() < 2 ? List.of() : starts;
  }

  private static boolean mayBegin(String paragraph, int index) {
    char before = index == 0 ? '。' : paragraph.charAt(index - 1);
    return MARKS.indexOf(before) >= 0 || Character.isWhitespace(before);
  }

  private static boolean isBoxed(String paragraph, int index) {
    char c = paragraph.charAt(index);
    return c >= '①' && c <= '⒇';
  }

  private static int number(String numeral, int before) {
    char first = numeral.charAt(0);
    if (first >= '①' && first <= '⑳') {
      return first - '①' + 1;
    }
    if (first >= '⑴' && first <= '⒇') {
      return first - '⑴' + 1;
    }
    return switch (numeral) {
      case "首先" -> 1;
      case "其次" -> 2;
      case "再次" -> 3;
      case "最后" -> before + 1;
      default ->
          Character.isDigit(first)
              ? Integer.parseInt(numeral)
              : ChineseNumerals.ordinal(numeral).orElse(0);
    };
  }

  /** A lead-in that ends as a sentence is a statement; 主要做法： is only an announcement. */
  private static boolean saysSomething(String paragraph, int from, int to) {
    String lead = paragraph.substring(from, to).strip();
    return lead.length() > 1 && "。；;！!？?".indexOf(lead.charAt(lead.length() - 1)) >= 0;
  }
}
