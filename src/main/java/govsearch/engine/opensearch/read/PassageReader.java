package govsearch.engine.opensearch.read;

import govsearch.engine.Match;
import govsearch.engine.Passage;
import govsearch.engine.ReportKey;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.query.MatchRequest;
import govsearch.report.Newness;
import govsearch.report.Paragraph;
import govsearch.report.Section;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes passages of rows with their texts. */
final class PassageReader {
  static final List<String> COLUMNS =
      List.of(
          Columns.REPORT,
          Columns.VERSION,
          Columns.ORDINAL,
          Columns.FOLD,
          Columns.SENTENCE,
          Columns.PLACE,
          Columns.NEWEST);

  private final Asked asked;
  private final MatchRequest request;
  private @Nullable ReportKey last;

  PassageReader(Asked asked, MatchRequest request) {
    this.asked = asked;
    this.request = request;
  }

  Passage of(Row row) {
    String id = row.text(Columns.REPORT);
    ReportKey key = last;
    if (key == null || !key.id().equals(id)) {
      key = key(row);
      last = key;
    }
    return new Shown(row, key, StoredReports.stored(row.hit(), Paragraph.class));
  }

  /** Which report a row is of. */
  static ReportKey key(Row row) {
    int year = Newness.year(row.number(Columns.NEWEST));
    return new ReportKey(
        row.text(Columns.REPORT),
        FacetLabels.place(row.text(Columns.PLACE)),
        year == Newness.NONE ? null : (Integer) year);
  }

  private final class Shown implements Passage {
    private final Row row;
    private final ReportKey report;
    private final Paragraph paragraph;
    private @Nullable FoldedText literal;
    private @Nullable List<Range> ranges;

    Shown(Row row, ReportKey report, Paragraph paragraph) {
      this.row = row;
      this.report = report;
      this.paragraph = paragraph;
    }

    @Override
    public ReportKey report() {
      return report;
    }

    @Override
    public int ordinal() {
      return paragraph.ordinal();
    }

    @Override
    public Section section() {
      return paragraph.section();
    }

    @Override
    public String paragraphId() {
      return paragraph.id();
    }

    @Override
    public String text() {
      return paragraph.text();
    }

    @Override
    public FoldedText literal() {
      if (literal == null) {
        literal = Literal.of(paragraph.text());
      }
      return literal;
    }

    @Override
    public List<Range> ranges() {
      if (ranges == null) {
        ranges =
            asked
                .highlighter()
                .ranges(request.query(), request.mode(), paragraph.text(), literal());
      }
      return ranges;
    }

    @Override
    public Match match() {
      return asked.hits().matches(List.of(row), request.query(), request.mode()).getFirst();
    }
  }
}
