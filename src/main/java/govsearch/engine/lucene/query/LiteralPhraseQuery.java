package govsearch.engine.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Documents that have bigrams one after the other, each overlapping the next by a character.
 * Lucene's {@code NGramPhraseQuery} looks at every other one, whichever these are; here they are
 * chosen by how rare they are. What tells a phrase from others is often where two of its words
 * meet, and documents without that need not be looked at.
 */
final class LiteralPhraseQuery extends Query {

  private final String field;
  private final List<String> bigrams;

  /**
   * A phrase.
   *
   * @param bigrams at least two, in their order
   */
  LiteralPhraseQuery(String field, List<String> bigrams) {
    this.field = field;
    this.bigrams = List.copyOf(bigrams);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    long[] documents = new long[bigrams.size()];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = KnowingSearcher.docFreq(searcher, new Term(field, bigrams.get(i)));
      if (documents[i] == 0) {
        return new MatchNoDocsQuery("no document has " + bigrams.get(i));
      }
    }
    List<PhrasePostings.Placed> cover = new ArrayList<>();
    for (int place : Cover.of(documents)) {
      cover.add(new PhrasePostings.Placed(bigrams.get(place), place));
    }
    return new PlacedTermsQuery(field, cover);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.consumeTerms(
          this, bigrams.stream().map(bigram -> new Term(field, bigram)).toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + bigrams;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiteralPhraseQuery that
        && field.equals(that.field)
        && bigrams.equals(that.bigrams);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, bigrams);
  }
}
