package govsearch.insight;

import govsearch.engine.CountRequest;
import govsearch.engine.GroupedCounts;
import govsearch.query.MatchRequest;
import govsearch.report.YearDoubt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What reports answer, in groups, to one of some questions that were counted together. */
public final class Answers {

  /** Between the first and the last year, so many are bins even where no report is. */
  private static final int MOST_YEARS = 100;

  private static final int NO_REPORT = -1;

  private final GroupedCounts counts;
  private final Scope scope;
  private final int number;
  private final List<@Nullable Integer> years;
  private final boolean named;

  /** Where the engine has each of the years. */
  private final int[] counted;

  /**
   * The answers.
   *
   * @param counts of {@link #requests}
   * @param number which of the questions, from 0
   */
  public Answers(GroupedCounts counts, List<Question> questions, int number) {
    this.counts = counts;
    this.scope = new Scope(questions.get(number));
    this.number = number;
    this.named = !scope.namedYears().isEmpty();
    this.years = asked();
    this.counted = new int[years.size()];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = counts.years().indexOf(years.get(i)); // NO_REPORT where there is none
    }
  }

  /**
   * What is to be counted for some questions.
   *
   * @param ofAllYears whether places count as asked of which only reports of years are there that
   *     are not asked about
   */
  public static List<CountRequest> requests(List<Question> questions, boolean ofAllYears) {
    List<CountRequest> requests = new ArrayList<>(questions.size());
    for (Question question : questions) {
      Scope scope = new Scope(question);
      MatchRequest asked = ofAllYears ? scope.places() : scope.reports();
      requests.add(new CountRequest(question.matches(), asked));
    }
    return requests;
  }

  /** Those of which any report, of whatever year, was counted. */
  public List<GroupedCounts.Part> parts() {
    return counts.parts();
  }

  /**
   * The years to answer by, ascending: those asked for by name, else all from the first to the last
   * of which there are reports; null last, where reports that do not state theirs are asked. A year
   * that has not begun is there by its reports alone: it stretches no row of years.
   */
  public List<@Nullable Integer> years() {
    return years;
  }

  /**
   * Whether a report is missing where there is none: not of a year that has not begun, unless it is
   * asked for by name, nor among those that state no year.
   *
   * @param year which of the {@link #years}, from 0
   */
  public boolean isExpected(int year) {
    Integer of = years.get(year);
    return of != null && (named || !YearDoubt.isToCome(of));
  }

  private List<@Nullable Integer> asked() {
    TreeSet<Integer> asked = new TreeSet<>(scope.namedYears());
    boolean unstated = false;
    for (int i = 0; i < counts.years().size(); i++) {
      Integer year = counts.years().get(i);
      if (counts.isAsked(number, i) && scope.hasYear(year)) {
        if (year == null) {
          unstated = true;
        } else {
          asked.add(year);
        }
      }
    }
    if (!named) {
      fill(asked);
    }
    List<@Nullable Integer> all = new ArrayList<>(asked);
    if (unstated) {
      all.add(null);
    }
    return all;
  }

  /** Adds the years between the first and the last of those that have begun. */
  private void fill(SortedSet<Integer> asked) {
    List<Integer> begun = asked.stream().filter(year -> !YearDoubt.isToCome(year)).toList();
    if (begun.isEmpty() || begun.getLast() - begun.getFirst() >= MOST_YEARS) {
      return;
    }
    for (int year = begun.getFirst(); year < begun.getLast(); year++) {
      if (scope.hasYear(year)) {
        asked.add(year);
      }
    }
  }

  /**
   * How many reports are asked.
   *
   * @param year which of the {@link #years}, from 0
   */
  public int reports(int part, int year) {
    return counted[year] == NO_REPORT ? 0 : counts.reports(number, part, counted[year]);
  }

  /** How many of them say it. */
  public int saying(int part, int year) {
    return counted[year] == NO_REPORT ? 0 : counts.saying(number, part, counted[year]);
  }

  /** How many of their paragraphs say it. */
  public long paragraphs(int part, int year) {
    return counted[year] == NO_REPORT ? 0 : counts.paragraphs(number, part, counted[year]);
  }

  /** The first report that says it, else the first one; null where there is none. */
  public @Nullable String firstReport(int part, int year) {
    return counted[year] == NO_REPORT ? null : counts.firstReport(number, part, counted[year]);
  }

  /** The first paragraph of that report which says it; null where none does. */
  public @Nullable String firstParagraph(int part, int year) {
    return counted[year] == NO_REPORT ? null : counts.firstParagraph(number, part, counted[year]);
  }
}
