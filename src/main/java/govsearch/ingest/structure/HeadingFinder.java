package govsearch.ingest.structure;

import govsearch.report.Heading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings among a document's lines: those that stand alone and those run in. */
final class HeadingFinder {

  private static final int LONGEST_SECTION_ALONE = 80;
  private static final int LONGEST_ANNOUNCING = 200;
  private static final int LONGEST_ALONE = 60;
  private static final int LONGEST_RUN_IN = 45;
  private static final int LONGEST_BEFORE_COLON = 30;
  private static final int LONGEST_UNNUMBERED = 30;
  private static final int LONGEST_ITEM_TITLE = 25;
  private static final int FIRST_ITEM_LEVEL = 3;
  private static final String SENTENCE_ENDS = "。！？!?";
  private static final Pattern COUNTS = Pattern.compile("[0-9０-９]");

  private final List<String> lines;
  private final BitSet signed;
  private final List<@Nullable HeadingMark> marks;
  private final boolean hasSections;
  private final List<@Nullable Found> found;

  private HeadingFinder(List<String> lines, BitSet signed) {
    this.lines = lines;
    this.signed = signed;
    this.marks = HeadingMarks.of(lines);
    this.hasSections = marks.stream().anyMatch(mark -> mark != null && mark.level() == 1);
    this.found = new ArrayList<>(lines.size());
  }

  /**
   * A line's heading.
   *
   * @param alone whether the line is nothing but the heading, and other text stands below it
   */
  record Found(Heading heading, boolean alone) {}

  /**
   * For each line its heading, or null.
   *
   * @param signed the lines that sign, which stand below no heading
   */
  static List<@Nullable Found> find(List<String> lines, BitSet signed) {
    HeadingFinder finder = new HeadingFinder(lines, signed);
    for (int i = 0; i < lines.size(); i++) {
      HeadingMark mark = finder.marks.get(i);
      finder.found.add(mark == null ? finder.unnumbered(i) : finder.numbered(i, mark));
    }
    return finder.found;
  }

  private @Nullable Found numbered(int index, HeadingMark mark) {
    String line = lines.get(index);
    int sentenceEnd = firstOf(line, SENTENCE_ENDS, mark.length());
    if (sentenceEnd < 0 || sentenceEnd == line.length() - 1) {
      return wholeLine(index, mark, sentenceEnd >= 0);
    }
    int colon = firstOf(line, "：:", mark.length());
    if (colon > mark.length() && colon < sentenceEnd && colon <= LONGEST_BEFORE_COLON) {
      return runIn(mark, line.substring(0, colon));
    }
    String title = line.substring(0, sentenceEnd);
    boolean says =
        mark.level() >= FIRST_ITEM_LEVEL && COUNTS.matcher(title.substring(mark.length())).find();
    return title.length() > LONGEST_RUN_IN || says ? null : runIn(mark, title);
  }

  /** A line of one sentence: a heading, unless it is an item that says something whole. */
  private @Nullable Found wholeLine(int index, HeadingMark mark, boolean closed) {
    String line = lines.get(index);
    int longest = longest(index, mark);
    int colon = firstOf(line, "：:", mark.length());
    boolean titleBeforeColon =
        colon > mark.length() && colon <= LONGEST_BEFORE_COLON && colon < line.length() - 1;
    if (titleBeforeColon && (closed || line.length() > longest)) {
      return runIn(mark, line.substring(0, colon));
    }
    boolean item =
        mark.level() >= FIRST_ITEM_LEVEL
            && (closed || "；;，,".indexOf(line.charAt(line.length() - 1)) >= 0)
            && !isAbove(index, mark);
    if (item || line.length() > longest || line.length() == mark.length()) {
      return null;
    }
    boolean punctuated = closed || "：:；;，,".indexOf(line.charAt(line.length() - 1)) >= 0;
    String title = punctuated ? line.substring(0, line.length() - 1) : line;
    // With nothing below it, it says all there is to say; so does the last of such a list.
    boolean alone =
        mark.level() == 1 || (hasBelow(index, mark) && !isWholeItem(siblingBefore(index, mark)));
    return new Found(new Heading(mark.level(), title), alone);
  }

  /** How long a heading may be; one that is longer than others must announce a section. */
  private int longest(int index, HeadingMark mark) {
    if (mark.level() > 1) {
      return LONGEST_ALONE;
    }
    String line = lines.get(index);
    boolean announces =
        line.length() > LONGEST_SECTION_ALONE
            && line.length() <= LONGEST_ANNOUNCING
            && firstOf(line, "；;", 0) < 0
            && hasBelow(index, mark)
            && !SectionCues.announced(line).isEmpty();
    return announces ? LONGEST_ANNOUNCING : LONGEST_SECTION_ALONE;
  }

  /** Whether the item on a line stands above others, or above text as its siblings do. */
  private boolean isAbove(int index, HeadingMark mark) {
    if (!hasBelow(index, mark)) {
      return false;
    }
    if (marks.get(index + 1) != null) {
      return true;
    }
    String title = lines.get(index).substring(mark.length());
    boolean says = title.length() > LONGEST_ITEM_TITLE || COUNTS.matcher(title).find();
    int sibling = siblingBefore(index, mark);
    Found before = sibling < 0 ? null : found.get(sibling);
    return !says && (mark.number() == 1 || (before != null && before.alone()));
  }

  /** Whether a line is a heading and all of its text. */
  private boolean isWholeItem(int index) {
    Found whole = index < 0 ? null : found.get(index);
    return whole != null
        && !whole.alone()
        && whole.heading().title().length() >= lines.get(index).length() - 1;
  }

  /** The line that counts before this one at its level, or -1. */
  private int siblingBefore(int index, HeadingMark mark) {
    for (int i = index - 1; i >= 0; i--) {
      HeadingMark before = marks.get(i);
      if (before != null && before.level() <= mark.level()) {
        return before.level() == mark.level() ? i : -1;
      }
    }
    return -1;
  }

  private boolean hasBelow(int index, HeadingMark mark) {
    int below = index + 1;
    if (below == lines.size() || signed.get(below) || Signatures.isClosing(lines.get(below))) {
      return false;
    }
    HeadingMark next = marks.get(below);
    return next == null ? unnumbered(below) == null : next.level() > mark.level();
  }

  private static Found runIn(HeadingMark mark, String title) {
    return new Found(new Heading(mark.level(), title), false);
  }

  /** A short line without a number that announces a section, and text behind it. */
  private @Nullable Found unnumbered(int index) {
    String line = lines.get(index);
    // Among numbered sections, 具体措施如下： only introduces what follows.
    boolean colon = !hasSections && "：:".indexOf(line.charAt(line.length() - 1)) >= 0;
    String title = colon ? line.substring(0, line.length() - 1) : line;
    boolean could =
        title.length() <= LONGEST_UNNUMBERED
            && firstOf(title, "。！？!?；;：:，,（(", 0) < 0
            && index + 1 < lines.size()
            && !SectionCues.announced(title).isEmpty();
    return could ? new Found(new Heading(1, title), true) : null;
  }

  private static int firstOf(String line, String characters, int from) {
    for (int i = from; i < line.length(); i++) {
      if (characters.indexOf(line.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
