package govsearch.insight.figures;

import govsearch.engine.Match;
import govsearch.engine.Matches;
import govsearch.engine.MatchingReportOrder;
import govsearch.engine.Passage;
import govsearch.engine.ReportKey;
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

  /** Most reports have no figure of a phrase that all have. */
  private static final int FEWEST_REPORTS = 100;

  /**
   * Of a unit that is rare most reports have none: twice as many are looked at next, up to this.
   */
  private static final int MOST_REPORTS = 400;

  private final FigureQuestion question;
  private final Names names;
  private final int size;
  private final List<Figure> figures = new ArrayList<>();
  private final First<Figure> first;
  private @Nullable FigureCursor after;

  /** Where the reports begin among which the page's last figure is. */
  private @Nullable String reports;

  private boolean more;

  /** How many paragraphs were read for the page, and which report the last one is of. */
  private long read;

  private @Nullable ReportKey last;

  /** Where the reports begin that were not looked at, as much was read; null where all were. */
  private @Nullable String stopped;

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
    for (Said one : said) {
      if (question.wants(one.attached().quantity())) {
        LineKey key = key(passage, one);
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

  /**
   * Takes figures until there is one more than the page has, which tells that there is more; of a
   * phrase that hardly ever has one, until much was read: the page is short then, and the next one
   * goes on from there.
   *
   * @param mostRead how many paragraphs are much
   */
  void takeNewest(Matches engine, MatchRequest request, SaidReader reader, long mostRead) {
    read = 0;
    String next = reports;
    int atOnce = Math.max(FEWEST_REPORTS, size / 2);
    do {
      String from = next;
      next =
          engine.passages(
              request,
              MatchingReportOrder.NEWEST,
              atOnce,
              from,
              passage -> {
                take(passage, reader, from);
                read++;
                last = passage.report();
                return !more;
              });
      atOnce = Math.min(2 * atOnce, MOST_REPORTS);
      after = null; // it stood among these
    } while (next != null && !more && read < mostRead);
    stopped = more ? null : next;
  }

  private void take(Passage passage, SaidReader reader, @Nullable String from) {
    for (Said said :
        reader.of(passage.text(), passage.literal(), passage.ranges(), passage.section())) {
      if (!question.wants(said.attached().quantity()) || isBefore(passage, said)) {
        continue;
      }
      if (figures.size() == size) {
        more = true;
        return;
      }
      figures.add(figure(passage.match(), said));
      reports = from;
    }
  }

  /** Whether a figure was on a page before; where that page ended may be gone. */
  private boolean isBefore(Passage passage, Said said) {
    return after != null && key(passage, said).compareTo(after.figure()) <= 0;
  }

  private LineKey key(Passage passage, Said said) {
    var report = passage.report();
    return question
        .order()
        .key(
            report.id(),
            report.place().town(),
            report.year(),
            passage.ordinal(),
            said.attached().quantity());
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
    if (stopped != null && last != null) {
      LineKey end = question.order().end(last.id(), last.place().town(), last.year());
      return new FigureCursor(end, stopped, counts).write(fingerprint);
    }
    return more
        ? new FigureCursor(key(figures.getLast()), reports, counts).write(fingerprint)
        : null;
  }
}
