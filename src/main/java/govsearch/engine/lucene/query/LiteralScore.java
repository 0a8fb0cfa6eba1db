package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.Query;
import govsearch.text.Literal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * BM25 over bigrams that every literal match of a query has, of each of its texts the rarest: how
 * often that is there is nearly how often the text is, and to look at the others as well takes
 * twice as long. Lucene passes over whole blocks of matches that cannot be among the best.
 */
final class LiteralScore {

  private LiteralScore() {}

  /** For a query; empty where its literal matches need have nothing in common. */
  static Optional<org.apache.lucene.search.Query> of(Query query, IndexSearcher searcher)
      throws IOException {
    List<String> texts = new ArrayList<>();
    if (!collect(query, texts)) {
      return Optional.empty();
    }
    Set<String> bigrams = new LinkedHashSet<>();
    for (String text : texts) {
      rarest(LiteralQueries.bigrams(Literal.literal(text)), searcher).ifPresent(bigrams::add);
    }
    if (bigrams.isEmpty()) {
      return Optional.empty();
    }
    if (bigrams.size() == 1) {
      return Optional.of(term(bigrams.iterator().next()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    bigrams.forEach(bigram -> all.add(term(bigram), Occur.MUST));
    return Optional.of(all.build());
  }

  private static Optional<String> rarest(List<String> bigrams, IndexSearcher searcher)
      throws IOException {
    String rarest = null;
    int least = Integer.MAX_VALUE;
    for (String bigram : bigrams) {
      int documents =
          bigrams.size() == 1
              ? 0
              : KnowingSearcher.docFreq(searcher, new Term(Fields.LITERAL, bigram));
      if (documents < least) {
        least = documents;
        rarest = bigram;
      }
    }
    return Optional.ofNullable(rarest);
  }

  private static TermQuery term(String bigram) {
    return new TermQuery(new Term(Fields.LITERAL, bigram));
  }

  /** Whether what is collected is in every match. */
  private static boolean collect(Query query, List<String> out) {
    return switch (query) {
      case Query.Words words -> out.add(words.text());
      case Query.Phrase phrase -> out.add(phrase.text());
      case Query.Gapped gapped -> out.addAll(gapped.parts());
      case Query.Near near -> out.addAll(near.parts());
      case Query.And and -> and.parts().stream().allMatch(part -> collect(part, out));
      case Query.Or or -> false;
      case Query.Not not -> true;
      case Query.FieldIs field -> true;
      case Query.Years years -> true;
      case Query.Everything everything -> true;
    };
  }
}
