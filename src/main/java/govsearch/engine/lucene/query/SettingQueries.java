package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedSetting;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** What is of the setting that an unquoted term may name; see {@link AskedSetting}. */
final class SettingQueries {

  private static final List<String> NAMES =
      List.of(Fields.TOWN, Fields.COUNTY, Fields.CITY, Fields.PROVINCE);

  private SettingQueries() {}

  /**
   * Documents of the setting that a term may name.
   *
   * @param typed one unquoted term
   */
  static Optional<Query> of(String typed) {
    AskedSetting asked = AskedSetting.of(typed).orElse(null);
    if (asked == null) {
      return Optional.empty();
    }
    List<Query> ways = new ArrayList<>();
    if (asked.year() != null) {
      ways.add(new ReportsQuery(new TermQuery(new Term(Fields.YEAR, asked.year()))));
    }
    for (Section section : asked.sections()) {
      ways.add(new TermQuery(new Term(Fields.SECTION, section.code())));
    }
    String name = asked.name();
    if (name != null) {
      BooleanQuery.Builder named = new BooleanQuery.Builder();
      for (String field : NAMES) {
        named.add(new PrefixQuery(new Term(field, name)), Occur.SHOULD);
        if (asked.isPlace()) {
          named.add(new WildcardQuery(new Term(field, "*" + name)), Occur.SHOULD);
        }
      }
      ways.add(new ReportsQuery(named.build()));
    }
    return Optional.of(new ConstantScoreQuery(new DisjunctionMaxQuery(ways, 0)));
  }
}
