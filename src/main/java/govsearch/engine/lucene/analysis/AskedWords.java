package govsearch.engine.lucene.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query's text is looked for by. SmartCN cuts what it does not know into single characters,
 * and these stand in nearly every paragraph: so they are looked for together with what they stand
 * beside, never each by itself. 三农工作 asks for 工作 and for 三农; 调解员补贴 for 调解员 and for 补贴.
 *
 * @param words to be there, wherever they stand
 * @param together literal texts to be there as they are: runs of single characters, and a single
 *     one with the word beside it
 * @param telling the words of both, by which what is found is weighed
 * @param joints literal bigrams of {@code together} that lie in none of its words
 */
public record AskedWords(
    Set<String> words, Set<String> together, Set<String> telling, Set<String> joints) {

  /** What ends a noun and is cut from it: 网格员, 调解室. */
  private static final String ENDS = "员者会队室站所点率组岗证村镇乡县院团校厅处科股委办期级类型化性力式权案年月日号条项款页岁天元件人名户起次场份宗余多";

  /** Function words that may stand within a run, as in 留不住 and 管得好. */
  private static final String INNER = "不得上下中有以为于之";

  private static final String NOT = "不";

  /** Reads a text that was cut; all its words where it has none that carries content. */
  static AskedWords of(CutText cut, String source) {
    Reader reader = new Reader(cut, source);
    reader.read();
    AskedWords asked = reader.asked();
    if (!asked.isEmpty()) {
      return asked;
    }
    Set<String> single = reader.lonely.isEmpty() ? new LinkedHashSet<>(cut.words()) : reader.lonely;
    return new AskedWords(single, Set.of(), single, Set.of());
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return words.isEmpty() && together.isEmpty();
  }

  private static boolean isSingle(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }

  /** Goes through the words, stretch by stretch of those that nothing parts. */
  private static final class Reader {
    private final CutText cut;
    private final String source;
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> together = new LinkedHashSet<>();
    private final Set<String> telling = new LinkedHashSet<>();
    private final Set<String> joints = new LinkedHashSet<>();
    private final Set<String> lonely = new LinkedHashSet<>();

    Reader(CutText cut, String source) {
      this.cut = cut;
      this.source = source;
    }

    AskedWords asked() {
      return new AskedWords(words, together, telling, joints);
    }

    void read() {
      int from = 0;
      for (int i = 1; i <= cut.count(); i++) {
        boolean parted =
            i == cut.count()
                || cut.starts()[i] != cut.ends()[i - 1]
                || cut.literal().isParted(source, cut.starts()[i]);
        if (parted) {
          stretch(from, i);
          from = i;
        }
      }
    }

    private void stretch(int from, int to) {
      List<int[]> units = new ArrayList<>(); // each the first word and the one behind the last
      int i = from;
      while (i < to) {
        String word = cut.word(i);
        if (!isSingle(word)) {
          if (!WordCutter.isFunctionWord(word)) {
            units.add(new int[] {i, i + 1});
          }
          i++;
          continue;
        }
        int end = i;
        while (end < to && isOfRun(cut.word(end))) {
          end++;
        }
        if (end == i) {
          i++; // a function word that parts
          continue;
        }
        run(i, end, units);
        i = end;
      }
      alone(units);
      units.forEach(this::take);
    }

    private static boolean isOfRun(String word) {
      return isSingle(word) && (!WordCutter.isFunctionWord(word) || INNER.contains(word));
    }

    /** Adds a run of single characters, its first one to the noun that it ends. */
    private void run(int from, int to, List<int[]> units) {
      int first = from;
      int last = to;
      int[] before = units.isEmpty() ? null : units.getLast();
      if (before != null && before[1] == first && ENDS.contains(cut.word(first))) {
        before[1] = ++first;
      }
      while (first < last && isTrimmed(first, last)) {
        first++;
      }
      while (last > first && WordCutter.isFunctionWord(cut.word(last - 1))) {
        last--;
      }
      if (first < last) {
        units.add(new int[] {first, last});
      }
    }

    /** 不 stays before what it denies. */
    private boolean isTrimmed(int first, int last) {
      String word = cut.word(first);
      return WordCutter.isFunctionWord(word) && !(word.equals(NOT) && first + 1 < last);
    }

    /** A single character left alone goes to the unit behind it, else to the one before it. */
    private void alone(List<int[]> units) {
      for (int i = 0; i < units.size(); i++) {
        int[] unit = units.get(i);
        if (unit[1] - unit[0] > 1 || !isSingle(cut.word(unit[0]))) {
          continue;
        }
        if (i + 1 < units.size() && units.get(i + 1)[0] == unit[1]) {
          units.get(i + 1)[0] = unit[0];
          units.remove(i--);
        } else if (i > 0 && units.get(i - 1)[1] == unit[0]) {
          units.get(i - 1)[1] = unit[1];
          units.remove(i--);
        }
      }
    }

    private void take(int[] unit) {
      boolean several = unit[1] - unit[0] > 1;
      if (!several && isSingle(cut.word(unit[0]))) {
        lonely.add(cut.word(unit[0]));
        return;
      }
      for (int i = unit[0]; i < unit[1]; i++) {
        if (!isSingle(cut.word(i))) {
          telling.add(cut.word(i));
        }
      }
      if (!several) {
        words.add(cut.word(unit[0]));
        return;
      }
      String text = cut.literal().text();
      together.add(text.substring(cut.starts()[unit[0]], cut.ends()[unit[1] - 1]));
      for (int i = unit[0]; i + 1 < unit[1]; i++) {
        int joint = cut.starts()[i + 1];
        joints.add(
            text.substring(text.offsetByCodePoints(joint, -1), text.offsetByCodePoints(joint, 1)));
      }
    }
  }
}
