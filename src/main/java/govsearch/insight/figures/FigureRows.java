package govsearch.insight.figures;

import govsearch.engine.Match;
import govsearch.engine.Matches;
import govsearch.engine.MatchingReport;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.MatchingReportPage;
import govsearch.engine.Passage;
import govsearch.insight.First;
import govsearch.insight.LineKey;
import govsearch.query.MatchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page. In the order of years they are taken from the reports in order, until the
 * page is full; in another order from all that is read.
 */
final class FigureRows {

  /** A report has one or two figures of a phrase. */
  private static final int FEWEST_REPORTS = 20;

  /**
   * Of a unit that is rare most reports have none: twice as many are read each time, up to this.
   */
  private static final int MOST_REPORTS = 1_000;

  private final FigureQuestion question;
  private final Names names;
  private final int size;
  private final List<Figure> figures = new ArrayList<>();
  private final First<Figure> first;
  private @Nullable FigureCursor after;

  /** Where the reports begin among which the page's last figure is. */
  private @Nullable String reports;

  private boolean more;

  /**
   * An empty page.
   *
   * @param after where the page before ended; null for none
   */
  FigureRows(FigureQuestion question, Names names, int size, @Nullable FigureCursor after) {
    this.question = question;
    this.names = names;
    this.size = size;
    this.after = after;
    this.reports = after == null ? null : after.reports();
    this.first = new First<>(size);
  }

  /** Offers what a passage says. */
  void offer(Passage passage, Collection<Said> said) {
    var report = passage.report();
    for (Said one : said) {
      if (question.wants(one.attached().quantity())) {
        LineKey key =
            question
                .order()
                .key(
                    report.id(),
                    report.place().town(),
                    report.year(),
                    passage.ordinal(),
                    one.attached().quantity());
        if (after == null || key.compareTo(after.figure()) > 0) {
          first.addIfFirst(key, () -> figure(passage.match(), one));
        }
      }
    }
  }

  /** Takes those that come first of what was offered. */
  void takeOffered() {
    figures.addAll(first.sorted());
    more = first.hasMore();
  }

  /** Takes figures until there is one more than the page has, which tells that there is more. */
  void takeNewest(Matches engine, MatchRequest request, SaidReader reader) {
    String next = reports;
    int atOnce = Math.max(FEWEST_REPORTS, size / 2);
    do {
      MatchingReportPage page =
          engine.matchingReports(request, MatchingReportOrder.NEWEST, atOnce, next);
      atOnce = Math.min(2 * atOnce, MOST_REPORTS);
      for (MatchingReport report : page.reports()) {
        take(report, reader, next);
        if (more) {
          return;
        }
      }
      after = null; // it stood among these
      next = page.nextCursor();
    } while (next != null);
  }

  private void take(MatchingReport report, SaidReader reader, @Nullable String from) {
    for (Match match : report.matches()) {
      var paragraph = match.paragraph();
      for (Said said : reader.of(paragraph.text(), null, match.ranges(), paragraph.section())) {
        Figure figure = figure(match, said);
        if (!question.wants(figure.quantity()) || (after != null && isBehind(figure))) {
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

  /** Whether a figure was on a page before; where that page ended may be gone. */
  private boolean isBehind(Figure figure) {
    return after != null && key(figure).compareTo(after.figure()) <= 0;
  }

  private LineKey key(Figure figure) {
    var report = figure.report();
    return question
        .order()
        .key(
            report.id(),
            report.town(),
            report.year(),
            figure.paragraph().ordinal(),
            figure.quantity());
  }

  private Figure figure(Match match, Said said) {
    String text = match.paragraph().text();
    return new Figure(
        match.report(),
        match.paragraph(),
        names.of(said.phrase().of(text)),
        said.phrase(),
        said.attached().quantity(),
        said.attached().before(),
        said.attached().target(),
        false);
  }

  List<Figure> figures() {
    return figures;
  }

  /** Where the next page begins; null where this is the last. */
  @Nullable String next(FigureCounts counts, String fingerprint) {
    return more
        ? new FigureCursor(key(figures.getLast()), reports, counts).write(fingerprint)
        : null;
  }
}
