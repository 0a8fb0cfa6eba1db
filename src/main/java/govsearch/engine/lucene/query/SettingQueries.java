package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Section;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/**
 * What an unquoted term may mean apart from the text: the place or year of the report, or a section
 * of it. In 柳湾镇 土地流转 the paragraphs wanted seldom name their own town.
 */
final class SettingQueries {

  private static final List<String> NAMES =
      List.of(Fields.TOWN, Fields.COUNTY, Fields.CITY, Fields.PROVINCE);
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年?度?");

  /** What kind of place it is: 街道 asks for reports of any. */
  private static final Pattern PLACE_END = Pattern.compile("(?:[镇乡区县市省旗州]|街道|苏木)$");

  private static final Pattern NO_HAN = Pattern.compile("\\P{IsHan}");

  /**
   * No place's name is longer; a pattern that ends in a whole page of text is too much to build.
   */
  private static final int LONGEST_NAME = 50;

  private static final Map<Section, List<String>> CUES =
      Map.of(
          Section.ACHIEVEMENTS, List.of("成效", "成绩", "做法", "举措"),
          Section.PROBLEMS, List.of("问题", "不足", "短板", "困难", "差距", "薄弱环节", "弱项"),
          Section.LEADERSHIP, List.of("履职", "第一责任人"),
          Section.PLANS, List.of("计划", "打算", "下一步", "安排", "明年", "思路"));

  private SettingQueries() {}

  /**
   * Documents of the setting that a term may name.
   *
   * @param typed one unquoted term
   */
  static Optional<Query> of(String typed) {
    String literal = Literal.literal(typed);
    List<Query> ways = new ArrayList<>();
    Matcher year = YEAR.matcher(literal);
    if (year.matches()) {
      ways.add(new ReportsQuery(new TermQuery(new Term(Fields.YEAR, year.group(1)))));
    }
    CUES.forEach(
        (section, cues) -> {
          if (cues.contains(literal)) {
            ways.add(new TermQuery(new Term(Fields.SECTION, section.code())));
          }
        });
    int length = Literal.length(literal);
    if (ways.isEmpty() && length > 1 && length <= LONGEST_NAME) {
      boolean place = PLACE_END.matcher(literal).find() && !NO_HAN.matcher(literal).find();
      BooleanQuery.Builder named = new BooleanQuery.Builder();
      for (String field : NAMES) {
        named.add(new PrefixQuery(new Term(field, literal)), Occur.SHOULD);
        if (place) {
          named.add(new WildcardQuery(new Term(field, "*" + literal)), Occur.SHOULD);
        }
      }
      ways.add(new ReportsQuery(named.build()));
    }
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConstantScoreQuery(new DisjunctionMaxQuery(ways, 0)));
  }
}
