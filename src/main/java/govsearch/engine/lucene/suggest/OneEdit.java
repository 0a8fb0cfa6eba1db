package govsearch.engine.lucene.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts to be found by others that differ by one character wrong, missing or too many, or two that
 * changed places: such two leave the same rest where each, or one of them, loses one character
 * (symmetric deletions, as SymSpell has them). A rest of each is kept as its hash, some eight bytes
 * for each character of all texts.
 */
final class OneEdit {

  /** So long a text is to be found; nobody looks for longer ones. */
  private static final int LONGEST = 21;

  private final List<String> texts;

  /** Hash of a rest in the upper half, the number of its text in the lower; ascending. */
  private final long[] rests;

  OneEdit(List<String> texts) {
    this.texts = List.copyOf(texts);
    int size = 0;
    for (String text : texts) {
      size += text.length() <= LONGEST ? text.length() + 1 : 0;
    }
    this.rests = new long[size];
    int count = 0;
    for (int number = 0; number < texts.size(); number++) {
      String text = texts.get(number);
      for (int without = 0; text.length() <= LONGEST && without <= text.length(); without++) {
        rests[count++] = (long) hash(text, without) << Integer.SIZE | number;
      }
    }
    Arrays.sort(rests);
  }

  /** Of a text without the character at a place; of all of it where there is none. */
  private static int hash(String text, int without) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = i == without ? hash : 31 * hash + text.charAt(i);
    }
    return hash;
  }

  /** Those that differ by one edit, in their order. */
  Set<String> near(String text) {
    Set<String> near = new TreeSet<>();
    for (int without = 0; without <= text.length(); without++) {
      long first = (long) hash(text, without) << Integer.SIZE;
      int at = Arrays.binarySearch(rests, first);
      for (int i = at < 0 ? -at - 1 : at;
          i < rests.length && rests[i] >> Integer.SIZE == first >> Integer.SIZE;
          i++) {
        String other = texts.get((int) rests[i]);
        if (isOneEdit(text, other)) {
          near.add(other);
        }
      }
    }
    return near;
  }

  static boolean isOneEdit(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int from = 0;
    while (from < shorter && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    int back = 0;
    while (back < shorter - from
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    int rest = one.length() - from - back;
    int otherRest = other.length() - from - back;
    boolean isTurned =
        rest == 2
            && otherRest == 2
            && one.charAt(from) == other.charAt(from + 1)
            && one.charAt(from + 1) == other.charAt(from);
    return isTurned || Math.max(rest, otherRest) == 1;
  }
}
