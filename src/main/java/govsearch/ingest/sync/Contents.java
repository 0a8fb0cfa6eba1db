package govsearch.ingest.sync;

import govsearch.report.Heading;
import govsearch.report.Ids;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.Sourced;
import govsearch.text.Range;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two files give the same report: the same text under the same names. A text that two
 * towns share word for word is two reports, where their names are known.
 */
final class Contents {

  /** 128 bits: no two reports that differ are ever taken for one. */
  private static final int LENGTH = 32;

  private static final char END = '\0';

  private Contents() {}

  /** A fingerprint of all that is in a report, its id and its sources aside. */
  static String of(Report report) {
    StringBuilder all = new StringBuilder();
    Metadata metadata = report.head().metadata();
    add(all, metadata.title());
    add(all, metadata.province());
    add(all, metadata.city());
    add(all, metadata.county());
    add(all, metadata.town());
    add(all, metadata.year());
    add(all, metadata.published());
    all.append(metadata.ambiguous()).append(END);
    for (Paragraph paragraph : report.paragraphs()) {
      all.append(paragraph.kind().code()).append(END);
      all.append(paragraph.section().code()).append(END);
      Heading heading = paragraph.heading();
      all.append(heading == null ? 0 : heading.level()).append(END);
      paragraph.headingPath().forEach(title -> all.append(title).append(END));
      for (Range statement : paragraph.statements()) {
        all.append(statement.start()).append('-').append(statement.end()).append(END);
      }
      all.append(paragraph.text()).append(END);
    }
    return Ids.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
  }

  private static void add(StringBuilder all, @Nullable Sourced<?> sourced) {
    if (sourced != null) {
      all.append(sourced.from().code()).append(END).append(sourced.value());
    }
    all.append(END);
  }
}
