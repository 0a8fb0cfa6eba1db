package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/**
 * BM25 over the bigrams that every literal match of a query has: since all of them are required,
 * Lucene passes over whole blocks of matches that cannot be among the best.
 */
final class LiteralScore {

  private LiteralScore() {}

  /** For a query; empty where its literal matches need have nothing in common. */
  static Optional<org.apache.lucene.search.Query> of(Query query) {
    Set<String> bigrams = new LinkedHashSet<>();
    if (!collect(query, bigrams) || bigrams.isEmpty()) {
      return Optional.empty();
    }
    if (bigrams.size() == 1) {
      return Optional.of(term(bigrams.iterator().next()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    bigrams.forEach(bigram -> all.add(term(bigram), Occur.MUST));
    return Optional.of(all.build());
  }

  private static TermQuery term(String bigram) {
    return new TermQuery(new Term(Fields.LITERAL, bigram));
  }

  /** Whether what is collected is in every match. */
  private static boolean collect(Query query, Set<String> out) {
    return switch (query) {
      case Query.Words words -> collect(List.of(words.text()), out);
      case Query.Phrase phrase -> collect(List.of(phrase.text()), out);
      case Query.Gapped gapped -> collect(gapped.parts(), out);
      case Query.Near near -> collect(near.parts(), out);
      case Query.And and -> and.parts().stream().allMatch(part -> collect(part, out));
      case Query.Or or -> false;
      case Query.Not not -> true;
      case Query.FieldIs field -> true;
      case Query.Years years -> true;
      case Query.Everything everything -> true;
    };
  }

  private static boolean collect(List<String> texts, Set<String> out) {
    texts.forEach(text -> out.addAll(LiteralQueries.bigrams(Literal.literal(text))));
    return true;
  }
}
