package govsearch.insight.quotes;

import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text quotes.
 *
 * @param at what stands between the marks, in the text
 * @param marked the same with its marks, or the line that it is
 * @param isLine whether it is a line of a block
 */
record Quotation(Range at, Range marked, boolean isLine) {

  /** Shorter ones are names and slogans, which nobody quotes from a report. */
  private static final int SHORTEST = 6;

  private static final String OPENING = "“「『";
  private static final String CLOSING = "”」』";
  private static final String SENTENCE_END = "。！？!?\n";
  private static final String BLOCK = ">＞";

  /**
   * The quotations of a text, in order, disjoint: what stands in “”, 「」, 『』 or "", and lines that
   * begin with {@code >}. Quotations inside of others are parts of these; a title (《》) is none.
   */
  static List<Quotation> of(String text) {
    List<Quotation> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean lineBegins = at == 0 || text.charAt(at - 1) == '\n';
      char c = text.charAt(at);
      if (lineBegins && BLOCK.indexOf(firstVisible(text, at)) >= 0) {
        at = block(text, at, all);
      } else if (OPENING.indexOf(c) >= 0 || c == '"') {
        at = marked(text, at, all);
      } else {
        at++;
      }
    }
    return all;
  }

  /** The sentence or the lines around it that may say whose words they are. */
  Range around(String text) {
    return isLine
        ? lines(text, marked.start(), marked.end())
        : sentence(text, marked.start(), marked.end());
  }

  private static char firstVisible(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u3000')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\n';
  }

  /** One line of a block: each is a quotation of its own, as paragraphs are. */
  private static int block(String text, int from, List<Quotation> all) {
    int end = text.indexOf('\n', from);
    int lineEnd = end < 0 ? text.length() : end;
    int start = from;
    while (start < lineEnd && (BLOCK + " \u3000").indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int before = start;
    // Quotation marks right around the line are no part of what is quoted.
    if (start < lineEnd && OPENING.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int last = lineEnd;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (before < start && last > start && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    add(text, new Range(start, Math.max(start, last)), new Range(from, lineEnd), true, all);
    return Math.min(text.length(), lineEnd + 1);
  }

  /** The line before a block's and the one behind it: 柳湾镇2024年的报告写道：, ——枣河镇. */
  private static Range lines(String text, int from, int to) {
    int start = from < 2 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
    int behind = to + 1 >= text.length() ? text.length() : text.indexOf('\n', to + 1);
    return new Range(Math.min(start, from), behind < 0 ? text.length() : behind);
  }

  private static int marked(String text, int open, List<Quotation> all) {
    char opening = text.charAt(open);
    int close = opening == '"' ? closing(text, open, '"') : closing(text, open, opening);
    if (close < 0) {
      return open + 1;
    }
    add(text, new Range(open + 1, close), new Range(open, close + 1), false, all);
    return close + 1;
  }

  /** Where a quotation ends; -1 where it does not before its paragraph does. */
  private static int closing(String text, int open, char opening) {
    int depth = 1;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return -1;
      }
      if (opening == '"') {
        if (c == '"') {
          return i;
        }
      } else if (c == opening) {
        depth++;
      } else if (c == CLOSING.charAt(OPENING.indexOf(opening)) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The sentence that a quotation stands in, and the one before where that only introduces it. */
  private static Range sentence(String text, int from, int to) {
    int start = from;
    while (start > 0 && SENTENCE_END.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = to;
    while (end < text.length() && SENTENCE_END.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Range(start, end);
  }

  private static void add(
      String text, Range at, Range marked, boolean isLine, List<Quotation> all) {
    if (Literal.literal(at.of(text)).length() >= SHORTEST) {
      all.add(new Quotation(at, marked, isLine));
    }
  }
}
