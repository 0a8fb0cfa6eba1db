package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Section;
import govsearch.text.Affixes;
import govsearch.text.Literal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Adds filters to a query: any included value of a field, no excluded one, all fields together. */
public final class FilterQueries {

  private static final Query ALL_HEADS = new TermQuery(new Term(Fields.TYPE, Fields.HEAD));

  private FilterQueries() {}

  /** Heads of reports of a whole name of a place, or of a year. */
  public static Query named(govsearch.query.Query.Field field, String value) {
    String literal = Literal.literal(value);
    return switch (field) {
      case TOWN -> term(Fields.TOWN, literal);
      case COUNTY -> term(Fields.COUNTY, literal);
      case CITY -> term(Fields.CITY, literal);
      case PROVINCE -> term(Fields.PROVINCE, literal);
      case YEAR -> term(Fields.YEAR, literal);
      case SECTION, TITLE -> throw new IllegalArgumentException("no place, nor a year: " + field);
    };
  }

  /** Heads with filters; a report that has a section anywhere is of that section. */
  public static Query heads(Query heads, Filters filters) {
    return seen(filtered(heads, filters, Set.of(FacetField.values()), q -> q), filters, q -> q);
  }

  /** Documents behind heads with filters. */
  public static Query behindHeads(Query query, Filters filters) {
    Set<FacetField> ofReport = EnumSet.complementOf(EnumSet.of(FacetField.SECTION));
    Query all = filtered(query, filters, ofReport, ReportsQuery::new);
    Query late = seen(all, filters, ReportsQuery::new);
    return filtered(late, filters, Set.of(FacetField.SECTION), own -> own);
  }

  private static Query seen(Query query, Filters filters, UnaryOperator<Query> where) {
    if (filters.since() == 0) {
      return query;
    }
    Query late = LongPoint.newRangeQuery(Fields.SEEN, filters.since(), Long.MAX_VALUE);
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(where.apply(late), Occur.FILTER)
        .build();
  }

  private static Query filtered(
      Query query, Filters filters, Set<FacetField> fields, UnaryOperator<Query> where) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    boolean any = false;
    for (FacetField field : filters.fields()) {
      if (fields.contains(field)) {
        all.add(where.apply(selection(field, filters.on(field))), Occur.FILTER);
        any = true;
      }
    }
    return any ? all.build() : query;
  }

  private static Query selection(FacetField field, Filters.Selection selection) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    if (selection.included().isEmpty()) {
      clauses.add(
          field == FacetField.SECTION ? MatchAllDocsQuery.INSTANCE : ALL_HEADS, Occur.FILTER);
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
