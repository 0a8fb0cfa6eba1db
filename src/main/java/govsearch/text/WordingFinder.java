package govsearch.text;

import govsearch.text.Thesaurus.Category;
import govsearch.text.Thesaurus.Concept;
import govsearch.text.Thesaurus.Match;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Without one of these nothing is negated. */
  private static final String NEGATIONS = "未没";

  /** How far before a measure its negation is looked for. */
  private static final int NEGATION_REACH = 5;

  private record Word(String text, int number) {}

  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record Wording(Concept concept, String text, int[] words) {}

  private final WordTable<Word> table;

  /** Each wording at that of its words which is in the fewest. */
  private final List<List<Wording>> byWord = new ArrayList<>();

  WordingFinder(List<Concept> concepts) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Integer, Integer> uses = new HashMap<>();
    List<Word> words = new ArrayList<>();
    List<Wording> wordings = new ArrayList<>();
    for (Concept concept : concepts) {
      for (String text : concept.wordings()) {
        Set<Integer> own = new LinkedHashSet<>();
        for (String word : text.split(" ")) {
          own.add(numbers.computeIfAbsent(Literal.literal(word), literal -> add(literal, words)));
        }
        own.forEach(word -> uses.merge(word, 1, Integer::sum));
        int[] inOrder = own.stream().mapToInt(Integer::intValue).toArray();
        wordings.add(new Wording(concept, text, inOrder));
      }
    }
    for (Wording wording : wordings) {
      Arrays.stream(wording.words())
          .boxed()
          .min(Comparator.comparing(uses::get))
          .ifPresent(word -> byWord.get(word).add(wording));
    }
    table = new WordTable<>(words, Word::text, Word[]::new, Word[][]::new);
  }

  private int add(String word, List<Word> words) {
    int number = byWord.size();
    byWord.add(new ArrayList<>());
    if (word.chars().noneMatch(WordingFinder::endsClause)) { // or it stands in no clause
      words.add(new Word(word, number));
    }
    return number;
  }

  static boolean endsClause(int character) {
    return CLAUSE_ENDS.indexOf(character) >= 0;
  }

  List<Match> find(FoldedText folded) {
    String literal = folded.text();
    List<Match> found = new ArrayList<>();
    ClauseWords words = new ClauseWords();
    for (int at = 0; at < literal.length(); at++) {
      if (endsClause(literal.charAt(at))) {
        findInClause(folded, words, found);
        words.clear(at + 1);
      } else {
        for (Word word : table.at(literal, at)) { // they hold no end of a clause
          if (literal.startsWith(word.text(), at)) {
            words.add(word.number(), at, at + word.text().length());
          }
        }
      }
    }
    findInClause(folded, words, found);
    return found;
  }

  private void findInClause(FoldedText folded, ClauseWords words, List<Match> found) {
    int before = found.size();
    for (int i = 0; i < words.count(); i++) {
      boolean first = words.isFirst(i);
      for (Wording wording : byWord.get(words.number(i))) {
        if (wording.words().length == 1) {
          addOne(folded, words.clause(), wording, List.of(words.range(i)), found);
        } else if (first && words.hasAll(wording.words())) {
          List<Range> at = Arrays.stream(wording.words()).mapToObj(words::first).toList();
          addOne(folded, words.clause(), wording, at, found);
        }
      }
    }
    if (found.size() - before > 1) {
      found
          .subList(before, found.size())
          .sort(Comparator.comparingInt(match -> match.ranges().getFirst().start()));
    }
  }

  /**
   * One match for each place of a wording of one word, and one for a wording of several, however
   * often they stand in the clause.
   */
  private static void addOne(
      FoldedText folded, int clause, Wording wording, List<Range> at, List<Match> found) {
    boolean measure = wording.concept().category() == Category.MEASURE;
    if (!measure || at.stream().noneMatch(one -> isNegated(folded.text(), clause, one))) {
      List<Range> ranges = at.stream().map(folded::source).toList();
      found.add(new Match(wording.concept(), wording.text(), Ranges.merged(ranges)));
    }
  }

  private static boolean isNegated(String literal, int clause, Range at) {
    int from = Math.max(clause, at.start() - NEGATION_REACH);
    for (int i = from; i < at.start(); i++) {
      if (NEGATIONS.indexOf(literal.charAt(i)) >= 0) {
        return NEGATED.matcher(literal.substring(from, at.start())).find();
      }
    }
    return false;
  }
}
