package govsearch.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Prints rankings side by side, as tables that can stand in a README. */
final class TrialPrinter {

  /** Scores closer than this are a draw; the grades themselves are not as fine. */
  private static final double DRAW = 0.005;

  private static final String TUNING = "调参用（单号）";
  private static final String UNSEEN = "留作检验（双号）";

  private final PrintStream out;
  private final RankingTrial.Outcome outcome;

  TrialPrinter(PrintStream out, RankingTrial.Outcome outcome) {
    this.out = out;
    this.outcome = outcome;
  }

  /** Means by kind of question and half of the file, and ours against each of the others. */
  void print() {
    List<String> names = List.copyOf(outcome.scores().keySet());
    out.println("| nDCG@10 / MRR | 题数 | " + String.join(" | ", names) + " |");
    out.println("| --- | --- |" + " --- |".repeat(names.size()));
    groups().forEach((label, of) -> out.println(row(label, of)));
    List<RankingScore> ours = outcome.scores().getOrDefault(RankingTrial.OURS, List.of());
    outcome
        .scores()
        .forEach(
            (name, theirs) -> {
              if (!name.equals(RankingTrial.OURS)) {
                out.println(against(name, ours, theirs));
              }
            });
  }

  /** One line a question, in the order of the file. */
  void printEach() {
    for (int i = 0; i < outcome.questions().size(); i++) {
      StringBuilder line = new StringBuilder(outcome.questions().get(i).id());
      for (List<RankingScore> of : outcome.scores().values()) {
        line.append(String.format(Locale.ROOT, "  %.3f", of.get(i).ndcg()));
      }
      out.println(line.append("  ").append(outcome.questions().get(i).q()));
    }
  }

  /**
   * What any of the rankings puts first and nobody has graded, in the order of ids: whoever grades
   * it must not see whose it is.
   */
  void printUngraded(Set<String> collections) {
    for (int i = 0; i < outcome.questions().size(); i++) {
      GoldenQuestion question = outcome.questions().get(i);
      Set<String> keys = new TreeSet<>();
      for (List<List<String>> rankings : outcome.rankings().values()) {
        keys.addAll(rankings.get(i));
      }
      keys.removeAll(question.grades(collections).keySet());
      out.println(question.id() + "  " + question.q() + "  " + String.join(" ", keys));
    }
  }

  private Map<String, Predicate<GoldenQuestion>> groups() {
    Map<String, Predicate<GoldenQuestion>> groups = new LinkedHashMap<>();
    groups.put("全部", q -> true);
    groups.put(TUNING, GoldenQuestion::isForTuning);
    groups.put(UNSEEN, q -> !q.isForTuning());
    for (GoldenQuestion question : outcome.questions()) {
      groups.put(question.kind(), q -> q.kind().equals(question.kind()));
    }
    for (GoldenQuestion question : outcome.questions()) {
      groups.put(
          UNSEEN + " " + question.kind(),
          q -> !q.isForTuning() && q.kind().equals(question.kind()));
    }
    groups.values().removeIf(of -> outcome.questions().stream().noneMatch(of));
    return groups;
  }

  private String row(String label, Predicate<GoldenQuestion> of) {
    List<String> cells = new ArrayList<>();
    cells.add(label);
    cells.add(Long.toString(outcome.questions().stream().filter(of).count()));
    for (List<RankingScore> scores : outcome.scores().values()) {
      cells.add(
          String.format(
              Locale.ROOT,
              "%.3f / %.3f",
              mean(scores, of, RankingScore::ndcg),
              mean(scores, of, RankingScore::reciprocalRank)));
    }
    return "| " + String.join(" | ", cells) + " |";
  }

  private double mean(
      List<RankingScore> scores,
      Predicate<GoldenQuestion> of,
      ToDoubleFunction<RankingScore> measure) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (of.test(outcome.questions().get(i))) {
        sum += measure.applyAsDouble(scores.get(i));
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static String against(String name, List<RankingScore> ours, List<RankingScore> theirs) {
    int won = 0;
    int lost = 0;
    for (int i = 0; i < ours.size(); i++) {
      double difference = ours.get(i).ndcg() - theirs.get(i).ndcg();
      won += difference > DRAW ? 1 : 0;
      lost += difference < -DRAW ? 1 : 0;
    }
    List<Double> one = ours.stream().map(RankingScore::ndcg).toList();
    List<Double> other = theirs.stream().map(RankingScore::ndcg).toList();
    return String.format(
        Locale.ROOT,
        "%s 比 %s：胜 %d 题、平 %d 题、负 %d 题；nDCG@10 之差若属偶然，概率为 %.4f（随机化检验，双侧）",
        RankingTrial.OURS,
        name,
        won,
        ours.size() - won - lost,
        lost,
        PairedTest.chance(one, other));
  }
}
