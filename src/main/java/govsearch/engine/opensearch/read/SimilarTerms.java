package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.StatementColumns;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of a text's terms those that tell most, frequent in it and rare in the collection, chosen as the
 * embedded engine chooses them.
 */
final class SimilarTerms {
  /** As in the embedded engine: of a large collection the rare terms alone, which tell most. */
  private static final long MOST_POSTINGS = 200_000;

  private final TermStats ofStatements;
  private final TermStats ofParagraphs;

  SimilarTerms(Reader reader) {
    this.ofStatements = new TermStats(reader, Indices.Kind.STATEMENTS);
    this.ofParagraphs = new TermStats(reader, Indices.Kind.PARAGRAPHS);
  }

  /** How often each term is there, as it counts: with ever less for every time more. */
  static Map<String, Double> counted(Collection<String> terms) {
    Map<String, Double> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    return counts;
  }

  private TermStats stats(String field) {
    return field.startsWith("statement_") || field.startsWith("measure_")
        ? ofStatements
        : ofParagraphs;
  }

  /** Looks up terms of several fields at once, which are asked for one by one then. */
  void prepare(Collection<String> fields, Collection<String> terms) {
    Set<Term> some = new LinkedHashSet<>();
    for (String field : fields) {
      terms.forEach(term -> some.add(term(field, term)));
    }
    if (!some.isEmpty()) {
      var unused = stats(fields.iterator().next()).having(some);
    }
  }

  private static Term term(String field, String text) {
    boolean concept =
        field.equals(StatementColumns.CONCEPTS) || field.equals(StatementColumns.MEASURE_CONCEPTS);
    return new Term(field, Json.wellFormed(concept ? StatementColumns.concept(text) : text));
  }

  /** In how many documents a term is. */
  long having(String field, String text) {
    Term term = term(field, text);
    return stats(field).having(List.of(term)).getOrDefault(term, 0L);
  }

  /** How much a term tells. */
  double weight(String field, String text) {
    return stats(field).weight(term(field, text));
  }

  /**
   * The terms of the collection that tell most, best first.
   *
   * @param terms with how much each counts
   */
  List<String> best(String field, Map<String, Double> terms, int most) {
    record Weighed(String term, double weight, long having) {}
    if (field.equals(Columns.CONCEPTS)) { // of which nothing is known, and there are few
      return terms.keySet().stream().sorted().limit(most).toList();
    }
    prepare(List.of(field), terms.keySet());
    List<Weighed> weighed = new ArrayList<>();
    terms.forEach(
        (text, count) -> {
          long having = having(field, text);
          if (having > 0) {
            weighed.add(new Weighed(text, count * weight(field, text), having));
          }
        });
    weighed.sort(
        Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term));
    Map<String, Double> best = new LinkedHashMap<>();
    long room = MOST_POSTINGS;
    for (Weighed one : weighed) {
      if (best.size() < most && (one.having() <= room || best.isEmpty())) {
        best.put(one.term(), one.weight());
        room -= one.having();
      }
    }
    return List.copyOf(best.keySet());
  }

  /** Clauses of the best terms, of which a match has any; none where there are none. */
  List<Object> any(String field, Map<String, Double> terms, int most) {
    List<Object> any = new ArrayList<>();
    for (String text : best(field, terms, most)) {
      any.add(Clauses.boosted(field, term(field, text).text(), terms.getOrDefault(text, 1.0)));
    }
    return any;
  }
}
