package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In how many reports words stand, held against counting them one by one. */
public abstract class WordCountsContract extends SamplesContract {

  private static final int ALL = 100_000;

  /**
   * Single words by counting: those that the engine cuts a sentence into.
   *
   * @param runs is given what two or three words in a row say together
   */
  private Map<String, Integer> counted(String phrase, Set<String> runs) {
    Map<Long, Set<String>> having = new HashMap<>();
    for (Report report : REPORTS) {
      Fingerprints prints = new Fingerprints(report.head().placeNames());
      for (Paragraph paragraph : report.paragraphs()) {
        for (var sentence : prints.sentences(paragraph.text())) {
          having
              .computeIfAbsent(sentence.fingerprint() >>> 12, key -> new HashSet<>())
              .add(report.id());
        }
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Report report : REPORTS) {
      Set<String> words = new HashSet<>();
      List<String> own = report.head().placeNames().stream().map(Literal::literal).toList();
      Fingerprints prints = new Fingerprints(report.head().placeNames());
      for (Paragraph paragraph : report.paragraphs()) {
        String text = paragraph.text();
        List<Range> matches = spans(text, phrase);
        for (var sentence : prints.sentences(text)) {
          boolean beside =
              phrase.isEmpty() || matches.stream().anyMatch(at -> meet(at, sentence.at()));
          if (beside && having.get(sentence.fingerprint() >>> 12).size() < 3) {
            String of = sentence.at().of(text);
            addRuns(of, engine.words(of), runs);
            for (Range at : engine.words(of)) {
              String word = Literal.literal(at.of(of));
              Range there = at.shifted(sentence.at().start());
              if (word.length() > 1
                  && word.chars().allMatch(Character::isLetter)
                  && own.stream().noneMatch(name -> name.contains(word))
                  && matches.stream().noneMatch(match -> meet(match, there))) {
                words.add(word);
              }
            }
          }
        }
      }
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }

  private static void addRuns(String text, List<Range> words, Set<String> runs) {
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to < Math.min(from + 3, words.size()); to++) {
        runs.add(Literal.literal(text.substring(words.get(from).start(), words.get(to).end())));
      }
    }
  }

  private static boolean meet(Range one, Range other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static List<Range> spans(String text, String phrase) {
    List<Range> spans = new ArrayList<>();
    for (int at = phrase.isEmpty() ? -1 : text.indexOf(phrase);
        at >= 0;
        at = text.indexOf(phrase, at + 1)) {
      spans.add(new Range(at, at + phrase.length()));
    }
    return spans;
  }

  private WordCounts ask(String phrase, long most, int fewest) {
    Query query = phrase.isEmpty() ? new Query.Everything() : new Query.Phrase(phrase);
    MatchRequest request = MatchRequest.of(query, Mode.EXACT, Filters.NONE);
    return engine.wordCounts(new WordRequest(request, !phrase.isEmpty(), most, fewest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"法律明白人", "执法", "调解", ""})
  void areThoseOfCountingOneByOne(String phrase) {
    Set<String> runs = new HashSet<>();
    Map<String, Integer> expected = counted(phrase, runs);
    expected.keySet().removeAll(runs); // what is a word here and two there is counted as one
    Map<String, Integer> found = new TreeMap<>();
    for (WordCount word : ask(phrase, ALL, 1).words()) {
      found.put(word.text(), word.reports());
    }
    Map<String, Integer> single = new TreeMap<>(found);
    single.keySet().retainAll(expected.keySet());
    // Function words are left out by the engine, which alone knows them.
    Set<String> leftOut = new HashSet<>(expected.keySet());
    leftOut.removeAll(found.keySet());
    assertThat(leftOut).isSubsetOf("关于", "如何", "怎样", "怎么", "什么", "为什么", "哪些", "哪里", "请问");
    expected.keySet().removeAll(leftOut);
    assertThat(single).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(20);
  }

  @Test
  void runsOfWordsAreCountedToo() {
    Map<String, WordCount> words =
        ask("", ALL, 2).words().stream().collect(Collectors.toMap(WordCount::text, w -> w));
    assertThat(words).containsKey("法律明白人");
    WordCount run = words.get("法律明白人");
    assertThat(run.reports()).isLessThanOrEqualTo(words.get("法律").reports());
    assertThat(run.paragraphs()).isLessThanOrEqualTo(words.get("法律").paragraphs());
    Report first = engine.report(run.first().id()).orElseThrow();
    Paragraph paragraph =
        first.paragraphs().stream()
            .filter(one -> one.id().equals(run.paragraphId()))
            .findFirst()
            .orElseThrow();
    assertThat(Literal.literal(paragraph.text())).contains("法律明白人");
  }

  @Test
  void ofManyParagraphsSomeReportsAreReadAndThatIsSaid() {
    WordCounts some = ask("", 60, 1);
    assertThat(some.passages().shown()).isPositive().isLessThanOrEqualTo(120);
    assertThat(some.passages().isWhole()).isFalse();
    assertThat(some.reports()).isLessThan(REPORTS.size());
    assertThat(ask("", 60, 1)).isEqualTo(some);
    int all = (int) some.passages().matching();
    assertThat(ask("", all, 1).passages().isWhole()).as("as many as are wanted").isTrue();
  }

  @Test
  void noMoreWordsAreCountedThanThereIsRoomForAndThatIsSaid() {
    MatchRequest all = MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE);
    WordCounts whole = engine.wordCounts(new WordRequest(all, false, ALL, 1));
    assertThat(whole.complete()).isTrue();
    int count = whole.words().size();
    WordCounts justEnough = engine.wordCounts(new WordRequest(all, false, ALL, 1, count, null));
    assertThat(justEnough).isEqualTo(whole);
    WordCounts tooMany = engine.wordCounts(new WordRequest(all, false, ALL, 1, count - 1, null));
    assertThat(tooMany.complete()).isFalse();
    assertThat(tooMany.words()).hasSize(count - 1).isSubsetOf(whole.words());
    WordCounts some =
        engine.wordCounts(
            new WordRequest(
                all,
                false,
                ALL,
                1,
                2,
                new WordRequest.Only(Set.of("法律明白人", "调解", "没有这个词"), WordRequest.LONGEST_RUN)));
    assertThat(some.complete()).isTrue();
    assertThat(some.words())
        .containsExactlyInAnyOrderElementsOf(
            whole.words().stream()
                .filter(word -> Set.of("法律明白人", "调解").contains(word.text()))
                .toList());
  }

  @Test
  void longerRunsAreCountedWhereTheyAreAskedFor() {
    MatchRequest all = MatchRequest.of(new Query.Everything(), Mode.EXACT, Filters.NONE);
    List<Range> words = engine.words("污水管网工程合同");
    assertThat(words).as("a run of more than three words").hasSizeGreaterThan(3);
    WordCounts found =
        engine.wordCounts(
            new WordRequest(all, false, ALL, 1, 9, new WordRequest.Only(Set.of("污水管网工程合同"), 6)));
    long expected =
        REPORTS.stream()
            .filter(
                report ->
                    report.paragraphs().stream()
                        .anyMatch(p -> Literal.literal(p.text()).contains("污水管网工程合同")))
            .count();
    assertThat(expected).isPositive();
    assertThat(found.words()).hasSize(1);
    assertThat((long) found.words().getFirst().reports()).isEqualTo(expected);
  }

  @Test
  void nothingGoesWithWhatNobodySays() {
    WordCounts none = ask("月球基地", ALL, 1);
    assertThat(none.reports()).isZero();
    assertThat(none.words()).isEmpty();
  }
}
