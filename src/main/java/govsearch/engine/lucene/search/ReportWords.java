package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.Passage;
import govsearch.engine.PassageCount;
import govsearch.engine.PassageVisitor;
import govsearch.engine.ReportKey;
import govsearch.engine.WordCount;
import govsearch.engine.WordCounts;
import govsearch.engine.WordRequest;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts in how many reports words stand, and runs of them, in sentences that are no formula. */
public final class ReportWords {

  /** Runs with more characters a word are no term any more. */
  private static final int CHARACTERS_A_WORD = 4;

  /** What is known of the collection that words are counted in. */
  public interface Known {
    /** Whether a sentence is formula; see {@code SentenceValues.kept}. */
    boolean isFormula(long kept);

    /** In how many paragraphs of all each of some words is. */
    Map<String, Long> paragraphs(Set<String> words) throws IOException;
  }

  /** Shows passages; see {@code SearchEngine.passages}. */
  @FunctionalInterface
  public interface Passages {
    /** Shows about as many, at the most. */
    PassageCount show(long most, PassageVisitor visitor) throws IOException;
  }

  private final Known known;
  private final WordCutter cutter;
  private final WordRequest request;
  private final Deadline deadline = Deadline.current();
  private final Map<String, Count> counts = new HashMap<>();
  private int reports;
  private long characters;
  private boolean complete = true;
  private @Nullable Reader reader;

  /** What is counted of a word so far. */
  private static final class Count {
    private final List<String> words;
    private final ReportKey first;
    private final String paragraphId;
    private int reports;
    private int last;

    Count(List<String> words, ReportKey first, String paragraphId) {
      this.words = words;
      this.first = first;
      this.paragraphId = paragraphId;
    }
  }

  /** Words of one collection, for one request. */
  public ReportWords(Known known, WordCutter cutter, WordRequest request) {
    this.known = known;
    this.cutter = cutter;
    this.request = request;
  }

  /** The words of what matches. */
  public WordCounts of(Passages matches) throws IOException {
    PassageCount passages = matches.show(request.most(), this::add);
    Set<String> kept = new HashSet<>();
    for (Count count : counts.values()) {
      if (count.reports >= request.fewest()) {
        kept.addAll(count.words);
      }
    }
    Map<String, Long> frequencies = known.paragraphs(kept);
    List<WordCount> words = new ArrayList<>();
    for (Map.Entry<String, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      if (count.reports >= request.fewest()) {
        words.add(
            new WordCount(
                entry.getKey(),
                count.reports,
                frequency(count.words, frequencies),
                count.first,
                count.paragraphId));
      }
    }
    return new WordCounts(passages, reports, characters, words, complete);
  }

  /** How many paragraphs have the rarest of some words. */
  private static long frequency(List<String> words, Map<String, Long> frequencies) {
    return words.stream().mapToLong(word -> frequencies.getOrDefault(word, 0L)).min().orElse(0);
  }

  private void add(Passage passage) {
    if (reader == null || !reader.report.equals(passage.report())) {
      reader = new Reader(passage.report());
    }
    reader.add(passage);
  }

  /** The paragraphs of one report. */
  private final class Reader {
    private final ReportKey report;
    private final Fingerprints fingerprints;
    private final List<String> ownNames = new ArrayList<>();
    private boolean counted;

    Reader(ReportKey report) {
      this.report = report;
      List<String> names = new ArrayList<>(report.place().region());
      if (report.place().town() != null) {
        names.add(report.place().town());
      }
      this.fingerprints = new Fingerprints(names);
      names.forEach(name -> ownNames.add(Literal.literal(name)));
    }

    void add(Passage passage) {
      List<Range> matches = request.beside() ? passage.ranges() : List.of();
      if (request.beside() && matches.isEmpty()) {
        return;
      }
      String text = passage.text();
      for (var sentence : fingerprints.of(text, passage.literal()).sentences()) {
        deadline.check();
        Range at = sentence.at();
        if (request.beside() && matches.stream().noneMatch(match -> meet(match, at))) {
          continue;
        }
        if (!known.isFormula(SentenceValues.kept(sentence.fingerprint()))) {
          characters += sentence.length();
          if (!counted) {
            counted = true;
            reports++;
          }
          count(cutter.cut(at.of(text)), at.start(), matches, passage.paragraphId());
        }
      }
    }

    private void count(CutText cut, int start, List<Range> matches, String paragraphId) {
      String literal = cut.literal().text();
      int[] starts = cut.starts();
      int[] ends = cut.ends();
      int longestRun = request.longestRun();
      int runs = 0; // how many of the words before go on to here without a break
      for (int i = 0; i < cut.count(); i++) {
        if (!counts(cut, i, start, matches)) {
          runs = 0;
          continue;
        }
        runs = i > 0 && runs > 0 && ends[i - 1] == starts[i] ? Math.min(longestRun, runs + 1) : 1;
        for (int length = 1; length <= runs; length++) {
          int from = i - length + 1;
          if (length > 1 && ends[from] - starts[from] == 1) {
            continue; // 人获 of 一人获奖, 村选手 of 某村选手: what begins with one character is a part
          }
          int characters = ends[i] - starts[from];
          if (characters >= 2 && characters <= CHARACTERS_A_WORD * longestRun) {
            count(literal.substring(starts[from], ends[i]), cut, from, i, paragraphId);
          }
        }
      }
    }

    private boolean counts(CutText cut, int word, int start, List<Range> matches) {
      String text = cut.word(word);
      if (WordCutter.isFunctionWord(text) || !text.chars().allMatch(Character::isLetter)) {
        return false;
      }
      for (String name : ownNames) {
        if (name.contains(text)) {
          return false;
        }
      }
      if (matches.isEmpty()) {
        return true;
      }
      Range at = cut.source(word);
      return matches.stream().noneMatch(match -> meet(match, at.shifted(start)));
    }

    private void count(String text, CutText cut, int from, int to, String paragraphId) {
      Count count = counts.get(text);
      if (count == null) {
        if (!request.counts(text)) {
          return;
        }
        if (counts.size() == request.mostWords()) {
          complete = false;
          return;
        }
        List<String> words = new ArrayList<>(to - from + 1);
        for (int i = from; i <= to; i++) {
          words.add(cut.word(i));
        }
        count = new Count(words, report, paragraphId);
        counts.put(text, count);
      }
      if (count.last != reports) {
        count.last = reports;
        count.reports++;
      }
    }
  }

  private static boolean meet(Range one, Range other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
