package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of a text that was broken at a fixed width, as one copied out of a PDF is:
 * paragraphs begin with an indentation, every other line at the margin, and none is longer than the
 * full ones. A text without indentations does not tell where its paragraphs begin, and stays.
 */
final class HardBreaks {

  private static final int SHORTEST_WIDTH = 20;
  private static final int LONGEST_WIDTH = 60;
  private static final int FEWEST = 3;

  /** Full lines may end early where a punctuation mark is not to begin the next. */
  private static final int RAGGED = 2;

  private static final String ENDS = "。！？：；!?:;…";

  private HardBreaks() {}

  /** The lines as they come, or joined to paragraphs. */
  static List<String> joined(List<String> lines) {
    int width = lines.stream().mapToInt(line -> line.stripTrailing().length()).max().orElse(0);
    if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) {
      return lines;
    }
    int broken = 0;
    int indented = 0;
    for (int i = 0; i < lines.size(); i++) {
      broken += i > 0 && goesOn(lines.get(i - 1), lines.get(i), width) ? 1 : 0;
      indented += isIndented(lines.get(i)) ? 1 : 0;
    }
    if (broken < FEWEST || indented < FEWEST) {
      return lines;
    }
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && goesOn(lines.get(i - 1), lines.get(i), width)) {
        joined.set(joined.size() - 1, joined.getLast().stripTrailing() + lines.get(i));
      } else {
        joined.add(lines.get(i));
      }
    }
    return joined;
  }

  private static boolean goesOn(String before, String line, int width) {
    String full = before.stripTrailing();
    return full.length() >= width - RAGGED
        && ENDS.indexOf(full.charAt(full.length() - 1)) < 0
        && !line.isBlank()
        && !isIndented(line);
  }

  private static boolean isIndented(String line) {
    return !line.isBlank() && (line.startsWith("　") || line.startsWith("  "));
  }
}
