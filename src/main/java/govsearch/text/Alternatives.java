package govsearch.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of which the first in their order counts that stands at a place: what a regular expression
 * of these alternatives finds, at the cost of a look at one character where none begins.
 */
public final class Alternatives {

  private static final int SLOTS = 1 << 10;

  /** By the last bits of their first characters; nearly all slots are empty. */
  private final String[][] byBeginning = new String[SLOTS][];

  private Alternatives(List<String> words) {
    List<List<String>> slots = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>(0));
    }
    for (String word : words) {
      slots.get(slot(word.charAt(0))).add(word);
    }
    for (int i = 0; i < SLOTS; i++) {
      byBeginning[i] = slots.get(i).toArray(String[]::new);
    }
  }

  /**
   * Some alternatives.
   *
   * @param words none of them empty, those first that are tried first
   */
  public static Alternatives of(String... words) {
    return new Alternatives(List.of(words));
  }

  /** How long the alternative is that stands at a place of a text; 0 where none does. */
  public int lengthAt(String text, int at) {
    for (String word : byBeginning[slot(text.charAt(at))]) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private static int slot(char first) {
    return first & (SLOTS - 1);
  }
}
