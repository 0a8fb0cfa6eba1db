package govsearch.report;

import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which planned measure of a report answers which of its problems. Reports seldom say so, but plan
 * in the order in which they complain, and name again what is to be mended: the pairs are the
 * alignment, both in order, that shares most of what is rare within the report (a longest common
 * subsequence with weights; Needleman and Wunsch 1970).
 */
public final class Measures {

  /** Of a pair that shares nothing: order alone says a little. */
  private static final double IN_ORDER = 0.15;

  private static final Pattern NO_HAN = Pattern.compile("[^\\p{IsHan}]++");

  private final Map<Statement, Statement> byProblem = new HashMap<>();

  /** Pairs a report's problems with its plans. */
  public Measures(Report report) {
    List<Statement> problems = saying(Statement.of(report, Section.PROBLEMS));
    List<Statement> plans = saying(Statement.of(report, Section.PLANS));
    if (!problems.isEmpty() && !plans.isEmpty()) {
      align(problems, plans);
    }
  }

  /** The measure that answers a problem; empty where none seems to. */
  public Optional<Statement> of(Statement problem) {
    return Optional.ofNullable(byProblem.get(problem));
  }

  private static List<Statement> saying(List<Statement> statements) {
    return statements.stream().filter(statement -> !statement.isAnnouncement()).toList();
  }

  private void align(List<Statement> problems, List<Statement> plans) {
    List<Set<String>> left = problems.stream().map(Measures::bigrams).toList();
    List<Set<String>> right = plans.stream().map(Measures::bigrams).toList();
    Map<String, Integer> problemsWith = counts(left);
    Map<String, Integer> plansWith = counts(right);
    int n = problems.size();
    int m = plans.size();
    double[][] pair = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        pair[i][j] = IN_ORDER;
        for (String gram : left.get(i)) {
          if (right.get(j).contains(gram)) {
            int sharing = problemsWith.getOrDefault(gram, 1) * plansWith.getOrDefault(gram, 1);
            pair[i][j] += 1.0 / sharing;
          }
        }
      }
    }
    double[][] best = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        best[i][j] =
            Math.max(pair[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    for (int i = 0, j = 0; i < n && j < m; ) {
      if (best[i][j] == best[i][j + 1]) {
        j++; // ties go to the later plan: general ones come first
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        byProblem.put(problems.get(i++), plans.get(j++));
      }
    }
  }

  private static Map<String, Integer> counts(List<Set<String>> sets) {
    Map<String, Integer> counts = new HashMap<>();
    sets.forEach(set -> set.forEach(gram -> counts.merge(gram, 1, Integer::sum)));
    return counts;
  }

  private static Set<String> bigrams(Statement statement) {
    Set<String> grams = new HashSet<>();
    List<String> texts = new ArrayList<>(statement.headings());
    texts.add(statement.text());
    for (String text : texts) {
      for (String run : NO_HAN.split(Literal.literal(text))) {
        for (int i = 0; i + 2 <= run.length(); i++) {
          grams.add(run.substring(i, i + 2));
        }
      }
    }
    return grams;
  }
}
