package govsearch.ingest;

import govsearch.text.ChineseNumerals;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides a paragraph into statements: its enumerated items where it counts from one on, else the
 * paragraph itself. Text before the first item is a statement of its own if it says something.
 */
final class StatementFinder {

  /** An item begins the paragraph or follows a mark: 统一是 and 12.4 are none. */
  private static final String BOUNDARY = "(?<=^|[。；;：:，,！？!?”）)\\s])";

  private static final List<Pattern> STYLES =
      List.of(
          Pattern.compile(BOUNDARY + "(?<n>[一二三四五六七八九十]{1,2})(?:是|要|方面)"),
          Pattern.compile(BOUNDARY + "其(?<n>[一二三四五六七八九十])[，,是]"),
          Pattern.compile(BOUNDARY + "第(?<n>[一二三四五六七八九十]{1,2})[，,、]"),
          Pattern.compile(BOUNDARY + "[（(](?<n>[一二三四五六七八九十]{1,2})[)）]"),
          Pattern.compile(BOUNDARY + "(?<n>[0-9０-９]{1,2})[.．、](?![0-9０-９])"),
          Pattern.compile(BOUNDARY + "[（(](?<n>[0-9０-９]{1,2})[)）]"),
          Pattern.compile("(?<n>[①-⑳])"));

  private StatementFinder() {}

  /**
   * Ranges of the statements, in order, not overlapping.
   *
   * @param textStart where the paragraph's text begins behind a run-in heading; what stands before
   *     it is no statement
   */
  static List<Range> find(String paragraph, int textStart) {
    List<Integer> items = items(paragraph);
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

  /** Starts of the items in the first style that counts one, two, and on. */
  private static List<Integer> items(String paragraph) {
    for (Pattern style : STYLES) {
      List<Integer> starts = new ArrayList<>();
      Matcher matcher = style.matcher(paragraph);
      while (matcher.find()) {
        OptionalInt number = number(matcher.group("n"));
        if (number.isPresent() && number.getAsInt() == starts.size() + 1) {
          starts.add(matcher.start());
        }
      }
      if (starts.size() >= 2) {
        return starts;
      }
    }
    return List.of();
  }

  private static OptionalInt number(String numeral) {
    char first = numeral.charAt(0);
    if (first >= '①' && first <= '⑳') {
      return OptionalInt.of(first - '①' + 1);
    }
    return Character.isDigit(first)
        ? OptionalInt.of(Integer.parseInt(numeral))
        : ChineseNumerals.ordinal(numeral);
  }

  /** A lead-in that ends as a sentence is a statement; 主要做法： is only an announcement. */
  private static boolean saysSomething(String paragraph, int from, int to) {
    String lead = paragraph.substring(from, to).strip();
    return lead.length() > 1 && "。；;！!？?".indexOf(lead.charAt(lead.length() - 1)) >= 0;
  }
}
