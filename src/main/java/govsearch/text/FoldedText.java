package govsearch.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in folded form, of which every UTF-16 unit knows the source range that it came from. Made
 * by {@link Folding}.
 */
public final class FoldedText {

  private final String text;

  /**
   * Null where each unit comes from the one at its own place, as in most texts; so is the other.
   */
  private final int @Nullable [] starts;

  private final int @Nullable [] ends;

  FoldedText(String text, int @Nullable [] starts, int @Nullable [] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The folded form. */
  public String text() {
    return text;
  }

  /**
   * The source range of a folded range: from the first source character that gave anything to it to
   * the last, those dropped in between included, those dropped around it not.
   *
   * @param range a range of {@link #text()}, not empty
   */
  public Range source(Range range) {
    return new Range(start(range.start()), end(range.end() - 1));
  }

  private int start(int at) {
    return starts == null ? at : starts[at];
  }

  private int end(int at) {
    return ends == null ? at + 1 : ends[at];
  }

  /**
   * The folded range of a source range: the units that come from within it, those only half of
   * which do left out.
   */
  public Range folded(Range source) {
    int from = first(source.start());
    int to = from;
    while (to < text.length() && end(to) <= source.end()) {
      to++;
    }
    return new Range(from, to);
  }

  /** The first unit whose source begins at an offset or behind it. */
  private int first(int offset) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether white space that was dropped parts a folded unit from the one before it.
   *
   * @param source that this is the folded form of
   * @param at from 1 to less than the length of {@link #text()}
   */
  public boolean isParted(String source, int at) {
    for (int i = end(at - 1); i < start(at); i++) {
      char c = source.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Source ranges of every occurrence of a folded text, from the left, occurrences of the same text
   * not overlapping: what {@code grep -o} would print.
   *
   * @param needle text in the same folded form; an empty one occurs nowhere
   */
  public List<Range> occurrences(String needle) {
    List<Range> found = new ArrayList<>();
    if (needle.isEmpty()) {
      return found;
    }
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length())) {
      found.add(source(new Range(at, at + needle.length())));
    }
    return found;
  }
}
