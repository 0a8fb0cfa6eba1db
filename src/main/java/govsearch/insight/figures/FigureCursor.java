package govsearch.insight.figures;

import govsearch.engine.InvalidCursorException;
import govsearch.insight.LineCursor;
import govsearch.insight.LineKey;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of figures ended: behind a figure, among the reports from a place on. What was
 * counted for the first page goes with it, so that the others need not count again.
 *
 * @param reports the engine's cursor to these reports; null for the first ones, and where figures
 *     are not in the order of their reports
 */
record FigureCursor(LineKey figure, @Nullable String reports, FigureCounts counts) {

  private static final char BETWEEN = '.';
  private static final Pattern PARTS = Pattern.compile("[.]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int COUNT = 6;
  private static final int LONGEST = 32_000;

  /** As text, bound to a request. */
  String write(String request) {
    return LineCursor.after(figure, request)
        + BETWEEN
        + counts.total()
        + BETWEEN
        + counts.paragraphs()
        + BETWEEN
        + counts.read()
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
        new FigureCounts(
            number(parts.get(1)),
            number(parts.get(2)),
            number(parts.get(3)),
            number(parts.get(4))));
  }

  private static long number(String digits) {
    if (!NUMBER.matcher(digits).matches()) {
      throw new InvalidCursorException();
    }
    return Long.parseLong(digits);
  }
}
