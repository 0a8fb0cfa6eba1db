package govsearch.engine;

import java.util.List;

/**
 * In which reports a sentence stands.
 *
 * @param reports how many
 * @param towns how many different towns they are of, as far as they say it
 * @param oldest all of them, those of the earliest year first, those without a year last; where
 *     they are more than was asked for, the first alone
 */
public record SentenceReports(long reports, long towns, List<ReportKey> oldest) {

  /** No report has it. */
  public static final SentenceReports NONE = new SentenceReports(0, 0, List.of());

  public SentenceReports {
    oldest = List.copyOf(oldest);
  }

  /** Whether all of the reports are given. */
  public boolean isWhole() {
    return oldest.size() == reports;
  }
}
