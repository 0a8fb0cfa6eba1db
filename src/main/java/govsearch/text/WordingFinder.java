package govsearch.text;

import govsearch.text.Thesaurus.Category;
import govsearch.text.Thesaurus.Concept;
import govsearch.text.Thesaurus.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the wordings of concepts in literal text, clause by clause. Every word of a wording is
 * looked up by its first two characters, so that a text costs about as much as folding it.
 */
final class WordingFinder {

  private static final String CLAUSE_ENDS = ",。;:!?";

  /** Not 未成年人 and 未来. */
  private static final Pattern NEGATED = Pattern.compile("(?:未(?!成年|来)|没有|没能).{0,2}$");

  private static final int SLOTS = 1 << 16;

  /** How far before a measure its negation is looked for. */
  private static final int NEGATION_REACH = 5;

  private record Word(String text, int number) {}

  private record Wording(Concept concept, String text, List<Integer> words) {}

  private final Map<Integer, List<Word>> byBeginning = new HashMap<>();

  /** Slots of the beginnings that there are: nearly all places of a text are none. */
  private final BitSet mayBegin = new BitSet(SLOTS);

  /** Each wording at that of its words which is in the fewest. */
  private final List<List<Wording>> byWord = new ArrayList<>();

  WordingFinder(List<Concept> concepts) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Integer, Integer> uses = new HashMap<>();
    List<Wording> wordings = new ArrayList<>();
    for (Concept concept : concepts) {
      for (String text : concept.wordings()) {
        Set<Integer> words = new LinkedHashSet<>();
        for (String word : text.split(" ")) {
          words.add(numbers.computeIfAbsent(Literal.literal(word), this::number));
        }
        words.forEach(word -> uses.merge(word, 1, Integer::sum));
        wordings.add(new Wording(concept, text, List.copyOf(words)));
      }
    }
    for (Wording wording : wordings) {
      wording.words().stream()
          .min(Comparator.comparing(uses::get))
          .ifPresent(word -> byWord.get(word).add(wording));
    }
  }

  private int number(String word) {
    int number = byWord.size();
    byWord.add(new ArrayList<>());
    mayBegin.set(slot(beginning(word, 0)));
    byBeginning
        .computeIfAbsent(beginning(word, 0), key -> new ArrayList<>())
        .add(new Word(word, number));
    return number;
  }

  static boolean endsClause(int character) {
    return CLAUSE_ENDS.indexOf(character) >= 0;
  }

  List<Match> find(FoldedText folded) {
    String literal = folded.text();
    List<Match> found = new ArrayList<>();
    int start = 0;
    for (int end = 0; end <= literal.length(); end++) {
      if (end == literal.length() || endsClause(literal.charAt(end))) {
        findInClause(folded, start, end, found);
        start = end + 1;
      }
    }
    return found;
  }

  private void findInClause(FoldedText folded, int start, int end, List<Match> found) {
    Map<Integer, List<Range>> words = words(folded.text(), start, end);
    if (words.isEmpty()) {
      return;
    }
    List<Match> here = new ArrayList<>();
    words.forEach(
        (word, at) -> {
          for (Wording wording : byWord.get(word)) {
            if (wording.words().size() == 1) {
              addEach(folded, start, wording, at, here);
            } else if (words.keySet().containsAll(wording.words())) {
              addOne(folded, start, wording, words, here);
            }
          }
        });
    if (here.size() > 1) {
      here.sort(Comparator.comparingInt(match -> match.ranges().getFirst().start()));
    }
    found.addAll(here);
  }

  /** One match for each place of a wording of one word. */
  private static void addEach(
      FoldedText folded, int clause, Wording wording, List<Range> places, List<Match> found) {
    boolean measure = wording.concept().category() == Category.MEASURE;
    for (Range at : places) {
      if (!measure || !isNegated(folded.text(), clause, at)) {
        found.add(new Match(wording.concept(), wording.text(), List.of(folded.source(at))));
      }
    }
  }

  /** One match for a wording of several words, however often they stand in the clause. */
  private static void addOne(
      FoldedText folded,
      int clause,
      Wording wording,
      Map<Integer, List<Range>> words,
      List<Match> found) {
    boolean measure = wording.concept().category() == Category.MEASURE;
    List<Range> at = new ArrayList<>();
    for (int word : wording.words()) {
      at.addAll(words.getOrDefault(word, List.of()).subList(0, 1));
    }
    if (!measure || at.stream().noneMatch(one -> isNegated(folded.text(), clause, one))) {
      found.add(
          new Match(
              wording.concept(),
              wording.text(),
              Ranges.merged(at.stream().map(folded::source).toList())));
    }
  }

  private static boolean isNegated(String literal, int clause, Range at) {
    int from = Math.max(clause, at.start() - NEGATION_REACH);
    return NEGATED.matcher(literal.substring(from, at.start())).find();
  }

  /** Which words stand where in a clause; most clauses have none, and hardly any has one twice. */
  private Map<Integer, List<Range>> words(String literal, int start, int end) {
    Map<Integer, List<Range>> words = Map.of();
    for (int at = start; at + 1 < end; at++) {
      int beginning = beginning(literal, at);
      List<Word> candidates = mayBegin.get(slot(beginning)) ? byBeginning.get(beginning) : null;
      if (candidates == null) {
        continue;
      }
      for (Word word : candidates) {
        int wordEnd = at + word.text().length();
        if (wordEnd <= end && literal.startsWith(word.text(), at)) {
          words = words.isEmpty() ? new HashMap<>() : words;
          words
              .computeIfAbsent(word.number(), key -> new ArrayList<>(1))
              .add(new Range(at, wordEnd));
        }
      }
    }
    return words;
  }

  private static int slot(int beginning) {
    return (beginning * 0x9E3779B1) >>> 16;
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
  }
}
