package govsearch.insight;

import govsearch.engine.ReportKey;
import govsearch.engine.Tally;
import govsearch.query.MatchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What every report answers to one of some questions that were tallied together. */
public final class Answers {

  /** Between the first and the last year, so many are bins even where no report is. */
  private static final int MOST_YEARS = 100;

  private static final int REQUESTS = 2;

  private final Tally tally;
  private final Scope scope;
  private final int matches;
  private final int places;

  /**
   * The answers.
   *
   * @param tally of {@link #requests}
   * @param number which of the questions, from 0
   */
  public Answers(Tally tally, List<Question> questions, int number) {
    this.tally = tally;
    this.scope = new Scope(questions.get(number));
    this.matches = REQUESTS * number;
    this.places = matches + 1;
  }

  /** What is to be tallied for some questions. */
  public static List<MatchRequest> requests(Collection<Question> questions) {
    List<MatchRequest> requests = new ArrayList<>(REQUESTS * questions.size());
    for (Question question : questions) {
      requests.add(question.matches());
      requests.add(new Scope(question).places());
    }
    return requests;
  }

  public List<ReportKey> reports() {
    return tally.reports();
  }

  /** Whether a report's place is asked about, whatever its year. */
  public boolean isPlaceAsked(int report) {
    return tally.paragraphs(places, report) > 0;
  }

  /** Whether a report is asked. */
  public boolean isAsked(int report) {
    return isPlaceAsked(report) && scope.hasYear(reports().get(report).year());
  }

  /** How many paragraphs of a report say it. */
  public int paragraphs(int report) {
    return tally.paragraphs(matches, report);
  }

  /** The first paragraph of a report that says it. */
  public String firstParagraph(int report) {
    return tally.firstParagraph(matches, report);
  }

  /**
   * The years to answer by, ascending: those asked for by name, else all from the first to the last
   * of which there are reports; null last, where reports that do not state theirs are asked.
   */
  public List<@Nullable Integer> years() {
    TreeSet<Integer> years = new TreeSet<>(scope.namedYears());
    boolean named = !years.isEmpty();
    boolean unstated = false;
    for (int report = 0; report < reports().size(); report++) {
      if (isAsked(report)) {
        Integer year = reports().get(report).year();
        if (year == null) {
          unstated = true;
        } else {
          years.add(year);
        }
      }
    }
    if (!named && !years.isEmpty() && years.last() - years.first() < MOST_YEARS) {
      for (int year = years.first(); year < years.last(); year++) {
        if (scope.hasYear(year)) {
          years.add(year);
        }
      }
    }
    List<@Nullable Integer> all = new ArrayList<>(years);
    if (unstated) {
      all.add(null);
    }
    return all;
  }
}
