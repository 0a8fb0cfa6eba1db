package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.text.Pinyin;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What slips make of a text that the collection does not have. A text can only be there if each two
 * neighbouring characters of it are, and so what a change leaves on either side.
 */
final class Slips {

  private final String text;
  private final TextCounter counter;
  private final IndexedBigrams bigrams;
  private final IntPredicate wanted;
  private final Ends ends;

  /**
   * Slips of a text.
   *
   * @param text of two characters or more, each of one UTF-16 unit
   * @param wanted which characters may have been meant
   */
  Slips(String text, TextCounter counter, IndexedBigrams bigrams, IntPredicate wanted)
      throws IOException {
    this.wanted = wanted;
    this.text = text;
    this.counter = counter;
    this.bigrams = bigrams;
    this.ends = Ends.of(text, counter);
  }

  /** Adds texts in which one character is another that is read alike. */
  void addReadAlike(NearTexts out) {
    for (int at = 0; at < text.length() && at <= ends.before(); at++) {
      addReadAlike(at, out);
    }
  }

  private void addReadAlike(int at, NearTexts out) {
    String alike = Pinyin.soundingLike(text.charAt(at));
    for (int i = 0; i < alike.length(); i++) {
      char other = alike.charAt(i);
      if (other != text.charAt(at) && isThere(at - 1, other) && isThere(other, at + 1)) {
        out.add(text.substring(0, at) + other + text.substring(at + 1));
      }
    }
  }

  /** Adds texts in which two neighbours, a word mostly, are others that are read alike. */
  void addTwoReadAlike(NearTexts out) {
    int last = Math.min(text.length() - 2, ends.before());
    for (int at = Math.max(0, text.length() - 2 - ends.behind()); at <= last; at++) {
      char[] seconds = Pinyin.soundingLike(text.charAt(at + 1)).toCharArray();
      for (char first : Pinyin.soundingLike(text.charAt(at)).toCharArray()) {
        if (first == text.charAt(at) || !isThere(at - 1, first)) {
          continue;
        }
        for (char second : seconds) {
          if (second != text.charAt(at + 1)
              && bigrams.contains(first, second)
              && isThere(second, at + 2)) {
            out.add(text.substring(0, at) + first + second + text.substring(at + 2));
          }
        }
      }
    }
  }

  /** Whether a character stands anywhere behind that of a place; so it does where there is none. */
  private boolean isThere(int before, char behind) {
    return before < 0 || bigrams.contains(text.charAt(before), behind);
  }

  /** Whether a character stands anywhere before that of a place. */
  private boolean isThere(char before, int behind) {
    return behind == text.length() || bigrams.contains(before, text.charAt(behind));
  }

  /** Adds texts with one character wrong, missing, too many, or two that changed places. */
  void addEdited(NearTexts out) throws IOException {
    int last = text.length() - 1;
    for (int at = 0; at <= Math.min(last, ends.before()); at++) {
      String before = text.substring(0, at);
      if (at < last && last - 1 - at <= ends.behind()) {
        addIfThere(before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2), out);
      }
      if (last - at <= ends.behind()) {
        addIfThere(before + text.substring(at + 1), out);
        boolean areAll = put(before, text.substring(at + 1), out);
        if (!areAll) { // what was met least was meant most where it is read alike
          addReadAlike(at, out);
        }
      }
      // Before the first and behind the last there is nothing missing: it is contained.
      if (at > 0 && text.length() - at <= ends.behind()) {
        put(before, text.substring(at), out);
      }
    }
  }

  /** Adds the texts that have any one character between two parts; says whether all of them. */
  private boolean put(String before, String behind, NearTexts out) throws IOException {
    Optional<Told> told = counter.between(before, behind, wanted);
    if (told.isPresent()) {
      out.addAll(told.get().texts());
      return told.get().areAll();
    }
    String candidates =
        before.isEmpty()
            ? bigrams.before(behind.charAt(0))
            : bigrams.behind(before.charAt(before.length() - 1));
    for (int i = 0; i < candidates.length(); i++) {
      char between = candidates.charAt(i);
      if (wanted.test(between)
          && (behind.isEmpty() || bigrams.contains(between, behind.charAt(0)))) {
        out.add(before + between + behind);
      }
    }
    return true;
  }

  private void addIfThere(String changed, NearTexts out) {
    for (int at = 1; at < changed.length(); at++) {
      if (!bigrams.contains(changed.charAt(at - 1), changed.charAt(at))) {
        return;
      }
    }
    if (changed.length() > 1) {
      out.add(changed);
    }
  }
}
