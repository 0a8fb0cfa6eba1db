package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.text.Literal;
import govsearch.text.Pinyin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts of the collection near one that it does not have. Candidates are made from the index's
 * bigrams: a text can only be there if each two neighbouring characters of it are. Work is bounded
 * by the number of characters that are changed and of texts that are looked up.
 */
public final class NearestTexts {

  private static final int LONGEST = 20;

  /** Of a text longer than this only one character is changed for another read alike. */
  private static final int LONG = 12;

  /** One character of two is no likeness. */
  private static final int SHORTEST_FOR_EDITS = 3;

  private static final int MOST_ALIKE_CHANGED = 2;
  private static final int MOST_LOOKED_UP = 400;

  /** How many paragraphs each of some literal texts is in. */
  @FunctionalInterface
  public interface Counter {
    /** Their numbers, in the order of the texts. */
    List<Long> of(List<String> literals) throws IOException;

    /** Whether any has a literal text. */
    default boolean isAnywhere(String literal) throws IOException {
      return of(List.of(literal)).getFirst() > 0;
    }

    /** What those numbers cannot be above, as far as that is known for little. */
    default List<Long> atMost(List<String> literals) throws IOException {
      return Collections.nCopies(literals.size(), Long.MAX_VALUE);
    }
  }

  private final Counter counter;
  private final SuggestionList suggestions;
  private final IndexedBigrams bigrams;

  /** Looks for texts in what was read of a collection, and counts them in all of it. */
  public NearestTexts(Counter counter, IndexedBigrams bigrams, SuggestionList suggestions) {
    this.counter = counter;
    this.bigrams = bigrams;
    this.suggestions = suggestions;
  }

  /** The nearest texts, in literal form, best first. */
  public List<String> of(String text, int most) throws IOException {
    String literal = Literal.literal(text);
    Set<String> alike = new LinkedHashSet<>();
    Set<String> edited = new LinkedHashSet<>();
    if (literal.isEmpty() || counter.isAnywhere(literal)) {
      return List.of();
    }
    if (literal.length() > 1 && literal.chars().allMatch(c -> c < 0x80)) {
      spelt(text, alike);
    } else if (literal.length() > 1
        && literal.length() <= LONGEST
        && literal.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      suggestions.ofLength(literal.length()).stream()
          .map(SuggestionList.Entry::literal)
          .filter(entry -> Pinyin.soundAlike(entry, literal))
          .forEach(alike::add);
      Ends ends = Ends.of(literal, counter);
      soundAlike(literal, 0, literal.length() > LONG ? 1 : MOST_ALIKE_CHANGED, ends, alike);
      if (literal.length() >= SHORTEST_FOR_EDITS) {
        edit(literal, ends, edited);
      }
    }
    String letters = letters(literal);
    if (!letters.isEmpty()) {
      alike.add(letters); // !普法: nothing is nearer than what it is without the sign
    }
    alike.remove(literal);
    edited.remove(literal);
    edited.removeAll(alike);
    List<String> found = new ArrayList<>();
    for (Set<String> near : List.of(alike, edited)) {
      Map<Boolean, List<String>> looked =
          near.stream()
              .limit(MOST_LOOKED_UP)
              .collect(Collectors.partitioningBy(one -> letters(one).equals(one)));
      // Those of letters alone first; the others, and those less near, only where there is room.
      for (boolean isPlain : new boolean[] {true, false}) {
        List<String> some = looked.getOrDefault(isPlain, List.of());
        found.addAll(MostFrequent.of(counter, some, most - found.size()));
      }
    }
    return List.copyOf(found);
  }

  /**
   * The one text that was meant by one that the collection does not have: the most frequent of
   * those read alike, else of those with one other character, or two that changed places.
   */
  public Optional<String> slip(String typed) throws IOException {
    String literal = Literal.literal(typed);
    if (literal.length() < SHORTEST_FOR_EDITS
        || literal.length() > LONG
        || !literal.codePoints().allMatch(Character::isIdeographic)
        || literal.chars().anyMatch(c -> Character.isSurrogate((char) c))
        || counter.isAnywhere(literal)) {
      return Optional.empty();
    }
    Set<String> alike = new LinkedHashSet<>();
    Ends ends = Ends.of(literal, counter);
    soundAlike(literal, 0, MOST_ALIKE_CHANGED, ends, alike);
    Set<String> edited = new LinkedHashSet<>();
    edit(literal, ends, edited);
    edited.removeAll(alike);
    for (Set<String> near : List.of(alike, edited)) {
      List<String> some =
          near.stream()
              .filter(one -> one.length() == literal.length() && letters(one).equals(one))
              .filter(one -> !one.equals(literal))
              .limit(MOST_LOOKED_UP)
              .toList();
      List<String> best = MostFrequent.of(counter, some, 1);
      if (!best.isEmpty()) {
        return Optional.of(best.getFirst());
      }
    }
    return Optional.empty();
  }

  /** A text without punctuation: what has any is cut out of a sentence, and no phrase. */
  private static String letters(String literal) {
    return literal
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Phrases that a text in pinyin is the whole sound of. */
  private void spelt(String text, Set<String> out) {
    String typed = Pinyin.typed(text);
    for (SuggestionList.Entry entry : suggestions.entries()) {
      Pinyin.find(typed, entry.literal())
          .filter(at -> at.start() == 0 && at.end() == entry.literal().length())
          .ifPresent(at -> out.add(entry.literal()));
    }
  }

  /** Texts in which at most {@code changes} characters from a place on are others read alike. */
  private void soundAlike(String text, int from, int changes, Ends ends, Set<String> out) {
    // Of the first change only: what stands before a second one has been changed already.
    int last = from == 0 ? Math.min(text.length() - 1, ends.before()) : text.length() - 1;
    for (int at = from; at <= last && changes > 0; at++) {
      for (char other : Pinyin.soundingLike(text.charAt(at)).toCharArray()) {
        // What stands before has been looked up on the way here.
        if (other != text.charAt(at) && (at == 0 || bigrams.contains(text.charAt(at - 1), other))) {
          String changed = text.substring(0, at) + other + text.substring(at + 1);
          if (text.length() - 1 - at <= ends.behind() && isThere(changed, at, changed.length())) {
            out.add(changed);
          }
          soundAlike(changed, at + 1, changes - 1, ends, out);
        }
      }
      if (at > 0 && !isThere(text, at - 1, at + 1)) {
        return;
      }
    }
  }

  private void edit(String text, Ends ends, Set<String> out) {
    int last = text.length() - 1;
    for (int at = 0; at <= Math.min(last, ends.before()); at++) {
      String before = text.substring(0, at);
      if (at < last && last - 1 - at <= ends.behind()) {
        addIfThere(before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2), out);
      }
      if (last - at <= ends.behind()) {
        String behind = text.substring(at + 1);
        addIfThere(before + behind, out);
        put(before, behind, out);
      }
      // Before the first and behind the last there is nothing missing: it is contained.
      if (at > 0 && text.length() - at <= ends.behind()) {
        put(before, text.substring(at), out);
      }
    }
  }

  /** Adds the texts that have any one character between two parts. */
  private void put(String before, String behind, Set<String> out) {
    if (!isThere(before, 0, before.length()) || !isThere(behind, 0, behind.length())) {
      return;
    }
    for (char between : candidates(before, behind)) {
      addIfThere(before + between + behind, out);
    }
  }

  /**
   * The characters that stand anywhere behind the one part or, if that is empty, before the other.
   */
  private char[] candidates(String before, String behind) {
    StringBuilder all = new StringBuilder();
    if (!before.isEmpty()) {
      all.append(bigrams.behind(before.charAt(before.length() - 1)));
    } else if (!behind.isEmpty()) {
      all.append(bigrams.before(behind.charAt(0)));
    }
    return all.toString().toCharArray();
  }

  private void addIfThere(String text, Set<String> out) {
    if (text.length() > 1 && isThere(text, 0, text.length())) {
      out.add(text);
    }
  }

  /** Whether every bigram of a part of a text is in the collection. */
  private boolean isThere(String text, int from, int to) {
    for (int at = from; at + 1 < to; at++) {
      if (!bigrams.contains(text.charAt(at), text.charAt(at + 1))) {
        return false;
      }
    }
    return true;
  }
}
