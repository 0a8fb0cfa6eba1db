package govsearch.http;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Section;
import govsearch.text.Affixes;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads filter values as people and programs give them, the same on the web and on the command
 * line: a value that no report can have is a mistake, and each value gets its one spelling, so that
 * it is found again among the facet's values.
 */
public final class FilterValues {

  /** The longest name of a value. */
  static final int LONGEST_VALUE = 200;

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int MOST_VALUES = 100;

  /** What is wrong with a value, in Chinese, for whoever gave it. */
  public static final class InvalidFilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFilterException(String message) {
      super(message);
    }
  }

  private FilterValues() {}

  /**
   * Reads.
   *
   * @param values by field; a leading {@code -} excludes the value behind it, blank ones are
   *     ignored
   * @throws InvalidFilterException if one cannot be meant
   */
  public static Filters read(Map<FacetField, List<String>> values) {
    Map<FacetField, List<String>> read = new EnumMap<>(FacetField.class);
    values.forEach(
        (field, list) -> {
          if (list.size() > MOST_VALUES
              || list.stream().anyMatch(v -> v.length() > LONGEST_VALUE)) {
            throw new InvalidFilterException(
                field.code() + " 最多给 " + MOST_VALUES + " 个值，每个最多 " + LONGEST_VALUE + " 字");
          }
          read.put(field, list.stream().map(value -> signed(field, value.strip())).toList());
        });
    return Filters.of(read);
  }

  /**
   * A day or a moment, as seconds since 1970. A day begins at midnight where this runs.
   *
   * @param given 2026-01-31 or 2026-01-31T08:00:00Z; blank for none
   * @return 0 for none
   * @throws InvalidFilterException if it is neither
   */
  public static long since(String given) {
    String since = given.strip();
    if (since.isEmpty()) {
      return 0;
    }
    try {
      return DAY.matcher(since).matches()
          ? LocalDate.parse(since).atStartOfDay(ZoneId.systemDefault()).toEpochSecond()
          : Instant.parse(since).getEpochSecond();
    } catch (DateTimeException e) {
      throw new InvalidFilterException(
          "since 应写成 2026-01-31 或 2026-01-31T08:00:00Z，收到的是 " + Problem.shortened(since));
    }
  }

  private static String signed(FacetField field, String value) {
    return value.startsWith("-")
        ? "-" + canonical(field, value.substring(1).strip())
        : canonical(field, value);
  }

  /** Names of places are taken as they are: which there are, only the index knows. */
  private static String canonical(FacetField field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (field) {
      case REGION -> Affixes.withoutEnd(value, '/');
      case TOWN -> value;
      case YEAR -> year(value);
      case SECTION ->
          Section.of(value)
              .map(Section::code)
              .orElseThrow(
                  () ->
                      new InvalidFilterException(
                          "没有名为 "
                              + Problem.shortened(value)
                              + " 的章节，可用："
                              + String.join("、", Section.codes())));
    };
  }

  private static String year(String value) {
    String year = Normalizer.normalize(value, Normalizer.Form.NFKC);
    if (!year.equals(FacetField.UNSTATED) && !YEAR.matcher(year).matches()) {
      throw new InvalidFilterException(
          "year 应是四位年份或“" + FacetField.UNSTATED + "”，收到的是 " + Problem.shortened(value));
    }
    return year;
  }
}
