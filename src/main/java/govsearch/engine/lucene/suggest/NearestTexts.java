package govsearch.engine.lucene.suggest;

import govsearch.engine.NearText;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.text.Literal;
import govsearch.text.Pinyin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Texts of the collection near one that it does not have: those of its phrases that are read alike
 * or have one character wrong, missing or too many; where these are not enough, whatever else one
 * slip makes of the text. What is looked at is bounded ({@link Work}): what is rare though all of
 * its characters are frequent may not be found where it is no phrase that reports share.
 */
public final class NearestTexts {

  private static final int LONGEST = 20;

  /** Of a text longer than this no two characters are changed for others read alike. */
  private static final int LONG = 12;

  /** One character of two is no likeness. */
  private static final int SHORTEST_FOR_EDITS = 3;

  private final TextCounter counter;
  private final SuggestionList suggestions;
  private final IndexedBigrams bigrams;

  /** Looks for texts in what was read of a collection, and counts them in all of it. */
  public NearestTexts(TextCounter counter, IndexedBigrams bigrams, SuggestionList suggestions) {
    this.counter = counter;
    this.bigrams = bigrams;
    this.suggestions = suggestions;
  }

  /**
   * The nearest texts, best first: those read alike before others, the phrases of the collection
   * before what was never more than a part of its sentences, the most frequent before others.
   *
   * @param isMissing whether it is known that the collection does not have the text itself
   */
  public List<NearText> of(String text, boolean isMissing, int most) throws IOException {
    String literal = Literal.literal(text);
    if (literal.isEmpty() || (!isMissing && counter.isAnywhere(literal))) {
      return List.of();
    }
    Found found = new Found(literal, most);
    String letters = letters(literal);
    if (!letters.isEmpty() && !letters.equals(literal)) {
      // !普法: nothing is nearer than what it is without the sign
      found.count(Found.ALIKE, List.of(letters));
    }
    if (literal.length() > 1 && literal.chars().allMatch(c -> c < 0x80)) {
      found.count(Found.ALIKE, spelt(text));
    } else if (literal.length() > 1
        && literal.length() <= LONGEST
        && literal.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      found.count(Found.ALIKE, suggestions.alike(literal));
      if (literal.length() >= SHORTEST_FOR_EDITS) {
        found.count(Found.EDITED, suggestions.edited(literal));
      }
      if (!found.areEnough()) {
        NearTexts alike = new NearTexts();
        NearTexts edited = new NearTexts();
        change(literal, alike, edited);
        found.count(Found.ALIKE + Found.NO_PHRASE, alike);
        found.count(Found.EDITED + Found.NO_PHRASE, edited);
      }
    }
    return found.best();
  }

  /** Texts that are near one, as they are found. */
  private final class Found {
    static final int ALIKE = 0;
    static final int NO_PHRASE = 1;
    static final int EDITED = 2;

    private final String literal;
    private final int most;
    private final Map<Integer, List<NearText>> found = new TreeMap<>();
    private final Set<String> known = new HashSet<>();

    Found(String literal, int most) {
      this.literal = literal;
      this.most = most;
      known.add(literal);
    }

    boolean areEnough() {
      return size() >= most;
    }

    private int size() {
      return found.values().stream().mapToInt(List::size).sum();
    }

    void count(int rank, Collection<String> texts) throws IOException {
      NearTexts near = new NearTexts();
      texts.forEach(near::add);
      count(rank, near);
    }

    /** Counts those of letters alone first; the others, and further ones, only where is room. */
    void count(int rank, NearTexts near) throws IOException {
      near.removeAll(known);
      known.addAll(near.counts().keySet());
      IntPredicate wanted = wanted(literal);
      for (boolean isPlain : new boolean[] {true, false}) {
        NearTexts some =
            near.where(one -> letters(one).equals(one) == isPlain && one.chars().allMatch(wanted));
        found
            .computeIfAbsent(rank, key -> new ArrayList<>())
            .addAll(MostFrequent.of(counter, some, most - size()));
      }
    }

    List<NearText> best() {
      return found.values().stream().flatMap(List::stream).limit(most).toList();
    }
  }

  /** Of a text of letters and digits nobody meant one with other signs in it. */
  private static IntPredicate wanted(String literal) {
    return letters(literal).equals(literal) ? Character::isLetterOrDigit : any -> true;
  }

  /**
   * The one text that was meant by one that the collection does not have: the most frequent of
   * those read alike, else of those with one other character, or two that changed places.
   *
   * @param isMissing whether it is known that the collection does not have the text itself
   */
  public Optional<String> slip(String typed, boolean isMissing) throws IOException {
    String literal = Literal.literal(typed);
    if (literal.length() < SHORTEST_FOR_EDITS
        || literal.length() > LONG
        || !literal.codePoints().allMatch(Character::isIdeographic)
        || literal.chars().anyMatch(c -> Character.isSurrogate((char) c))
        || (!isMissing && counter.isAnywhere(literal))) {
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
    Slips slips = new Slips(literal, counter, bigrams, wanted(literal));
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
  private List<String> spelt(String text) {
    String typed = Pinyin.typed(text);
    List<String> spelt = new ArrayList<>();
    for (SuggestionList.Entry entry : suggestions.entries()) {
      Pinyin.find(typed, entry.literal())
          .filter(at -> at.start() == 0 && at.end() == entry.literal().length())
          .ifPresent(at -> spelt.add(entry.literal()));
    }
    return spelt;
  }
}
