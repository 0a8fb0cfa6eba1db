package govsearch.insight.concordance;

import govsearch.engine.SampleReports;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.text.Range;
import java.util.List;

/** Concordance lines that are made up. */
final class Lines {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);

  private Lines() {}

  static List<Report> reports() {
    return REPORTS;
  }

  /** A line of a paragraph whose match stands between brackets: 前文[命中]后文. */
  static ConcordanceLine of(String marked) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    return of(REPORTS.getFirst().head(), marked.replaceAll("[\\[\\]]", ""), start, end);
  }

  static ConcordanceLine of(ReportHead head, String text, int start, int end) {
    Paragraph paragraph =
        new Paragraph(
            "aaaaaaaa", 1, ParagraphKind.BODY, text, null, List.of(), Section.OTHER, List.of());
    return new ConcordanceLine(head, paragraph, new Range(start, end));
  }
}
