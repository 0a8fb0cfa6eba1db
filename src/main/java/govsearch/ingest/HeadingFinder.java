package govsearch.ingest;

import govsearch.report.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings among a document's lines: those that stand alone and those run in. */
final class HeadingFinder {

  private static final int LONGEST_SECTION_ALONE = 80;
  private static final int LONGEST_ALONE = 60;
  private static final int LONGEST_RUN_IN = 45;
  private static final int LONGEST_BEFORE_COLON = 30;
  private static final int LONGEST_UNNUMBERED = 30;
  private static final int LONGEST_ITEM_TITLE = 25;
  private static final int FIRST_ITEM_LEVEL = 3;
  private static final int MOST_BITS = 63;
  private static final String SENTENCE_ENDS = "。！？!?";
  private static final Pattern COUNTS = Pattern.compile("[0-9０-９]");

  private final List<String> lines;
  private final List<@Nullable HeadingMark> marks;
  private final List<@Nullable Found> found;

  private HeadingFinder(List<String> lines) {
    this.lines = lines;
    this.marks = marks(lines);
    this.found = new ArrayList<>(lines.size());
  }

  /**
   * A line's heading.
   *
   * @param alone whether the line is nothing but the heading, and other text stands below it
   */
  record Found(Heading heading, boolean alone) {}

  /** For each line its heading, or null. */
  static List<@Nullable Found> find(List<String> lines) {
    HeadingFinder finder = new HeadingFinder(lines);
    for (int i = 0; i < lines.size(); i++) {
      HeadingMark mark = finder.marks.get(i);
      finder.found.add(mark == null ? finder.unnumbered(i) : finder.numbered(i, mark));
    }
    return finder.found;
  }

  /** The marks, a 1、 among 二、 三、 siblings raised to their level. */
  private static List<@Nullable HeadingMark> marks(List<String> lines) {
    List<@Nullable HeadingMark> marks = new ArrayList<>(lines.size());
    for (String line : lines) {
      marks.add(HeadingMark.of(line).orElse(null));
    }
    List<Integer> behind = sectionsBehind(marks);
    int before = 0;
    for (int i = 0; i < marks.size(); i++) {
      HeadingMark mark = marks.get(i);
      if (mark != null && mark.comma() && mark.level() == FIRST_ITEM_LEVEL) {
        int next = behind.get(i);
        boolean fits = next == mark.number() + 1 || next == 0 && before > 0;
        if (before == mark.number() - 1 && fits) {
          mark = mark.atLevel(1);
          marks.set(i, mark);
        }
      }
      before = mark != null && mark.level() == 1 ? mark.number() : before;
    }
    return marks;
  }

  /** For each mark the level-1 number behind it, 0 for none, -1 if it counts on before that. */
  private static List<Integer> sectionsBehind(List<@Nullable HeadingMark> marks) {
    Integer[] behind = new Integer[marks.size()];
    int section = 0;
    long numbers = 0; // those counted with 、 since then, a bit for each
    for (int i = marks.size() - 1; i >= 0; i--) {
      HeadingMark mark = marks.get(i);
      boolean goesOn =
          mark != null
              && mark.number() < MOST_BITS - 1
              && (numbers >> (mark.number() + 1) & 1) == 1;
      behind[i] = goesOn ? -1 : section;
      if (mark != null && mark.level() == 1) {
        section = mark.number();
        numbers = 0;
      } else if (mark != null && mark.comma() && mark.number() < MOST_BITS) {
        numbers |= 1L << mark.number();
      }
    }
    return List.of(behind);
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
    int longest = mark.level() == 1 ? LONGEST_SECTION_ALONE : LONGEST_ALONE;
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
    // With nothing below it, it says all there is to say.
    boolean alone = mark.level() == 1 || hasBelow(index, mark);
    return new Found(new Heading(mark.level(), title), alone);
  }

  /** Whether the item on a line stands above others, or above text as its siblings do. */
  private boolean isAbove(int index, HeadingMark mark) {
    if (!hasBelow(index, mark)) {
      return false;
    }
    String line = lines.get(index);
    boolean says =
        line.length() > LONGEST_ITEM_TITLE || COUNTS.matcher(line.substring(mark.length())).find();
    if (marks.get(index + 1) != null || says) {
      return marks.get(index + 1) != null;
    }
    return mark.number() == 1 || isSiblingAlone(index, mark.level());
  }

  private boolean isSiblingAlone(int index, int level) {
    for (int i = index - 1; i >= 0; i--) {
      HeadingMark before = marks.get(i);
      if (before != null && before.level() <= level) {
        Found sibling = found.get(i);
        return before.level() == level && sibling != null && sibling.alone();
      }
    }
    return false;
  }

  private boolean hasBelow(int index, HeadingMark mark) {
    if (index + 1 == lines.size()) {
      return false;
    }
    HeadingMark next = marks.get(index + 1);
    return next == null ? unnumbered(index + 1) == null : next.level() > mark.level();
  }

  private static Found runIn(HeadingMark mark, String title) {
    return new Found(new Heading(mark.level(), title), false);
  }

  /** A short line without a number that announces a section, and text behind it. */
  private @Nullable Found unnumbered(int index) {
    String line = lines.get(index);
    boolean could =
        line.length() <= LONGEST_UNNUMBERED
            && firstOf(line, "。！？!?；;：:，,（(", 0) < 0
            && index + 1 < lines.size()
            && !SectionCues.announced(line).isEmpty();
    return could ? new Found(new Heading(1, line), true) : null;
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
