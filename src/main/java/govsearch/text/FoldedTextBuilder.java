package govsearch.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects folded characters with their source ranges; one unit in, one out, nearly always. */
final class FoldedTextBuilder {

  private char[] text;
  private int length;

  /** Null as long as each unit comes from the one at its own place. */
  private int @Nullable [] starts;

  private int @Nullable [] ends;

  FoldedTextBuilder(int capacity) {
    text = new char[capacity];
  }

  /** The next character, with where it comes from in the source. */
  void add(int codePoint, int start, int end) {
    if (Character.isBmpCodePoint(codePoint)) {
      add((char) codePoint, start, end);
    } else {
      add(Character.highSurrogate(codePoint), start, end);
      add(Character.lowSurrogate(codePoint), start, end);
    }
  }

  void add(char unit, int start, int end) {
    if (length == text.length) {
      text = Arrays.copyOf(text, Math.max(8, 2 * length));
    }
    if (starts != null || start != length || end != length + 1) {
      addRange(start, end);
    }
    text[length++] = unit;
  }

  private void addRange(int start, int end) {
    int[] from = starts;
    int[] to = ends;
    if (from == null || to == null) {
      from = new int[text.length];
      to = new int[text.length];
      for (int i = 0; i < length; i++) {
        from[i] = i;
        to[i] = i + 1;
      }
    } else if (length == from.length) {
      from = Arrays.copyOf(from, text.length);
      to = Arrays.copyOf(to, text.length);
    }
    from[length] = start;
    to[length] = end;
    starts = from;
    ends = to;
  }

  /** What was added, with the source itself for its text where folding has changed nothing. */
  FoldedText build(String source) {
    boolean same = starts == null && length == source.length() && isSame(source);
    return new FoldedText(same ? source : new String(text, 0, length), starts, ends);
  }

  private boolean isSame(String source) {
    for (int i = 0; i < length; i++) {
      if (text[i] != source.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
