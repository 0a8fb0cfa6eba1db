package govsearch.insight;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.MatchRequest;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of which reports something is asked, apart from what they are to say: {@code county:临溪县 普法} is no
 * question to other counties, and neither is a filter by region. Of a query's conditions those are
 * taken that hold together with all the rest.
 */
public final class Scope {

  private final List<Query> reports = new ArrayList<>();
  private final List<Query> years = new ArrayList<>();
  private final Filters filters;

  public Scope(Question question) {
    filters = question.filters();
    Query query = question.query();
    for (Query part : query instanceof Query.And and ? and.parts() : List.of(query)) {
      if (isOfYears(part)) {
        years.add(part);
      } else if (isOfReports(part)) {
        reports.add(part);
      }
    }
  }

  /** The paragraphs of the reports of the places asked about, whatever their year. */
  public MatchRequest places() {
    return paragraphs(reports, filters.without(FacetField.YEAR));
  }

  /** The paragraphs of the reports asked about. */
  public MatchRequest reports() {
    List<Query> all = new ArrayList<>(reports);
    all.addAll(years);
    return paragraphs(all, filters);
  }

  private static MatchRequest paragraphs(List<Query> conditions, Filters filters) {
    Query query =
        switch (conditions.size()) {
          case 0 -> new Query.Everything();
          case 1 -> conditions.getFirst();
          default -> new Query.And(conditions);
        };
    return MatchRequest.of(query, Mode.EXACT, filters.without(FacetField.SECTION));
  }

  /**
   * Whether reports of a year are asked about.
   *
   * @param year null for those that do not state it
   */
  public boolean hasYear(@Nullable Integer year) {
    Filters.Selection chosen = filters.on(FacetField.YEAR);
    String value = year == null ? FacetField.UNSTATED : year.toString();
    return (chosen.included().isEmpty() || chosen.included().contains(value))
        && !chosen.excluded().contains(value)
        && years.stream().allMatch(condition -> holds(condition, year));
  }

  /** The years that are asked for by name, ascending. */
  public Set<Integer> namedYears() {
    TreeSet<Integer> named = new TreeSet<>();
    for (String value : filters.on(FacetField.YEAR).included()) {
      if (!value.equals(FacetField.UNSTATED) && hasYear(Integer.valueOf(value))) {
        named.add(Integer.valueOf(value));
      }
    }
    return named;
  }

  private static boolean isOfYears(Query query) {
    return switch (query) {
      case Query.Years span -> true;
      case Query.Not not -> isOfYears(not.part());
      case Query.And and -> and.parts().stream().allMatch(Scope::isOfYears);
      case Query.Or or -> or.parts().stream().allMatch(Scope::isOfYears);
      case Query.FieldIs field -> field.field() == Query.Field.YEAR;
      case Query.Words words -> false;
      case Query.Phrase phrase -> false;
      case Query.Gapped gapped -> false;
      case Query.Near near -> false;
      case Query.Everything everything -> false;
    };
  }

  /** Whether it holds for all paragraphs of a report or for none. */
  private static boolean isOfReports(Query query) {
    return switch (query) {
      case Query.Years span -> true;
      case Query.FieldIs field -> field.field() != Query.Field.SECTION;
      case Query.Not not -> isOfReports(not.part());
      case Query.And and -> and.parts().stream().allMatch(Scope::isOfReports);
      case Query.Or or -> or.parts().stream().allMatch(Scope::isOfReports);
      case Query.Words words -> false;
      case Query.Phrase phrase -> false;
      case Query.Gapped gapped -> false;
      case Query.Near near -> false;
      case Query.Everything everything -> false;
    };
  }

  private static boolean holds(Query condition, @Nullable Integer year) {
    if (condition instanceof Query.Years span) {
      return year != null
          && (span.from() == null || year >= span.from())
          && (span.to() == null || year <= span.to());
    }
    if (condition instanceof Query.FieldIs) {
      return year == null; // the one value of the field YEAR
    }
    if (condition instanceof Query.Not not) {
      return !holds(not.part(), year);
    }
    if (condition instanceof Query.And and) {
      return and.parts().stream().allMatch(part -> holds(part, year));
    }
    if (condition instanceof Query.Or or) {
      return or.parts().stream().anyMatch(part -> holds(part, year));
    }
    throw new IllegalArgumentException("no condition on years: " + condition);
  }
}
