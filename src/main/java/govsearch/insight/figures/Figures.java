package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.MatchingReport;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.SearchEngine;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that reports attach to a phrase. Text is taken literally, for a number belongs to a
 * place in the text. The first page looks at the sentences of all matches, to count their figures;
 * every page takes its own from the reports in order, and stops where it is full.
 */
public final class Figures {

  /** A report has one or two figures of a phrase. */
  private static final int FEWEST_REPORTS = 20;

  private static final MatchingReportOrder ORDER = MatchingReportOrder.NEWEST;

  private final SearchEngine engine;
  private final Duration timeLimit;

  /**
   * Figures of a collection.
   *
   * @param timeLimit of one page
   */
  public Figures(SearchEngine engine, Duration timeLimit) {
    this.engine = engine;
    this.timeLimit = timeLimit;
  }

  /**
   * A page of figures.
   *
   * @param otherNames whether figures are wanted too of what the concepts call the same
   * @param size how many at the most, 1 or more
   * @param cursor where the page before ended, or null; the counts are those of the first page
   * @throws govsearch.engine.SearchTimedOutException if there is more than can be looked at in the
   *     time
   * @throws govsearch.engine.InvalidCursorException if the cursor is of another request
   */
  public FigurePage page(
      Query asked, boolean otherNames, Filters filters, int size, @Nullable String cursor) {
    Names names = new Names(asked, otherNames ? engine::otherNames : text -> List.of());
    MatchRequest request = MatchRequest.of(names.query(), Mode.EXACT, filters);
    String fingerprint = "figures|" + request;
    FigureCursor after = FigureCursor.read(cursor, fingerprint);
    Deadline deadline = Deadline.current().within(timeLimit);
    FigureCounts counts =
        after == null ? FigureCounts.of(engine, request, deadline) : after.counts();
    Page page = new Page(request, names, deadline, size, after);
    page.read();
    return new FigurePage(
        counts.total(),
        counts.paragraphs(),
        counts.withoutFigure(),
        names.others(),
        new Unchanged(engine, request, deadline).mark(page.figures),
        page.isFull() ? page.cursor(counts, fingerprint) : null);
  }

  /** One page while it is filled. */
  private final class Page {
    private final MatchRequest request;
    private final Names names;
    private final Deadline deadline;
    private final int size;
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable FigureCursor after;

    /** Where the reports begin among which the page's last figure is. */
    private @Nullable String reports;

    private boolean more;

    Page(
        MatchRequest request,
        Names names,
        Deadline deadline,
        int size,
        @Nullable FigureCursor after) {
      this.request = request;
      this.names = names;
      this.deadline = deadline;
      this.size = size;
      this.after = after;
      this.reports = after == null ? null : after.reports();
    }

    /** Takes figures until there is one more than the page has, which tells that there is more. */
    void read() {
      String next = reports;
      do {
        MatchingReportPage page =
            engine.matchingReports(request, ORDER, Math.max(FEWEST_REPORTS, size / 2), next);
        for (MatchingReport report : page.reports()) {
          take(report, next);
          if (more) {
            return;
          }
        }
        after = null; // it stood among these
        next = page.nextCursor();
      } while (next != null);
    }

    private void take(MatchingReport report, @Nullable String from) {
      for (Match match : report.matches()) {
        for (Figure figure : of(match)) {
          if (after != null && !after.isBefore(figure)) {
            continue;
          }
          if (figures.size() == size) {
            more = true;
            return;
          }
          figures.add(figure);
          reports = from;
        }
      }
    }

    private List<Figure> of(Match match) {
      List<Figure> found = new ArrayList<>();
      String text = match.paragraph().text();
      for (Said said :
          Said.of(text, match.ranges(), match.paragraph().section(), deadline::check)) {
        found.add(
            new Figure(
                match.report(),
                match.paragraph(),
                names.of(said.phrase().of(text)),
                said.phrase(),
                said.attached().quantity(),
                said.attached().before(),
                said.attached().target(),
                false));
      }
      return found;
    }

    boolean isFull() {
      return more;
    }

    String cursor(FigureCounts counts, String fingerprint) {
      return FigureCursor.after(figures.getLast(), reports, counts).write(fingerprint);
    }
  }
}
