package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedSetting;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is of the setting that an unquoted term may name; see {@link AskedSetting}. */
final class SettingQueries {

  private SettingQueries() {}

  /**
   * As {@link #of(String)}; none either where there is no such place.
   *
   * @param reader of the collection
   */
  static Optional<Query> of(String typed, IndexReader reader) throws IOException {
    AskedSetting asked = AskedSetting.of(typed).orElse(null);
    String name = asked == null ? null : asked.name();
    return asked == null || (name != null && !NamedHeads.areThere(reader, name, asked.isPlace()))
        ? Optional.empty()
        : of(typed);
  }

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
      ways.add(new ReportsQuery(new NamedHeads(name, asked.isPlace())));
    }
    return Optional.of(new ConstantScoreQuery(new DisjunctionMaxQuery(ways, 0)));
  }
}
