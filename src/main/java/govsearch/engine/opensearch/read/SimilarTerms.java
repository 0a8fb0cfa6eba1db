package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.similar.SimilarChannels;
import govsearch.engine.lucene.similar.TellingTerms;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StatementColumns;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The terms that tell most by what a cluster knows of them, as its clauses. */
final class SimilarTerms implements SimilarChannels.Terms<Object> {
  private final TermStats stats;
  private final TermStats ofStatements;
  private final boolean areOfStatements;

  /**
   * Terms of a collection.
   *
   * @param areOfStatements whether statements are looked for, or paragraphs
   */
  SimilarTerms(Reader reader, boolean areOfStatements) {
    this.areOfStatements = areOfStatements;
    this.ofStatements = new TermStats(reader, Indices.Kind.STATEMENTS);
    this.stats = areOfStatements ? ofStatements : new TermStats(reader, Indices.Kind.PARAGRAPHS);
  }

  @Override
  public boolean areOfStatements() {
    return areOfStatements;
  }

  private String name(SimilarChannels.Field field) {
    return switch (field) {
      case WORDS -> areOfStatements ? StatementColumns.WORDS : Columns.WORDS;
      case BIGRAMS -> areOfStatements ? StatementColumns.BIGRAMS : Columns.LITERAL;
      case CONCEPTS -> areOfStatements ? StatementColumns.CONCEPTS : Columns.CONCEPTS;
      case HEADINGS -> areOfStatements ? StatementColumns.HEADINGS : Columns.HEADINGS;
      case TOPICS -> StatementColumns.TOPICS;
      case MEASURE_BIGRAMS -> StatementColumns.MEASURE_BIGRAMS;
      case MEASURE_CONCEPTS -> StatementColumns.MEASURE_CONCEPTS;
    };
  }

  private Term term(SimilarChannels.Field field, String text) {
    boolean isOneToken =
        field == SimilarChannels.Field.MEASURE_CONCEPTS
            || (areOfStatements && field == SimilarChannels.Field.CONCEPTS);
    return new Term(
        name(field), Json.wellFormed(isOneToken ? StatementColumns.concept(text) : text));
  }

  /** Terms of several fields are asked for at once, not one field by one. */
  @Override
  public void prepare(Set<SimilarChannels.Field> fields, Collection<String> texts) {
    Set<Term> some = new LinkedHashSet<>();
    fields.forEach(field -> texts.forEach(text -> some.add(term(field, text))));
    var unused = stats.having(some);
  }

  @Override
  public List<String> best(SimilarChannels.Field field, Map<String, Double> terms, int most) {
    if (field == SimilarChannels.Field.CONCEPTS && !areOfStatements) {
      return terms.keySet().stream().sorted().limit(most).toList(); // nothing is known of these
    }
    Map<String, Term> asked =
        terms.keySet().stream().collect(Collectors.toMap(text -> text, text -> term(field, text)));
    Map<Term, Long> having = stats.having(asked.values());
    List<TellingTerms.Weighed> weighed = new ArrayList<>(terms.size());
    asked.forEach(
        (text, term) -> {
          double weight = terms.getOrDefault(text, 1.0) * stats.weight(term);
          long count = having.getOrDefault(term, 0L);
          weighed.add(new TellingTerms.Weighed(text, weight, count));
        });
    return TellingTerms.best(weighed, most);
  }

  @Override
  public List<Object> any(SimilarChannels.Field field, Map<String, Double> terms, int most) {
    List<Object> any = new ArrayList<>();
    for (String text : best(field, terms, most)) {
      Term term = term(field, text);
      any.add(Clauses.boosted(term.field(), term.text(), terms.getOrDefault(text, 1.0)));
    }
    return any;
  }

  /** How often characters in pairs stand in the collection's problems. */
  Map<String, Long> bigramsOfStatements(Collection<String> grams) {
    Map<Term, Long> having =
        ofStatements.having(grams.stream().map(SimilarTerms::ofStatement).toList());
    return grams.stream()
        .distinct()
        .collect(
            Collectors.toMap(gram -> gram, gram -> having.getOrDefault(ofStatement(gram), 0L)));
  }

  /** How much such a pair tells. */
  double weightInStatements(String gram) {
    return ofStatements.weight(ofStatement(gram));
  }

  private static Term ofStatement(String gram) {
    return new Term(StatementColumns.BIGRAMS, Json.wellFormed(gram));
  }
}
