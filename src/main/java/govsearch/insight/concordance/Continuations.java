package govsearch.insight.concordance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups lines by what follows their match: 法律明白人 → 培养工程 12, 队伍 9. A continuation is the literal
 * text behind the match up to the first punctuation, quotation marks aside, at most {@link
 * #LONGEST} characters. Lines are parted by its first character, and a part is parted by the next
 * one for as long as more than half of its lines go on the same way. So no group's text begins
 * another's, each line is in one group, and a group's number is that of the lines that go on with
 * its text.
 *
 * <p>A number counts as one character, whichever it is: else 12名 and 31名 would be as different as
 * two words. It is shown as {@value #NUMBER_SHOWN}.
 */
final class Continuations {

  static final int LONGEST = 8;

  /** Stands for a number in what is counted; of private use, so that no text has it. */
  private static final int NUMBER = 0xE000;

  static final String NUMBER_SHOWN = "〈数〉";

  /** So many different ones are kept; where there are more, they are cut shorter, all of them. */
  private static final int MOST_KEPT = 200_000;

  private Map<String, Long> counts = new HashMap<>();
  private int longest = LONGEST;

  /** Takes a line into account. */
  void add(Around line) {
    counts.merge(cut(continuation(line)), 1L, Long::sum);
    if (counts.size() > MOST_KEPT && longest > 1) {
      longest--;
      Map<String, Long> shorter = new HashMap<>();
      counts.forEach((text, lines) -> shorter.merge(cut(text), lines, Long::sum));
      counts = shorter;
    }
  }

  private static String continuation(Around line) {
    String right = line.right(2 * LONGEST); // a number of several figures counts once
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < right.length() && Character.isLetterOrDigit(right.codePointAt(at))) {
      int character = right.codePointAt(at);
      if (Character.isDigit(character)) {
        at = numberEnd(right, at);
        text.appendCodePoint(NUMBER);
      } else {
        at += Character.charCount(character);
        text.appendCodePoint(character);
      }
    }
    return text.toString();
  }

  /** Where a number ends; its points and commas, 1,240.5, end no continuation. */
  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end))
            || (isInNumber(text.charAt(end))
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private static boolean isInNumber(char sign) {
    return sign == '.' || sign == ',';
  }

  private static String shown(String text) {
    return text.replace(Character.toString(NUMBER), NUMBER_SHOWN);
  }

  private String cut(String text) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }

  /** All groups, those of most lines first. */
  List<ConcordanceGroup> groups() {
    List<ConcordanceGroup> groups = new ArrayList<>();
    part(counts.entrySet(), 0, groups);
    groups.sort(
        Comparator.comparingLong(ConcordanceGroup::lines)
            .reversed()
            .thenComparing(ConcordanceGroup::following)
            .thenComparing(ConcordanceGroup::ends));
    return groups;
  }

  /**
   * Parts continuations that are the same up to a place.
   *
   * @param depth of that place, in UTF-16 units
   */
  private void part(
      Collection<Map.Entry<String, Long>> same, int depth, List<ConcordanceGroup> out) {
    long all = 0;
    long ended = 0;
    String text = "";
    Map<Integer, List<Map.Entry<String, Long>>> byNext = new TreeMap<>();
    for (Map.Entry<String, Long> entry : same) {
      all += entry.getValue();
      text = entry.getKey().substring(0, depth);
      if (entry.getKey().length() == depth) {
        ended += entry.getValue();
      } else {
        byNext
            .computeIfAbsent(entry.getKey().codePointAt(depth), next -> new ArrayList<>())
            .add(entry);
      }
    }
    long most = byNext.values().stream().mapToLong(Continuations::lines).max().orElse(0);
    if (depth > 0 && 2 * most <= all) {
      boolean ends = ended == all && text.codePointCount(0, depth) < longest;
      out.add(new ConcordanceGroup(shown(text), ends, all));
      return;
    }
    if (ended > 0) {
      out.add(new ConcordanceGroup(shown(text), true, ended));
    }
    byNext.forEach((next, entries) -> part(entries, depth + Character.charCount(next), out));
  }

  private static long lines(List<Map.Entry<String, Long>> entries) {
    return entries.stream().mapToLong(Map.Entry::getValue).sum();
  }
}
