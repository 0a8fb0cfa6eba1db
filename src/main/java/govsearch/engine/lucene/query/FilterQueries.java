package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Section;
import govsearch.text.Affixes;
import govsearch.text.Literal;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Adds filters to a query: any included value of a field, no excluded one, all fields together. */
public final class FilterQueries {

  private FilterQueries() {}

  /**
   * A query with filters.
   *
   * @param except a field whose filter is left out, for counting it sideways; or null
   */
  public static Query filtered(Query query, Filters filters, @Nullable FacetField except) {
    if (filters.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    for (FacetField field : filters.fields()) {
      if (field != except) {
        all.add(selection(field, filters.on(field)), Occur.FILTER);
      }
    }
    return all.build();
  }

  private static Query selection(FacetField field, Filters.Selection selection) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    if (selection.included().isEmpty()) {
      clauses.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    } else {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      selection.included().forEach(value -> any.add(has(field, value), Occur.SHOULD));
      clauses.add(any.build(), Occur.FILTER);
    }
    selection.excluded().forEach(value -> clauses.add(has(field, value), Occur.MUST_NOT));
    return clauses.build();
  }

  private static Query has(FacetField field, String value) {
    return switch (field) {
      case REGION -> term(Fields.REGION, key(field, value));
      case TOWN -> term(Fields.TOWN, key(field, value));
      case YEAR -> term(Fields.YEAR, key(field, value));
      case SECTION -> term(Fields.SECTION, key(field, value));
    };
  }

  /** What makes two spellings of a value the same value. */
  public static String key(FacetField field, String value) {
    return switch (field) {
      case REGION -> Affixes.withoutEnd(Literal.literal(value), '/');
      case TOWN, YEAR -> Literal.literal(value);
      case SECTION -> Section.of(value).map(Section::code).orElse(value);
    };
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
