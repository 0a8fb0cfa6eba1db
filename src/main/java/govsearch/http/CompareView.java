package govsearch.http;

import govsearch.insight.compare.Comparison;
import govsearch.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two reports compared, as {@code GET compare} answers. */
public record CompareView(
    ReportViews.Head a,
    ReportViews.Head b,
    SumsView whole,
    List<PartView> sections,
    long tookMillis) {

  /** What was found. */
  public static CompareView of(Comparison comparison, long tookMillis) {
    return new CompareView(
        ReportViews.Head.of(comparison.a()),
        ReportViews.Head.of(comparison.b()),
        SumsView.of(comparison.whole()),
        comparison.parts().stream().map(PartView::of).toList(),
        tookMillis);
  }

  /** Lengths, and which part of them is kept. */
  public record SumsView(
      long lengthA,
      long keptA,
      @Nullable Double shareA,
      long lengthB,
      long keptB,
      @Nullable Double shareB) {

    static SumsView of(Comparison.Sums sums) {
      return new SumsView(
          sums.lengthA(), sums.keptA(), sums.shareA(), sums.lengthB(), sums.keptB(), sums.shareB());
    }
  }

  /** A section. */
  public record PartView(String section, SumsView sums, List<PieceView> pieces) {

    static PartView of(Comparison.Part part) {
      return new PartView(
          part.section().code(),
          SumsView.of(part.sums()),
          part.pieces().stream().map(PieceView::of).toList());
    }
  }

  /** A sentence of either report, or of both. */
  public record PieceView(String kind, @Nullable SideView a, @Nullable SideView b) {

    static PieceView of(Comparison.Piece piece) {
      return new PieceView(piece.kind().code(), SideView.of(piece.a()), SideView.of(piece.b()));
    }
  }

  /** A sentence; {@code at} and {@code changed} are of the paragraph's text. */
  public record SideView(
      String paragraphId, int ordinal, String section, Range at, String text, List<Range> changed) {

    static @Nullable SideView of(Comparison.@Nullable Side side) {
      return side == null
          ? null
          : new SideView(
              side.paragraph().id(),
              side.paragraph().ordinal(),
              side.paragraph().section().code(),
              side.at(),
              side.at().of(side.paragraph().text()),
              side.changed());
    }
  }
}
