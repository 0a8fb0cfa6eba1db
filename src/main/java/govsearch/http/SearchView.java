package govsearch.http;

import govsearch.engine.FacetCounts;
import govsearch.engine.FacetCounts.FacetCount;
import govsearch.engine.Hit;
import govsearch.engine.NearIdentical;
import govsearch.engine.SearchResult;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Notice;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import govsearch.query.Understood;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search's answer as JSON; the contract of {@code GET search}.
 *
 * @param mode the one that was used; see {@link SearchResult#mode}
 * @param reports how many reports match
 * @param towns how many towns match; of one name in different regions they are different ones
 * @param lastYear the latest of those that have begun
 * @param doubtfulYears those that have not, of what matches and of the facet of years
 * @param partial see {@link SearchResult#partial}
 * @param facetTotals how many values each facet has in all, since long lists are shortened
 * @param facetMore how many of these are not listed
 * @param townReports where a town is asked for by its name, some of its reports
 * @param instead what to search for instead; null where there is no need or nothing better
 * @param edition of the collection; null where it is not known
 */
public record SearchView(
    String mode,
    SearchResult.Total total,
    long foldedTotal,
    long literalTotal,
    long reports,
    long towns,
    @Nullable Integer firstYear,
    @Nullable Integer lastYear,
    List<Integer> doubtfulYears,
    List<HitView> hits,
    List<HitView> partial,
    Map<String, List<FacetCount>> facets,
    Map<String, Integer> facetTotals,
    Map<String, Integer> facetMore,
    List<Understood> understood,
    List<Notice> notices,
    List<TownReport> townReports,
    @Nullable Instead instead,
    @Nullable String nextCursor,
    @Nullable String edition,
    long tookMillis) {

  private static final String MOST = "没有同时含这些词的段落，以下含其中主要的词";
  private static final String MEANT = "语义模型已用上：意思相近而用词不同的问题和计划也列在其中";
  private static final String LOOSE = "没有含这些词的段落，以下用同义说法说同一件事";
  private static final String LOOSE_OR_QUOTED = "没有既含引号里的话、又含其他词的段落，以下另用同义说法，或者只含引号里的话";

  /** Of a score. */
  private static final int FIGURES = 4;

  /** A report of a town that was asked for by its name. */
  public record TownReport(
      String id,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable Integer year) {

    static TownReport of(ReportHead head) {
      return new TownReport(head.id(), head.title(), head.town(), head.county(), head.year());
    }
  }

  /** A hit; every value that the report does not say is null. */
  public record HitView(
      String reportId,
      String paragraphId,
      String kind,
      String text,
      List<Range> ranges,
      List<ConceptView> concepts,
      List<String> headingPath,
      String section,
      @Nullable String title,
      @Nullable String town,
      @Nullable String county,
      @Nullable String city,
      @Nullable String province,
      @Nullable Integer year,
      boolean yearDoubtful,
      float score,
      int inReport,
      double formulaShare,
      NearIdentical nearIdentical) {

    static HitView of(Hit hit) {
      ReportHead report = hit.report();
      Paragraph paragraph = hit.paragraph();
      return new HitView(
          report.id(),
          paragraph.id(),
          paragraph.kind().code(),
          paragraph.text(),
          hit.ranges(),
          hit.concepts().stream().map(ConceptView::of).toList(),
          paragraph.headingPath(),
          paragraph.section().code(),
          report.title(),
          report.town(),
          report.county(),
          report.city(),
          report.province(),
          report.year(),
          YearDoubt.isToCome(report.year()),
          rounded(hit.score()),
          hit.inReport(),
          hit.formulaShare(),
          hit.nearIdentical());
    }

    /** To four figures: more of them compare nothing, and take room in every hit. */
    private static float rounded(float score) {
      if (score <= 0 || !Float.isFinite(score)) {
        return score;
      }
      double unit = Math.pow(10, FIGURES - 1 - Math.floor(Math.log10(score)));
      return (float) (Math.round(score * unit) / unit);
    }
  }

  /**
   * The view of what a query found, with what to search for instead.
   *
   * @param asked the mode that was asked for
   * @param townReports reports of the town that was asked for, newest first
   */
  public static SearchView of(
      ParsedQuery query,
      Mode asked,
      SearchResult result,
      List<ReportHead> townReports,
      @Nullable Instead instead,
      @Nullable String edition,
      long tookMillis) {
    Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
    Map<String, Integer> totals = new LinkedHashMap<>();
    Map<String, Integer> more = new LinkedHashMap<>();
    for (FacetField field : FacetField.values()) {
      FacetCounts counts = result.facets().getOrDefault(field, FacetCounts.NONE);
      facets.put(field.code(), inOrder(field, counts.values()));
      totals.put(field.code(), counts.distinct());
      more.put(field.code(), counts.more());
    }
    return new SearchView(
        result.mode().code(),
        result.total(),
        result.foldedTotal(),
        result.literalTotal(),
        result.summary().reports(),
        result.summary().towns(),
        result.summary().firstYear(),
        result.summary().lastYear(),
        doubtful(result),
        result.hits().stream().map(HitView::of).toList(),
        result.partial().stream().map(HitView::of).toList(),
        facets,
        totals,
        more,
        query.understood(),
        notices(query, asked, result),
        townReports.stream().map(TownReport::of).toList(),
        instead,
        result.nextCursor(),
        edition,
        tookMillis);
  }

  /** A year that has not begun is not the first of its list. */
  private static List<FacetCount> inOrder(FacetField field, List<FacetCount> values) {
    return field == FacetField.YEAR ? YearDoubt.behindOthers(values, SearchView::year) : values;
  }

  private static @Nullable Integer year(FacetCount one) {
    return one.value().equals(FacetField.UNSTATED) ? null : Integer.valueOf(one.value());
  }

  private static List<Integer> doubtful(SearchResult result) {
    FacetCounts listed = result.facets().getOrDefault(FacetField.YEAR, FacetCounts.NONE);
    List<@Nullable Integer> years = new ArrayList<>(result.summary().years());
    listed.values().forEach(one -> years.add(year(one)));
    return YearDoubt.toCome(years);
  }

  private static boolean isQuoting(Query query) {
    return query instanceof Query.And and
        && and.parts().stream().anyMatch(Query.Phrase.class::isInstance);
  }

  /** What was read leniently, and whether words were given up or time ran out. */
  private static List<Notice> notices(ParsedQuery query, Mode asked, SearchResult result) {
    List<Notice> notices = new ArrayList<>(query.notices());
    if (result.mode() != asked) {
      String loose = isQuoting(query.query()) ? LOOSE_OR_QUOTED : LOOSE;
      String how = result.mode() == Mode.MOST ? MOST : loose;
      notices.add(new Notice("loosened", how + "；引号、字段和筛选仍然有效", 0, 0));
    }
    if (result.meant()) {
      notices.add(new Notice("meaning", MEANT, 0, 0));
    }
    if (!result.total().exact()) {
      notices.add(new Notice("timed-out", "检索没有做完（超时，或者集群有分片暂时读不到），只列出了找到的部分，计数不完整；超时请缩小范围", 0, 0));
    }
    return notices;
  }
}
