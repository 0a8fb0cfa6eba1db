package govsearch.ingest;

import govsearch.report.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings among a document's lines: those that stand alone and those run in. */
final class HeadingFinder {

  private static final int LONGEST_ALONE = 60;
  private static final int LONGEST_RUN_IN = 45;
  private static final int LONGEST_BEFORE_COLON = 30;
  private static final int LONGEST_UNNUMBERED = 30;
  private static final String SENTENCE_ENDS = "。！？!?";
  private static final Pattern COUNTS = Pattern.compile(".*[0-9０-９].*");

  private HeadingFinder() {}

  /**
   * A line's heading.
   *
   * @param alone whether the line is nothing but the heading
   */
  record Found(Heading heading, boolean alone) {}

  /** For each line its heading, or null. */
  static List<@Nullable Found> find(List<String> lines) {
    List<@Nullable HeadingMark> marks = marks(lines);
    List<@Nullable Found> found = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      HeadingMark mark = marks.get(i);
      found.add(mark == null ? unnumbered(lines, i) : numbered(lines.get(i), mark).orElse(null));
    }
    return found;
  }

  /** The marks, a 1、 among 二、 三、 siblings raised to their level. */
  private static List<@Nullable HeadingMark> marks(List<String> lines) {
    List<@Nullable HeadingMark> marks = new ArrayList<>(lines.size());
    for (String line : lines) {
      marks.add(HeadingMark.of(line).orElse(null));
    }
    for (int i = 0; i < marks.size(); i++) {
      HeadingMark mark = marks.get(i);
      if (mark != null && mark.comma() && isAmongLevelOne(marks, i, mark.number())) {
        marks.set(i, mark.atLevel(1));
      }
    }
    return marks;
  }

  /** Whether the level-1 numbers before and behind leave a gap just for this one. */
  private static boolean isAmongLevelOne(List<@Nullable HeadingMark> marks, int index, int number) {
    int before = 0;
    for (int i = index - 1; i >= 0 && before == 0; i--) {
      HeadingMark mark = marks.get(i);
      before = mark != null && mark.level() == 1 ? mark.number() : 0;
    }
    int behind = 0;
    for (int i = index + 1; i < marks.size() && behind == 0; i++) {
      HeadingMark mark = marks.get(i);
      if (mark != null && mark.comma() && mark.level() == 3 && mark.number() == number + 1) {
        return false; // counts on among its own kind
      }
      behind = mark != null && mark.level() == 1 ? mark.number() : 0;
    }
    return before == number - 1 && (behind == number + 1 || (behind == 0 && before > 0));
  }

  private static Optional<Found> numbered(String line, HeadingMark mark) {
    int sentenceEnd = firstOf(line, SENTENCE_ENDS, mark.length());
    boolean whole = sentenceEnd < 0 || sentenceEnd == line.length() - 1;
    if (whole) {
      return wholeLine(line, mark, sentenceEnd >= 0);
    }
    int colon = firstOf(line, "：:", mark.length());
    if (colon > mark.length() && colon < sentenceEnd && colon <= LONGEST_BEFORE_COLON) {
      return Optional.of(new Found(new Heading(mark.level(), line.substring(0, colon)), false));
    }
    String title = line.substring(0, sentenceEnd);
    boolean says =
        mark.level() >= 3 && COUNTS.matcher(line.substring(mark.length(), sentenceEnd)).matches();
    return title.length() > LONGEST_RUN_IN || says
        ? Optional.empty()
        : Optional.of(new Found(new Heading(mark.level(), title), false));
  }

  /** A line of one sentence: a heading, unless it is an item that says something whole. */
  private static Optional<Found> wholeLine(String line, HeadingMark mark, boolean closed) {
    int colon = firstOf(line, "：:", mark.length());
    boolean titleBeforeColon =
        colon > mark.length() && colon <= LONGEST_BEFORE_COLON && colon < line.length() - 1;
    if (titleBeforeColon && (closed || line.length() > LONGEST_ALONE)) {
      return Optional.of(new Found(new Heading(mark.level(), line.substring(0, colon)), false));
    }
    boolean item =
        mark.level() >= 3 && (closed || "；;，,".indexOf(line.charAt(line.length() - 1)) >= 0);
    if (item || line.length() > LONGEST_ALONE || line.length() == mark.length()) {
      return Optional.empty();
    }
    String title = closed ? line.substring(0, line.length() - 1) : line;
    return Optional.of(new Found(new Heading(mark.level(), title), true));
  }

  /** A short line without a number that announces a section, and text behind it. */
  private static @Nullable Found unnumbered(List<String> lines, int index) {
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
