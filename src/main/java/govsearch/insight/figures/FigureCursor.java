package govsearch.insight.figures;

import govsearch.engine.InvalidCursorException;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import govsearch.report.ReportHead;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of figures ended: behind a figure, among the reports from a place on. What was
 * counted for the first page goes with it, so that the others need not count again.
 *
 * @param reports the engine's cursor to these reports; null for the first ones
 */
record FigureCursor(LineKey figure, @Nullable String reports, FigureCounts counts) {

  private static final char BETWEEN = '.';
  private static final Pattern PARTS = Pattern.compile("[.]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int COUNT = 5;
  private static final int LONGEST = 32_000;

  static FigureCursor after(Figure figure, @Nullable String reports, FigureCounts counts) {
    return new FigureCursor(key(figure), reports, counts);
  }

  /** Newest first, then by town, as the engine gives the reports; then as they stand in them. */
  private static LineKey key(Figure figure) {
    ReportHead report = figure.report();
    int age = report.year() == null ? 9_999 : 9_999 - report.year();
    String town = report.town() == null ? "\uFFFF" : report.town();
    return new LineKey(
        String.format(Locale.ROOT, "%04d%s", age, town),
        report.id(),
        figure.paragraph().ordinal(),
        figure.quantity().at().start());
  }

  /** Whether a figure stands behind this one, which may be gone. */
  boolean isBefore(Figure other) {
    return key(other).compareTo(figure) > 0;
  }

  /** As text, bound to a request. */
  String write(String request) {
    return LineCursor.after(figure, request)
        + BETWEEN
        + counts.total()
        + BETWEEN
        + counts.paragraphs()
        + BETWEEN
        + counts.withoutFigure()
        + BETWEEN
        + (reports == null ? "" : reports);
  }

  /**
   * From text.
   *
   * @return null for no cursor
   * @throws InvalidCursorException if it was given for no such request
   */
  static @Nullable FigureCursor read(@Nullable String cursor, String request) {
    if (cursor == null) {
      return null;
    }
    List<String> parts = List.of(PARTS.split(cursor, -1));
    LineKey figure = LineCursor.read(parts.getFirst(), request);
    if (figure == null || parts.size() != COUNT || cursor.length() > LONGEST) {
      throw new InvalidCursorException();
    }
    String reports = parts.getLast();
    return new FigureCursor(
        figure,
        reports.isEmpty() ? null : reports,
        new FigureCounts(number(parts.get(1)), number(parts.get(2)), number(parts.get(3))));
  }

  private static long number(String digits) {
    if (!NUMBER.matcher(digits).matches()) {
      throw new InvalidCursorException();
    }
    return Long.parseLong(digits);
  }
}
