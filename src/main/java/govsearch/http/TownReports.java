package govsearch.http;

import govsearch.engine.Reports;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.ReportHead;
import govsearch.report.YearDoubt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The reports of a town that somebody asks for by its plain name: they may be what is wanted. */
public final class TownReports {

  /** Of more towns of the name, or years, than this many, the newest. */
  private static final int MOST = 6;

  private final Reports engine;

  /** The reports of an engine's collection. */
  public TownReports(Reports engine) {
    this.engine = engine;
  }

  /** On a first page by relevance, where plain words were read as a town; else none. */
  public List<ReportHead> of(ParsedQuery query, SearchRequest request) {
    boolean plain = query.understood().stream().anyMatch(part -> part.verbatim() != null);
    if (!plain || request.cursor() != null || request.sort() != SortOrder.RELEVANCE) {
      return List.of();
    }
    Map<FacetField, List<String>> chosen = new EnumMap<>(FacetField.class);
    List<Query> parts =
        query.query() instanceof Query.And and ? and.parts() : List.of(query.query());
    for (Query part : parts) {
      if (part instanceof Query.FieldIs is && is.field() == Query.Field.TOWN) {
        chosen.put(FacetField.TOWN, List.of(is.value()));
      } else if (part instanceof Query.Years years && years.from() != null) {
        chosen.put(FacetField.YEAR, List.of(years.from().toString()));
      }
    }
    return chosen.containsKey(FacetField.TOWN)
        ? YearDoubt.behindOthers(
            engine.reports(Filters.of(chosen), MOST, null).reports(), ReportHead::year)
        : List.of();
  }
}
