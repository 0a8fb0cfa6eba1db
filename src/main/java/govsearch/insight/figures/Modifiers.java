package govsearch.insight.figures;

import govsearch.text.Quantity;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand between a figure and what it counts: 102名村级“法律明白人”. From each figure the text is
 * read forwards once, up to the next one.
 */
final class Modifiers {

  private static final String SIGNS = "“”\"'‘’「」『』《》〈〉()（）的村镇县新老";
  private static final String WHITE_SPACE = " \t\n\u000B\f\r";
  private static final Set<String> WORDS =
      Set.of(
          "乡村", "村级", "社区", "农村", "基层", "镇级", "优秀", "骨干", "专职", "兼职", "专业", "持证", "本土", "双语", "新增",
          "新任", "在岗", "各类");

  private static final int WORD = 2;

  /** Places before which, back to the nearest figure, nothing but modifiers stands. */
  private final BitSet reached = new BitSet();

  /**
   * Of a text.
   *
   * @param quantities of that text, in order
   */
  Modifiers(String text, List<Quantity> quantities) {
    for (int i = 0; i < quantities.size(); i++) {
      int from = quantities.get(i).at().end();
      boolean last = i + 1 == quantities.size();
      reach(text, from, last ? text.length() : quantities.get(i + 1).at().start());
    }
  }

  private void reach(String text, int from, int to) {
    reached.set(from);
    for (int at = from; at < to && (reached.get(at) || reached.get(at + 1)); at++) {
      if (!reached.get(at)) {
        continue;
      }
      char c = text.charAt(at);
      if (SIGNS.indexOf(c) >= 0 || WHITE_SPACE.indexOf(c) >= 0) {
        reached.set(at + 1);
      }
      if (at + WORD <= to && WORDS.contains(text.substring(at, at + WORD))) {
        reached.set(at + WORD);
      }
    }
  }

  /** Whether only modifiers stand between the last figure before a place and that place. */
  boolean lastUpTo(int place) {
    return reached.get(place);
  }
}
