package govsearch.http;

import govsearch.report.ReportHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What assistants are answered: with every text where it stands and how it is cited. */
final class McpViews {

  /** An assistant that finds nothing is not to conclude that nothing was. */
  static final String NOTE = "没有检索到，只说明本库收录的报告里没有这样写，不说明没有做过或没有发生；本库没有收录全部报告。";

  /** A paragraph may be very long; the whole of it is fetched by its id. */
  static final int LONGEST_TEXT = 1_500;

  private McpViews() {}

  /** A report; {@code url} is its page. */
  record ReportRef(
      String id,
      String title,
      List<String> region,
      @Nullable String town,
      @Nullable Integer year,
      String url) {

    static ReportRef of(ReportHead head, String base) {
      return new ReportRef(
          head.id(),
          Citation.titleOf(head),
          head.region(),
          head.town(),
          head.year(),
          base + "/reports/" + head.id());
    }
  }

  /**
   * A paragraph, or a part of it.
   *
   * @param id by which it is fetched
   * @param cut whether its text is longer
   */
  record Passage(
      String id,
      String title,
      String text,
      boolean cut,
      String section,
      List<String> headingPath,
      List<String> region,
      @Nullable String town,
      @Nullable Integer year,
      String url,
      String citation) {}

  /** A page of hits. */
  record Search(
      long total,
      boolean exact,
      long reports,
      long towns,
      String mode,
      List<Hit> results,
      List<String> notices,
      @Nullable String nextCursor,
      @Nullable String edition,
      String note) {}

  /** A hit; {@code sameIn} other towns say the same. */
  record Hit(Passage passage, double formulaShare, long sameIn) {}

  /** A report, or a paragraph of it, with a page of the texts. */
  record Fetched(
      String id,
      String title,
      String text,
      ReportRef report,
      List<Passage> paragraphs,
      @Nullable String nextCursor,
      String url,
      String citation,
      String note) {}

  /** Similar problems. */
  record Similar(List<SimilarProblem> results, boolean complete, String note) {}

  /** A problem elsewhere, what is planned against it and what came of it. */
  record SimilarProblem(
      Passage problem, boolean weak, List<Passage> measures, List<Passage> achievements) {}

  /** Who says it and who does not. */
  record Covered(
      List<Column> years,
      long towns,
      long said,
      long silent,
      long absent,
      List<Row> rows,
      @Nullable String nextCursor,
      String note) {}

  /** A year, null for reports that state none; doubtful if it has not begun. */
  record Column(@Nullable Integer year, long said, long silent, long missing, boolean doubtful) {}

  /** A town. */
  record Row(List<String> region, @Nullable String town, List<Cell> cells) {}

  /** A town and year. */
  record Cell(String status, long paragraphs, @Nullable String url) {}

  /** Two reports. */
  record Compared(
      ReportRef a,
      ReportRef b,
      @Nullable Double keptOfA,
      @Nullable Double keptOfB,
      long total,
      List<Piece> pieces,
      @Nullable String nextCursor,
      String note) {}

  /** A sentence of either, or of both. */
  record Piece(String kind, String section, @Nullable Side a, @Nullable Side b) {}

  /** A sentence of one. */
  record Side(String text, String url, String citation) {}

  /** A page of figures. */
  record FigureAnswer(
      long total,
      long paragraphs,
      long readParagraphs,
      List<FigureRow> results,
      List<String> notices,
      @Nullable String nextCursor,
      String note) {}

  /** A figure with the paragraph that it stands in. */
  record FigureRow(
      String surface,
      String unit,
      double value,
      boolean target,
      boolean unchanged,
      Passage passage) {}

  /** Checked quotations. */
  record Verified(List<Quote> quotes, int total, @Nullable String nextCursor, String note) {}

  /** A quotation, and where it stands or what is nearest. */
  record Quote(
      String quoted,
      String outcome,
      @Nullable String claimedTown,
      @Nullable Integer claimedYear,
      List<Passage> found) {}

  /** Completions. */
  record Suggested(List<Completion> suggestions, String note) {}

  /** A completion; {@code query} is to be searched for. */
  record Completion(String kind, String text, String query, long count) {}
}
