package govsearch.insight.checklist;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a report was published, against the day by which it had to be. */
public final class Publishing {

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9])([12][0-9]{3})\\s?+[-/.年]\\s?+([0-9]{1,2}+)\\s?+[-/.月]\\s?+([0-9]{1,2}+)");

  /** What is known of a town's report and a deadline. */
  public enum Timeliness {
    ON_TIME,
    LATE,
    /** There is a report, but not known when it was published. */
    UNKNOWN,
    /** There is no report. */
    MISSING;

    /** The name that the API uses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Publishing() {}

  /**
   * The day that a site or manifest gives.
   *
   * @param published as it is written there, or null
   * @return empty where it names no day that there is
   */
  public static Optional<LocalDate> day(@Nullable String published) {
    if (published == null) {
      return Optional.empty();
    }
    Matcher day = DAY.matcher(Normalizer.normalize(published, Normalizer.Form.NFKC));
    if (!day.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Timeliness of(@Nullable LocalDate published, LocalDate deadline) {
    return published == null
        ? Timeliness.UNKNOWN
        : published.isAfter(deadline) ? Timeliness.LATE : Timeliness.ON_TIME;
  }
}
