package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.engine.PassageCount;
import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that reports attach to a phrase. Text is taken literally, for a number belongs to a
 * place in the text. The first page looks at the sentences of all matches, to count their figures
 * and to chart them; where very many match, at those of some of the reports, and says of how many.
 * Pages in the order of years take their rows from the reports in order and stop where they are
 * full or much was read; rows by town or value are those of what is read.
 */
public final class Figures {

  /** About how many paragraphs a page reads; of more it reads those of some of the reports. */
  public static final int MOST_READ = 4_500;

  private final SearchEngine engine;
  private final Duration timeLimit;
  private final long mostRead;

  /**
   * Figures of a collection.
   *
   * @param timeLimit of one page
   */
  public Figures(SearchEngine engine, Duration timeLimit) {
    this(engine, timeLimit, MOST_READ);
  }

  Figures(SearchEngine engine, Duration timeLimit, long mostRead) {
    this.engine = engine;
    this.timeLimit = timeLimit;
    this.mostRead = mostRead;
  }

  /** A page of all figures, newest first; as {@link #page(FigureQuestion, int, String)}. */
  public FigurePage page(
      Query asked, boolean otherNames, Filters filters, int size, @Nullable String cursor) {
    return page(FigureQuestion.of(asked, otherNames, filters), size, cursor);
  }

  /**
   * A page of figures.
   *
   * @param size how many at the most, 1 or more
   * @param cursor where the page before ended, or null; the counts are those of the first page
   * @throws govsearch.engine.SearchTimedOutException if there is more than can be looked at in the
   *     time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public FigurePage page(FigureQuestion question, int size, @Nullable String cursor) {
    Names names =
        new Names(question.query(), question.otherNames() ? engine::otherNames : text -> List.of());
    MatchRequest request = MatchRequest.of(names.query(), Mode.EXACT, question.filters());
    String fingerprint =
        "figures|"
            + request
            + "|"
            + question.unit()
            + "|"
            + question.order()
            + "|"
            + question.whole();
    FigureCursor after = FigureCursor.read(cursor, fingerprint);
    Deadline deadline = Deadline.current().within(timeLimit);
    deadline.check();
    SaidReader reader = new SaidReader(deadline);
    FigureSums sums = new FigureSums();
    FigureRows rows = new FigureRows(question, names, size, after);
    boolean newest = question.order() == FigureOrder.YEAR;
    FigureCounts counts = after == null ? null : after.counts();
    if (counts == null || !newest) {
      PassageCount read =
          engine.passages(
              request,
              question.whole() ? Long.MAX_VALUE : mostRead,
              passage -> {
                deadline.check();
                Collection<Said> said =
                    reader.of(
                        passage.text(), passage.literal(), passage.ranges(), passage.section());
                sums.add(passage, said);
                if (!newest) {
                  rows.offer(passage, said);
                }
              });
      counts = counts == null ? sums.counts(read) : counts;
    }
    if (newest) {
      rows.takeNewest(engine, request, reader, question.whole() ? Long.MAX_VALUE : mostRead / 2);
    } else {
      rows.takeOffered();
    }
    return new FigurePage(
        counts.total(),
        counts.paragraphs(),
        counts.read(),
        counts.withoutFigure(),
        names.others(),
        after == null ? sums.units() : List.of(),
        after == null ? sums.chart(question.unit()) : null,
        new Unchanged(engine, request, reader).mark(rows.figures()),
        rows.next(counts, fingerprint));
  }
}
