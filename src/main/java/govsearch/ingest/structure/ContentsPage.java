package govsearch.ingest.structure;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a contents page above a text: 目录, and the headings below it, which come again. */
final class ContentsPage {

  private static final Pattern HEAD = Pattern.compile("目[录次]");

  /** 一、主要举措和成效……1. */
  private static final Pattern NUMBERED =
      Pattern.compile("^[^。]{1,80}?(?:[.．…·⋯\\-—_\\s]{2,}+|\\t)[-—(（]?\\s*+\\d{1,3}\\s*+[-—)）]?");

  private static final int LONGEST_ENTRY = 200;
  private static final int MOST_LINES_ABOVE = 40;

  private ContentsPage() {}

  /** The lines of it. */
  static BitSet find(List<String> lines) {
    BitSet contents = new BitSet(lines.size());
    for (int i = 0; i < Math.min(MOST_LINES_ABOVE, lines.size()); i++) {
      if (HEAD.matcher(Lines.squeezed(lines.get(i))).matches()) {
        int end = i + 1;
        while (end < lines.size() && isEntry(lines, end)) {
          end++;
        }
        if (end > i + 1) {
          contents.set(i, end);
        }
        return contents;
      }
    }
    return contents;
  }

  private static boolean isEntry(List<String> lines, int index) {
    String line = lines.get(index);
    return line.length() <= LONGEST_ENTRY && NUMBERED.matcher(line).matches()
        || HeadingMark.of(line).isPresent()
            && lines.subList(index + 1, lines.size()).contains(line);
  }
}
