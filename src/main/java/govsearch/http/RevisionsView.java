package govsearch.http;

import govsearch.engine.Reports;
import govsearch.engine.Revision;
import govsearch.engine.Seen;
import govsearch.report.Report;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report's texts, the one that it has apart.
 *
 * @param firstSeen since when the collection has it; null where that is not known
 * @param seen since when the collection has the text that it has now
 * @param revisions the earlier ones, latest first
 */
public record RevisionsView(
    String id, @Nullable Instant firstSeen, @Nullable Instant seen, List<RevisionView> revisions) {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /**
   * An earlier text.
   *
   * @param key by which {@code compare} takes it
   */
  public record RevisionView(
      String key, @Nullable Instant from, Instant until, int paragraphs, @Nullable String title) {

    static RevisionView of(Revision revision) {
      Report report = revision.report();
      return new RevisionView(
          keyOf(revision),
          revision.from() == 0 ? null : Instant.ofEpochSecond(revision.from()),
          Instant.ofEpochSecond(revision.until()),
          report.paragraphs().size(),
          report.head().title());
    }

    static String keyOf(Revision revision) {
      return revision.report().id() + "@" + revision.until();
    }
  }

  /** The texts of a report; of one that has several ids by any of them. */
  public static Optional<RevisionsView> of(Reports engine, String id) {
    return engine.report(id).map(report -> of(engine, report));
  }

  private static RevisionsView of(Reports engine, Report report) {
    Seen seen = engine.seen(report.id()).orElse(null);
    return new RevisionsView(
        report.id(),
        seen == null || seen.first() == 0 ? null : Instant.ofEpochSecond(seen.first()),
        seen == null ? null : Instant.ofEpochSecond(seen.text()),
        engine.revisions(report.id()).stream().map(RevisionView::of).toList());
  }

  /**
   * A text of a report.
   *
   * @param key the report's id, for the text that it has; or the key of an earlier one
   */
  public static Optional<Report> text(Reports engine, String key) {
    int at = key.indexOf('@');
    if (at < 0) {
      return engine.report(key);
    }
    String until = key.substring(at + 1);
    return engine.revisions(key.substring(0, at)).stream()
        .filter(revision -> Long.toString(revision.until()).equals(until))
        .map(Revision::report)
        .findFirst();
  }

  /** A time as people here read it, to the minute. */
  public static String local(Instant time) {
    return MINUTES.format(time.atZone(ZoneId.systemDefault()));
  }

  static String local(long seconds) {
    return local(Instant.ofEpochSecond(seconds));
  }
}
