package govsearch.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Words that are looked for at every place of a text, by their first two characters: at most places
 * none begins, which one bit tells. Never changes once it is made.
 *
 * @param <W> what stands for a word
 */
final class WordTable<W> {

  private static final int SPREAD = 0x9E3779B1;

  private final W[] none;

  /** For each character whether any word begins with it. */
  private final long[] firsts = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  /** Two characters, or 0, in a table that is open and at most a quarter full. */
  private final int[] beginnings;

  /** What begins with these, longer words first. */
  private final W[][] words;

  /**
   * Makes a table.
   *
   * @param words those of fewer than two characters are left out
   * @param text of one
   * @param array makes an array of a length
   * @param arrays makes one of arrays
   */
  WordTable(
      Collection<W> words,
      Function<W, String> text,
      IntFunction<W[]> array,
      IntFunction<W[][]> arrays) {
    Map<Integer, List<W>> byBeginning = new HashMap<>();
    for (W word : words) {
      if (text.apply(word).length() > 1) {
        int beginning = beginning(text.apply(word), 0);
        byBeginning.computeIfAbsent(beginning, any -> new ArrayList<>(2)).add(word);
      }
    }
    none = array.apply(0);
    beginnings = new int[Math.max(2, Integer.highestOneBit(byBeginning.size()) * 8)];
    this.words = arrays.apply(beginnings.length);
    byBeginning.forEach(
        (beginning, some) -> {
          some.sort(Comparator.comparingInt((W word) -> text.apply(word).length()).reversed());
          int slot = slot(beginning);
          while (beginnings[slot] != 0) {
            slot = (slot + 1) & (beginnings.length - 1);
          }
          beginnings[slot] = beginning;
          this.words[slot] = some.toArray(array);
          char first = (char) (beginning >>> Character.SIZE);
          firsts[first >>> 6] |= 1L << first;
        });
  }

  /** Words that begin as a text does at a place, which may go on otherwise; not to be changed. */
  W[] at(String text, int at) {
    char first = text.charAt(at);
    if ((firsts[first >>> 6] & 1L << first) == 0 || at + 1 == text.length()) {
      return none;
    }
    int beginning = beginning(text, at);
    int slot = slot(beginning);
    while (beginnings[slot] != beginning) {
      if (beginnings[slot] == 0) {
        return none;
      }
      slot = (slot + 1) & (beginnings.length - 1);
    }
    return words[slot];
  }

  private int slot(int beginning) {
    int mixed = beginning * SPREAD;
    return (mixed ^ mixed >>> 16) & (beginnings.length - 1);
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
  }
}
