package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.TermStats.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has most of several terms by their weights, as the embedded engine's query of that name. */
final class MostWords {
  /** Weights are added up as floats. */
  private static final double ROUNDING = 1e-3;

  private final WordCutter cutter;
  private final TermStats stats;

  /**
   * One term.
   *
   * @param words of it, and what joins its single characters to them
   * @param wholly clauses that make all of its weight count
   */
  record Part(Set<Term> words, List<Object> wholly) {}

  MostWords(WordCutter cutter, Reader reader) {
    this.cutter = cutter;
    this.stats = new TermStats(reader, Indices.Kind.PARAGRAPHS);
  }

  /** What of a text's words can be found one by one. */
  static Set<Term> terms(AskedWords asked) {
    Set<Term> terms = new LinkedHashSet<>();
    asked.telling().forEach(word -> terms.add(new Term(Columns.WORDS, Json.wellFormed(word))));
    asked.joints().forEach(joint -> terms.add(new Term(Columns.LITERAL, Json.wellFormed(joint))));
    return terms;
  }

  /**
   * Paragraphs that have enough.
   *
   * @param width how little that is
   * @param topics of which one is enough too
   * @param concepts that the terms say, by name the part of the text that says it
   */
  Map<String, Object> clause(
      List<Part> parts, Map<String, String> concepts, Width width, Set<String> topics) {
    Set<Term> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(part.words()));
    Map<Term, Long> having = stats.having(all);
    Map<Term, Double> weights = new HashMap<>();
    Enough enough = new Enough();
    double whole = 0;
    for (Part part : parts) {
      Map<Object, Double> words = new LinkedHashMap<>();
      for (Term word : part.words()) {
        if (having.getOrDefault(word, 0L) > 0 && !weights.containsKey(word)) {
          double one = stats.weight(word);
          weights.put(word, one);
          words.put(Clauses.term(word.field(), word.text()), one);
        }
      }
      whole += enough.add(words, part.wholly());
    }
    double least = width.leastShare() * whole - ROUNDING;
    List<Object> ways = new ArrayList<>(enough.ways(least));
    for (Map.Entry<String, Double> concept : weights(concepts).entrySet()) {
      if (concept.getValue() >= least) {
        ways.add(Clauses.term(Columns.CONCEPTS, concept.getKey()));
      }
    }
    topics.forEach(topic -> ways.add(Clauses.term(Columns.TOPICS, topic)));
    return ways.isEmpty() ? Clauses.none() : Clauses.any(ways);
  }

  private Map<String, Double> weights(Map<String, String> concepts) {
    Map<String, Double> weights = new HashMap<>();
    concepts.forEach((name, text) -> weights.put(name, stats.weight(terms(cutter.asked(text)))));
    return weights;
  }
}
