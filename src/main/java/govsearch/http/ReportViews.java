package govsearch.http;

import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import govsearch.report.Sourced;
import govsearch.report.YearDoubt;
import govsearch.text.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reports and paragraphs as JSON. */
public final class ReportViews {

  private ReportViews() {}

  /**
   * A report's head; every value that the report does not say is null.
   *
   * @param yearDoubtful whether its year has not begun
   */
  public record Head(
      String id,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful,
      boolean ambiguous,
      int paragraphCount,
      Source source,
      List<Source> sources) {

    static Head of(ReportHead head) {
      return new Head(
          head.id(),
          head.title(),
          head.town(),
          head.county(),
          head.city(),
          head.province(),
          head.year(),
          YearDoubt.isToCome(head.year()),
          head.metadata().ambiguous(),
          head.paragraphCount(),
          head.source(),
          head.sources());
    }
  }

  /** A page of {@code GET reports}. */
  record Page(long total, List<Head> reports, @Nullable String nextCursor) {}

  /** A value with the code of where it came from. */
  record Value(Object value, String from) {}

  /** A line of the outline. */
  record OutlineEntry(int level, String title, String paragraphId) {}

  /** A paragraph. */
  record ParagraphView(
      String id,
      int ordinal,
      String kind,
      String text,
      List<String> headingPath,
      String section,
      List<Range> statements) {

    static ParagraphView of(Paragraph paragraph) {
      return new ParagraphView(
          paragraph.id(),
          paragraph.ordinal(),
          paragraph.kind().code(),
          paragraph.text(),
          paragraph.headingPath(),
          paragraph.section().code(),
          paragraph.statements());
    }
  }

  /**
   * A report whole: the fields of its head, the town's other years by id, and all that is in it.
   *
   * @param yearDoubt why the year may be wrong, in Chinese; null for nothing
   * @param citations null for a report that is in no collection yet
   */
  record Whole(
      String id,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful,
      boolean ambiguous,
      @Nullable String yearDoubt,
      int paragraphCount,
      Source source,
      List<Source> sources,
      @Nullable String previousYear,
      @Nullable String nextYear,
      Map<String, @Nullable Value> metadata,
      List<OutlineEntry> outline,
      List<ParagraphView> paragraphs,
      @Nullable Citations citations) {

    /** Of a report that is perhaps in no collection, so that no other year is looked for. */
    static Whole of(Report report) {
      return of(report, null, null, null);
    }

    static Whole of(
        Report report,
        @Nullable String previousYear,
        @Nullable String nextYear,
        @Nullable Citations citations) {
      ReportHead head = report.head();
      return new Whole(
          head.id(),
          head.title(),
          head.town(),
          head.county(),
          head.city(),
          head.province(),
          head.year(),
          YearDoubt.isToCome(head.year()),
          head.metadata().ambiguous(),
          YearDoubt.of(report),
          head.paragraphCount(),
          head.source(),
          head.sources(),
          previousYear,
          nextYear,
          metadataOf(head.metadata()),
          outlineOf(report),
          report.paragraphs().stream().map(ParagraphView::of).toList(),
          citations);
    }
  }

  /** What a query matches in a report. */
  record Highlights(List<ParagraphHighlight> paragraphs, int count) {}

  /** Ranges in one paragraph. */
  record ParagraphHighlight(String id, List<Range> ranges) {}

  /** The paragraphs beside one. */
  record Neighbours(@Nullable ParagraphView previous, @Nullable ParagraphView next) {}

  /** One paragraph to link to and cite. */
  record Cited(
      ParagraphView paragraph,
      Neighbours neighbours,
      Head report,
      String citation,
      Citations citations,
      String permalink) {}

  private static Map<String, @Nullable Value> metadataOf(Metadata metadata) {
    Map<String, @Nullable Value> values = new LinkedHashMap<>();
    values.put("title", value(metadata.title()));
    values.put("town", value(metadata.town()));
    values.put("county", value(metadata.county()));
    values.put("city", value(metadata.city()));
    values.put("province", value(metadata.province()));
    values.put("year", value(metadata.year()));
    values.put("published", value(metadata.published()));
    return values;
  }

  private static @Nullable Value value(@Nullable Sourced<?> sourced) {
    return sourced == null
        ? null
        : new Value(Objects.requireNonNull(sourced.value()), sourced.from().code());
  }

  private static List<OutlineEntry> outlineOf(Report report) {
    return report.paragraphs().stream()
        .filter(paragraph -> paragraph.heading() != null)
        .map(
            paragraph ->
                new OutlineEntry(
                    Objects.requireNonNull(paragraph.heading()).level(),
                    Objects.requireNonNull(paragraph.heading()).title(),
                    paragraph.id()))
        .toList();
  }
}
