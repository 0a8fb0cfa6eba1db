package govsearch.http;

import govsearch.insight.figures.Figure;
import govsearch.insight.figures.YearlyFigures;
import govsearch.insight.remedies.Remedy;
import govsearch.report.ReportHead;
import govsearch.report.Statement;
import govsearch.text.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET towns/{place}} answers.
 *
 * @param path as the address and filters by region have it
 * @param reports oldest first, those without a year last
 * @param problems newest first
 */
record TownView(
    String path,
    List<String> region,
    String town,
    List<YearView> reports,
    List<Problem> problems,
    List<FigureRow> figures,
    long tookMillis) {

  /**
   * A report.
   *
   * @param carried null where there is none before it
   */
  record YearView(ReportViews.Head report, @Nullable Carried carried) {}

  /** How much of a report's text an earlier one has too; null where it has no text. */
  record Carried(String from, int year, @Nullable Double share) {}

  /** A problem, what its report plans about it, and what the next year's says was done. */
  record Problem(
      String reportId,
      @Nullable Integer year,
      String paragraphId,
      int ordinal,
      int statement,
      Range at,
      String text,
      @Nullable Answer measure,
      @Nullable String nextYear,
      @Nullable Answer achievement) {

    static Problem of(ReportHead report, Statement statement, Remedy.Found found) {
      ReportHead next = found.nextYear();
      return new Problem(
          report.id(),
          report.year(),
          statement.paragraph().id(),
          statement.paragraph().ordinal(),
          statement.number(),
          statement.at(),
          statement.text(),
          Answer.of(report, found.measures()),
          next == null ? null : next.id(),
          next == null ? null : Answer.of(next, found.achievements()));
    }
  }

  /** A statement that answers a problem. */
  record Answer(String reportId, @Nullable Integer year, String paragraphId, String text) {

    static @Nullable Answer of(ReportHead report, List<Remedy> found) {
      if (found.isEmpty()) {
        return null;
      }
      Remedy best = found.getFirst();
      return new Answer(
          report.id(),
          report.year(),
          best.paragraph().id(),
          best.statement().of(best.paragraph().text()));
    }
  }

  /** Something that is counted, in the years that count it. */
  record FigureRow(String name, String unit, List<FigureCell> years) {

    static FigureRow of(YearlyFigures.Row row) {
      return new FigureRow(
          row.name(),
          row.unit(),
          row.byYear().entrySet().stream()
              .map(entry -> FigureCell.of(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  /** A number of a year. */
  record FigureCell(
      int year,
      BigDecimal value,
      BigDecimal upTo,
      String vagueness,
      String surface,
      String reportId,
      String paragraphId) {

    static FigureCell of(int year, Figure figure) {
      return new FigureCell(
          year,
          figure.quantity().value(),
          figure.quantity().upTo(),
          figure.quantity().vagueness().code(),
          figure.quantity().at().of(figure.paragraph().text()),
          figure.report().id(),
          figure.paragraph().id());
    }
  }
}
