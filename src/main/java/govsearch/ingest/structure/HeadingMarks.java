package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that a document's lines begin with, each seen among the others. */
final class HeadingMarks {

  private static final int ITEM_LEVEL = 3;
  private static final int MOST_BITS = 63;

  private HeadingMarks() {}

  /** The marks, a 1、 among 二、 三、 siblings raised to their level. */
  static List<@Nullable HeadingMark> of(List<String> lines) {
    List<@Nullable HeadingMark> marks = new ArrayList<>(lines.size());
    for (String line : lines) {
      marks.add(HeadingMark.of(line).orElse(null));
    }
    List<Integer> behind = sectionsBehind(marks);
    int before = 0;
    for (int i = 0; i < marks.size(); i++) {
      HeadingMark mark = marks.get(i);
      if (mark != null && mark.comma() && mark.level() == ITEM_LEVEL) {
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
}
