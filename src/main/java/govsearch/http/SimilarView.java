package govsearch.http;

import govsearch.engine.Learnt;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.insight.remedies.Remedy;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import govsearch.text.Range;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code similar} answers. */
record SimilarView(
    String text,
    List<SaidView> concepts,
    List<HitView> hits,
    int looked,
    boolean complete,
    LearntView learnt,
    long tookMillis) {

  /** How far a learnt model took part. */
  record LearntView(String state, long done, long all) {
    static LearntView of(Learnt learnt) {
      return new LearntView(
          learnt.state().name().toLowerCase(Locale.ROOT), learnt.done(), learnt.all());
    }
  }

  /** A concept of what was asked for; ranges are of {@code text}. */
  record SaidView(String name, String wording, List<Range> ranges) {}

  /** A similar statement; all ranges are of its paragraph's {@code text}. */
  record HitView(
      String reportId,
      String paragraphId,
      int ordinal,
      int statement,
      int start,
      int end,
      String text,
      List<String> headingPath,
      String section,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful,
      double score,
      double formulaShare,
      List<SimilarHit.Term> terms,
      List<ConceptView> concepts,
      List<String> evidence,
      boolean weak,
      @Nullable MeasureView measure,
      RemediesView remedies) {

    static HitView of(SimilarHit hit, Remedy.Found remedies) {
      ReportHead report = hit.report();
      var paragraph = hit.paragraph();
      return new HitView(
          report.id(),
          paragraph.id(),
          paragraph.ordinal(),
          hit.number(),
          hit.statement().start(),
          hit.statement().end(),
          paragraph.text(),
          paragraph.headingPath(),
          paragraph.section().code(),
          report.title(),
          report.town(),
          report.county(),
          report.city(),
          report.province(),
          report.year(),
          YearDoubt.isToCome(report.year()),
          hit.score(),
          hit.formulaShare(),
          hit.terms(),
          hit.concepts().stream().map(ConceptView::of).toList(),
          hit.evidence().stream().sorted().map(SimilarHit.Evidence::code).toList(),
          hit.weak(),
          hit.measure() == null ? null : MeasureView.of(hit.measure()),
          RemediesView.of(remedies));
    }
  }

  /** What the report plans that seems to answer it. */
  record MeasureView(
      String paragraphId,
      int statement,
      int start,
      int end,
      String text,
      List<String> headingPath) {

    static MeasureView of(SimilarHit.Measure measure) {
      return new MeasureView(
          measure.paragraph().id(),
          measure.number(),
          measure.statement().start(),
          measure.statement().end(),
          measure.paragraph().text(),
          measure.paragraph().headingPath());
    }
  }

  /** What is done about it, as {@code GET paragraphs/{id}/remedies} has it. */
  record RemediesView(
      List<RemedyRoutes.RemedyView> measures,
      ReportViews.@Nullable Head nextYear,
      List<RemedyRoutes.RemedyView> achievements) {

    static RemediesView of(Remedy.Found found) {
      return new RemediesView(
          found.measures().stream().map(RemedyRoutes.RemedyView::of).toList(),
          found.nextYear() == null ? null : ReportViews.Head.of(found.nextYear()),
          found.achievements().stream().map(RemedyRoutes.RemedyView::of).toList());
    }
  }

  static SimilarView of(SimilarPages.Page page, long tookMillis) {
    SimilarResult result = page.result();
    return new SimilarView(
        result.text(),
        result.concepts().stream()
            .map(said -> new SaidView(said.concept(), said.wording(), said.ranges()))
            .toList(),
        page.hits(),
        page.looked(),
        page.complete(),
        LearntView.of(result.learnt()),
        tookMillis);
  }
}
