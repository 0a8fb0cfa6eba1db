package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers that a document's lines begin with, each seen among the others. */
final class HeadingMarks {

  private static final int ITEM_LEVEL = 3;
  private static final int MOST_BITS = 63;
  private static final int LONGEST_TITLE = 60;

  private final List<String> lines;
  private final List<@Nullable HeadingMark> marks = new ArrayList<>();

  private HeadingMarks(List<String> lines) {
    this.lines = lines;
    for (String line : lines) {
      marks.add(HeadingMark.of(line).orElse(null));
    }
  }

  /** The marks, a 1、 or 一，among 二、 三、 siblings raised to their level. */
  static List<@Nullable HeadingMark> of(List<String> lines) {
    HeadingMarks found = new HeadingMarks(lines);
    if (found.marks.stream().noneMatch(mark -> mark != null && mark.level() == 1)) {
      found.raiseSlips();
    }
    found.raiseItems();
    return found.marks;
  }

  /** Where no section is numbered 一、 those numbered 一，or 第一： count from one to the last. */
  private void raiseSlips() {
    List<Integer> slips = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<HeadingMark> slip = HeadingMark.slip(lines.get(i));
      if (slip.isPresent() && slip.get().number() == slips.size() + 1) {
        slips.add(i);
      }
    }
    if (slips.size() >= 2 && slips.stream().filter(this::announcesAlone).count() >= 2) {
      slips.forEach(line -> marks.set(line, HeadingMark.slip(lines.get(line)).orElseThrow()));
    }
  }

  private void raiseItems() {
    List<Integer> behind = sectionsBehind();
    int before = 0;
    Items items = new Items();
    for (int i = 0; i < marks.size(); i++) {
      HeadingMark mark = marks.get(i);
      HeadingMark candidate = mark == null ? HeadingMark.slip(lines.get(i)).orElse(null) : mark;
      boolean slip = mark == null && candidate != null && announcesAlone(i);
      boolean comma = mark != null && mark.comma() && mark.level() == ITEM_LEVEL;
      if (candidate != null && (slip || comma)) {
        int next = behind.get(i);
        boolean fits = next == candidate.number() + 1 || next == 0 && before > 0;
        if (before == candidate.number() - 1
            && fits
            && (!items.reach(candidate.number() - 1) || announcesAlone(i))) {
          mark = candidate.atLevel(1);
          marks.set(i, mark);
        }
      }
      if (mark != null && mark.level() == 1) {
        before = mark.number();
        items = new Items();
      } else {
        items.read(mark, lines.get(i));
      }
    }
  }

  /** The items of a section so far: 4、 behind 3、 is one more of them, not section 四. */
  private static final class Items {
    private long numbers;

    void read(@Nullable HeadingMark mark, String line) {
      if (mark != null && mark.level() >= ITEM_LEVEL) {
        add(mark.number());
      }
      for (int i = 1; i < line.length(); i++) { // be it inside a line: 1、…；2、…；3、…
        boolean ends = "、.．".indexOf(line.charAt(i)) >= 0 && isDigit(line.charAt(i - 1));
        if (ends && (i + 1 == line.length() || !isDigit(line.charAt(i + 1)))) {
          boolean tens = i >= 2 && isDigit(line.charAt(i - 2));
          add(line.charAt(i - 1) - '0' + (tens ? 10 * (line.charAt(i - 2) - '0') : 0));
        }
      }
    }

    private void add(int number) {
      numbers |= number < MOST_BITS ? 1L << number : 0;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    boolean reach(int number) {
      return number > 0 && number < MOST_BITS && (numbers >> number & 1) == 1;
    }
  }

  /** Whether a line is nothing but a number and a title that announces a section. */
  private boolean announcesAlone(int line) {
    String text = lines.get(line);
    Optional<HeadingMark> mark = HeadingMark.of(text).or(() -> HeadingMark.slip(text));
    String title = mark.map(number -> text.substring(number.length())).orElse(text);
    return title.length() <= LONGEST_TITLE
        && title.chars().noneMatch(c -> "。；;！!".indexOf(c) >= 0)
        && SectionCues.announcesAlone(title);
  }

  /** For each mark the level-1 number behind it, 0 for none, -1 if it counts on before that. */
  private List<Integer> sectionsBehind() {
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
}
