package govsearch.engine.opensearch.layout;

import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.opensearch.client.Json;
import govsearch.query.FacetField;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What columns say of a report that follows from its head. */
public final class HeadColumns {
  private HeadColumns() {}

  /** The label of its place, as {@link Columns#PLACE} has it. */
  public static String place(ReportHead head) {
    return Json.wellFormed(FacetLabels.region(region(head), head.town()));
  }

  /** That of its region alone, as {@link Columns#AREA} has it. */
  public static String area(ReportHead head) {
    return Json.wellFormed(FacetLabels.region(region(head), null));
  }

  /** Its year, as {@link Columns#YEAR} has it. */
  public static String year(ReportHead head) {
    return year(head.year());
  }

  /** The same of a year; null for none. */
  public static String year(@Nullable Integer year) {
    return Literal.literal(year == null ? FacetField.UNSTATED : year.toString());
  }

  private static List<String> region(ReportHead head) {
    return head.region().isEmpty() ? List.of(FacetField.UNSTATED) : head.region();
  }
}
