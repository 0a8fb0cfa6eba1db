package govsearch.report;

import govsearch.text.ChineseNumerals;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a report's year may be wrong: it has not begun yet, or the report was signed or published
 * before it began. The year stays as it is written; a person decides. A year that has not begun is
 * nobody's latest: no other report can be missing of it.
 */
public final class YearDoubt {

  private static final int LONGEST_DATE_LINE = 60;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9０-９])(?<y>[12１２二][0-9０-９零一二三四五六七八九Oo"
              + ChineseNumerals.ZERO_LIKE
              + "]{3})[年./-]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");

  private YearDoubt() {}

  /** Whether a year has not begun, so that no report can be of it; null is no such year. */
  public static boolean isToCome(@Nullable Integer year) {
    return year != null && year > thisYear();
  }

  /** The years that have not begun, ascending, each once. */
  public static List<Integer> toCome(Collection<@Nullable Integer> years) {
    return years.stream()
        .filter(YearDoubt::isToCome)
        .map(Objects::requireNonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What is told by year, with the years that have not begun behind those that have, before what is
   * of no year; apart from that as it was.
   *
   * @param yearOf the year of one of them; null for none
   */
  public static <T> List<T> behindOthers(List<T> some, Function<T, @Nullable Integer> yearOf) {
    return some.stream()
        .sorted(
            Comparator.comparingInt(
                one -> {
                  Integer year = yearOf.apply(one);
                  return year == null ? 2 : isToCome(year) ? 1 : 0;
                }))
        .toList();
  }

  /** The year that it is. */
  public static int thisYear() {
    return Year.now(ZoneId.systemDefault()).getValue();
  }

  /** What is to be said of a report's year today, in Chinese; null for nothing. */
  public static @Nullable String of(Report report) {
    return of(report, thisYear());
  }

  static @Nullable String of(Report report, int thisYear) {
    Sourced<Integer> said = report.head().metadata().year();
    if (said == null) {
      return null;
    }
    int year = said.value();
    String toCome = year > thisYear ? "写的是 " + year + " 年度，而今年是 " + thisYear + " 年" : null;
    if (said.from() == Provenance.MANIFEST) {
      return toCome; // who wrote it into the manifest has looked at the rest
    }
    OptionalInt signed = signed(report);
    if (signed.isPresent() && year > signed.getAsInt()) {
      return "写的是 " + year + " 年度，落款却在 " + signed.getAsInt() + " 年";
    }
    Sourced<String> published = report.head().metadata().published();
    OptionalInt day = published == null ? OptionalInt.empty() : yearIn(published.value());
    if (day.isPresent() && year > day.getAsInt()) {
      return "写的是 " + year + " 年度，发布却在 " + day.getAsInt() + " 年";
    }
    return toCome;
  }

  /** The year of the last date that signs, or stands below the title. */
  private static OptionalInt signed(Report report) {
    OptionalInt signed = OptionalInt.empty();
    for (Paragraph paragraph : report.paragraphs()) {
      boolean signs =
          paragraph.kind() == ParagraphKind.SIGNATURE || paragraph.kind() == ParagraphKind.BYLINE;
      if (signs && paragraph.text().length() <= LONGEST_DATE_LINE) {
        OptionalInt year = yearIn(paragraph.text());
        signed = year.isPresent() ? year : signed;
      }
    }
    return signed;
  }

  private static OptionalInt yearIn(String text) {
    Matcher date = DATE.matcher(SPACE.matcher(text).replaceAll(""));
    return date.find()
        ? ChineseNumerals.year(date.group("y").replace('o', '〇').replace('O', '〇'))
        : OptionalInt.empty();
  }
}
