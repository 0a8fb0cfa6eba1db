package govsearch.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a Chinese text into sentences. */
public final class Sentences {

  private static final String TERMINATORS = "。！？!?；;";
  private static final String CLOSERS = "”’」』）)》\"";

  private Sentences() {}

  /**
   * Ranges of the sentences (clauses closed by a semicolon included), in order, covering the whole
   * text but for white space around them. Closing quotation marks and brackets belong to the
   * sentence before them.
   */
  public static List<Range> of(String text) {
    List<Range> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHan(c) || TERMINATORS.indexOf(c) < 0) {
        continue;
      }
      int end = i + 1;
      while (end < text.length()
          && (CLOSERS.indexOf(text.charAt(end)) >= 0
              || TERMINATORS.indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      add(text, start, end, sentences);
      start = end;
      i = end - 1;
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static void add(String text, int start, int end, List<Range> sentences) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Range(from, to));
    }
  }

  /** Nearly all characters are: these need no look at the others. */
  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
