package govsearch.engine.lucene.suggest;

import govsearch.engine.NearText;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.text.Literal;
import govsearch.text.Pinyin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Texts of the collection near one that it does not have: those of its phrases that are read alike,
 * and whatever one slip makes of the text. Work is bounded by the number of characters that are
 * changed and of texts that are counted.
 */
public final class NearestTexts {

  private static final int LONGEST = 20;

  /** Of a text longer than this no two characters are changed for others read alike. */
  private static final int LONG = 12;

  /** One character of two is no likeness. */
  private static final int SHORTEST_FOR_EDITS = 3;

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

    /**
     * All texts that have one character between two parts, with their numbers, where that takes
     * less than to count whatever may be one.
     *
     * @param before may be empty, if {@code behind} is not
     */
    default Optional<Map<String, Long>> between(String before, String behind) throws IOException {
      return Optional.empty();
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

  /** The nearest texts, best first. */
  public List<NearText> of(String text, int most) throws IOException {
    String literal = Literal.literal(text);
    if (literal.isEmpty() || counter.isAnywhere(literal)) {
      return List.of();
    }
    NearTexts alike = new NearTexts();
    NearTexts edited = new NearTexts();
    if (literal.length() > 1 && literal.chars().allMatch(c -> c < 0x80)) {
      spelt(text, alike);
    } else if (literal.length() > 1
        && literal.length() <= LONGEST
        && literal.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      suggestions.alike(literal).forEach(alike::add);
      change(literal, alike, edited);
    }
    String letters = letters(literal);
    if (!letters.isEmpty()) {
      alike.add(letters); // !普法: nothing is nearer than what it is without the sign
    }
    alike.remove(literal);
    edited.remove(literal);
    edited.removeAll(alike);
    List<NearText> found = new ArrayList<>();
    for (NearTexts near : List.of(alike, edited)) {
      // Those of letters alone first; the others, and those less near, only where there is room.
      for (boolean isPlain : new boolean[] {true, false}) {
        NearTexts some = near.where(one -> letters(one).equals(one) == isPlain);
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
    NearTexts alike = new NearTexts();
    NearTexts edited = new NearTexts();
    change(literal, alike, edited);
    edited.removeAll(alike);
    Predicate<String> isMeant =
        one -> one.length() == literal.length() && letters(one).equals(one) && !one.equals(literal);
    for (NearTexts near : List.of(alike, edited)) {
      List<NearText> best = MostFrequent.of(counter, near.where(isMeant), 1);
      if (!best.isEmpty()) {
        return Optional.of(best.getFirst().text());
      }
    }
    return Optional.empty();
  }

  /** What slips make of a text, those that are read alike apart. */
  private void change(String literal, NearTexts alike, NearTexts edited) throws IOException {
    Slips slips = new Slips(literal, counter, bigrams);
    if (literal.length() < SHORTEST_FOR_EDITS) {
      slips.addReadAlike(alike);
    } else {
      slips.addEdited(edited);
      alike.moveFrom(edited, one -> Pinyin.soundAlike(one, literal));
    }
    if (literal.length() <= LONG) {
      slips.addTwoReadAlike(alike);
    }
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
  private void spelt(String text, NearTexts out) {
    String typed = Pinyin.typed(text);
    for (SuggestionList.Entry entry : suggestions.entries()) {
      Pinyin.find(typed, entry.literal())
          .filter(at -> at.start() == 0 && at.end() == entry.literal().length())
          .ifPresent(at -> out.add(entry.literal()));
    }
  }
}
