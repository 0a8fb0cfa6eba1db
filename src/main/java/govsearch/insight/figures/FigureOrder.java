package govsearch.insight.figures;

import govsearch.insight.LineKey;
import govsearch.report.YearDoubt;
import govsearch.text.Literal;
import govsearch.text.Quantity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders of figures. Ties are broken by report id and place, always. */
public enum FigureOrder {
  /** Newest first, those of a year by town; years to come behind, those without a year last. */
  YEAR,
  /** By town, then newest first; those without a town last. */
  TOWN,
  /** The largest first; of a range the upper end counts. */
  MOST,
  /** The smallest first; of a range the lower end counts. */
  LEAST;

  private static final int LAST_YEAR = 9_999;
  private static final String LAST = "\uFFFF";
  private static final char BETWEEN = '\0';
  private static final int HEX_DIGITS = 16;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where a figure belongs.
   *
   * @param ordinal of its paragraph in the report
   */
  LineKey key(
      String reportId,
      @Nullable String town,
      @Nullable Integer year,
      int ordinal,
      Quantity quantity) {
    String sort =
        switch (this) {
          case YEAR -> age(year) + town(town);
          case TOWN -> town(town == null ? null : Literal.literal(town)) + BETWEEN + age(year);
          case MOST -> ascending(~bits(quantity.upTo().doubleValue()));
          case LEAST -> ascending(bits(quantity.value().doubleValue()));
        };
    return new LineKey(sort, reportId, ordinal, quantity.at().start());
  }

  /** Behind all of a report's figures, in the order of years. */
  LineKey end(String reportId, @Nullable String town, @Nullable Integer year) {
    return new LineKey(age(year) + town(town), reportId, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The less, the newer; of a year that has not begun more, of none the most. */
  private static String age(@Nullable Integer year) {
    if (year == null) {
      return LAST;
    }
    String age = Integer.toString(LAST_YEAR - year);
    return (YearDoubt.isToCome(year) ? "1" : "0") + "0".repeat(Math.max(0, 4 - age.length())) + age;
  }

  private static String town(@Nullable String town) {
    return town == null ? LAST : town;
  }

  /** Of numbers that are not negative, in their order. */
  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static String ascending(long bits) {
    String hex = Long.toHexString(bits);
    return "0".repeat(HEX_DIGITS - hex.length()) + hex;
  }
}
