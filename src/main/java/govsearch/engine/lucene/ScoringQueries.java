package govsearch.engine.lucene;

import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;

/**
 * How well a paragraph fits what was typed, apart from whether it matches: BM25 over words and over
 * bigrams together. Words know what belongs together, bigrams what SmartCN cuts apart.
 */
final class ScoringQueries {

  private static final float BIGRAM_WEIGHT = 0.6f;

  private final WordCutter cutter;

  ScoringQueries(WordCutter cutter) {
    this.cutter = cutter;
  }

  /** Optional clauses for all that is asked for; none for what is excluded, or for fields. */
  org.apache.lucene.search.Query of(Query query) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> bigrams = new LinkedHashSet<>();
    collect(query, words, bigrams);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(new TermQuery(new Term(Fields.WORDS, word)), Occur.SHOULD));
    for (String bigram : bigrams) {
      var one = new TermQuery(new Term(Fields.LITERAL, bigram));
      any.add(new BoostQuery(one, BIGRAM_WEIGHT), Occur.SHOULD);
    }
    return any.build();
  }

  private void collect(Query query, Set<String> words, Set<String> bigrams) {
    switch (query) {
      case Query.Words typed -> add(typed.text(), words, bigrams);
      case Query.Phrase phrase -> add(phrase.text(), words, bigrams);
      case Query.Gapped gapped -> gapped.parts().forEach(part -> add(part, words, bigrams));
      case Query.Near near -> near.parts().forEach(part -> add(part, words, bigrams));
      case Query.And and -> collectAll(and.parts(), words, bigrams);
      case Query.Or or -> collectAll(or.parts(), words, bigrams);
      case Query.Not not -> {}
      case Query.FieldIs field -> {}
      case Query.Years years -> {}
      case Query.Everything everything -> {}
    }
  }

  private void collectAll(List<Query> parts, Set<String> words, Set<String> bigrams) {
    parts.forEach(part -> collect(part, words, bigrams));
  }

  private void add(String text, Set<String> words, Set<String> bigrams) {
    words.addAll(cutter.contentWords(text));
    bigrams.addAll(LiteralQueries.bigrams(Literal.literal(text)));
  }
}
