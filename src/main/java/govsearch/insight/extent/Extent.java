package govsearch.insight.extent;

import govsearch.insight.Answers;
import org.jspecify.annotations.Nullable;

/**
 * How far reports say something.
 *
 * @param reports how many reports there are
 * @param saying how many of them say it
 * @param paragraphs how many of their paragraphs say it
 */
public record Extent(long reports, long saying, long paragraphs) {

  /** Of no report. */
  static final Extent NONE = new Extent(0, 0, 0);

  /** That of a part in a year. */
  static Extent of(Answers answers, int part, int year) {
    return new Extent(
        answers.reports(part, year), answers.saying(part, year), answers.paragraphs(part, year));
  }

  Extent plus(Extent other) {
    return new Extent(
        reports + other.reports, saying + other.saying, paragraphs + other.paragraphs);
  }

  /** Which part of the reports say it, 0 to 1; null where there are none. */
  public @Nullable Double share() {
    return reports == 0 ? null : (double) saying / reports;
  }

  /** How many paragraphs of a report say it on the average; null where there are no reports. */
  public @Nullable Double perReport() {
    return reports == 0 ? null : (double) paragraphs / reports;
  }
}
