package govsearch.insight;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is different between two sentences in literal form, by characters, numbers and Latin words
 * kept whole.
 *
 * @param a ranges in the first source text that the second has not
 * @param b ranges in the second source text that the first has not
 * @param kept length of what both have, in UTF-16 units of literal text
 */
public record TextChange(List<Range> a, List<Range> b, int kept) {

  private static final Pattern TOKEN =
      Pattern.compile("[0-9]++(?:[.,][0-9]++)*+|[a-z]++|.", Pattern.DOTALL);

  /**
   * Compares.
   *
   * @param effort what may be spent on it; beyond that only what stands before and behind all
   *     changes is taken as kept
   */
  public static TextChange between(String a, String b, Effort effort) {
    FoldedText foldedA = Literal.of(a);
    FoldedText foldedB = Literal.of(b);
    List<Range> tokensA = tokens(foldedA.text());
    List<Range> tokensB = tokens(foldedB.text());
    List<String> textsA = tokensA.stream().map(token -> token.of(foldedA.text())).toList();
    List<String> textsB = tokensB.stream().map(token -> token.of(foldedB.text())).toList();
    List<Range> changedA = new ArrayList<>();
    List<Range> changedB = new ArrayList<>();
    for (Change change : changes(textsA, textsB, effort)) {
      add(tokensA, change.startOriginal, change.endOriginal, changedA);
      add(tokensB, change.startRevised, change.endRevised, changedB);
    }
    int kept = foldedA.text().length() - changedA.stream().mapToInt(Range::length).sum();
    return new TextChange(inSource(foldedA, changedA), inSource(foldedB, changedB), kept);
  }

  private static List<Range> tokens(String text) {
    List<Range> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(new Range(token.start(), token.end()));
    }
    return tokens;
  }

  private static List<Change> changes(List<String> a, List<String> b, Effort effort) {
    if (effort.spend((long) a.size() * b.size())) {
      return new MyersDiffWithLinearSpace<String>().computeDiff(a, b, null);
    }
    int most = Math.min(a.size(), b.size());
    int before = 0;
    while (before < most && a.get(before).equals(b.get(before))) {
      before++;
    }
    int behind = 0;
    while (behind < most - before
        && a.get(a.size() - 1 - behind).equals(b.get(b.size() - 1 - behind))) {
      behind++;
    }
    return List.of(
        new Change(DeltaType.CHANGE, before, a.size() - behind, before, b.size() - behind));
  }

  /** Adds a span of tokens, joined to the one before where it touches it. */
  private static void add(List<Range> tokens, int from, int to, List<Range> changed) {
    if (from == to) {
      return;
    }
    Range range = new Range(tokens.get(from).start(), tokens.get(to - 1).end());
    Range last = changed.isEmpty() ? null : changed.getLast();
    if (last != null && last.end() == range.start()) {
      changed.set(changed.size() - 1, new Range(last.start(), range.end()));
    } else {
      changed.add(range);
    }
  }

  private static List<Range> inSource(FoldedText folded, List<Range> ranges) {
    return ranges.stream().map(folded::source).toList();
  }
}
