package govsearch.insight.extent;

import govsearch.engine.Counting;
import govsearch.engine.Grouping;
import govsearch.engine.SearchTimedOutException;
import govsearch.insight.Answers;
import govsearch.insight.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far something is said from year to year, several things beside one another. */
public final class Trend {

  /** The most questions of one trend. */
  public static final int MOST_QUESTIONS = 10;

  private final Counting engine;

  public Trend(Counting engine) {
    this.engine = engine;
  }

  /**
   * A year.
   *
   * @param year null for reports that do not state theirs
   * @param extent of no report where there is none, or none that is asked
   */
  public record Bin(@Nullable Integer year, Extent extent) {}

  /**
   * What is said of one question.
   *
   * @param bins the same years for all questions, ascending, null last; years between without any
   *     report among them
   * @param total of all bins
   */
  public record Line(List<Bin> bins, Extent total) {}

  /**
   * A line for each question, in their order, of one state of the collection.
   *
   * @param questions one to {@link #MOST_QUESTIONS}
   * @throws SearchTimedOutException if not all is found in a search's time
   */
  public List<Line> lines(List<Question> questions) {
    if (questions.size() > MOST_QUESTIONS) {
      throw new IllegalArgumentException("more than " + MOST_QUESTIONS + " questions");
    }
    return engine.countBy(
        Answers.requests(questions, false),
        new Grouping.Whole(),
        counts -> {
          List<Answers> all = new ArrayList<>(questions.size());
          TreeSet<@Nullable Integer> years =
              new TreeSet<>(Comparator.nullsLast(Comparator.<Integer>naturalOrder()));
          for (int i = 0; i < questions.size(); i++) {
            Answers answers = new Answers(counts, questions, i);
            all.add(answers);
            years.addAll(answers.years());
          }
          return all.stream().map(answers -> line(answers, new ArrayList<>(years))).toList();
        });
  }

  private static Line line(Answers answers, List<@Nullable Integer> years) {
    Map<@Nullable Integer, Extent> byYear = new HashMap<>();
    List<@Nullable Integer> known = answers.years();
    for (int year = 0; year < known.size() && !answers.parts().isEmpty(); year++) {
      byYear.put(known.get(year), Extent.of(answers, 0, year));
    }
    List<Bin> bins =
        years.stream().map(year -> new Bin(year, byYear.getOrDefault(year, Extent.NONE))).toList();
    return new Line(bins, bins.stream().map(Bin::extent).reduce(Extent.NONE, Extent::plus));
  }
}
