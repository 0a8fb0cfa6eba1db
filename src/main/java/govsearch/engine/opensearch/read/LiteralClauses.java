package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Clauses that match if and only if a literal text contains what is asked for. */
final class LiteralClauses {
  private LiteralClauses() {}

  /** Paragraphs that contain a literal text, which is not empty. */
  static Map<String, Object> inText(String literal) {
    return in(Columns.LITERAL, literal);
  }

  static Map<String, Object> inTitle(String literal) {
    return in(Columns.TITLE, literal);
  }

  private static Map<String, Object> in(String field, String asked) {
    String literal = Json.wellFormed(asked);
    if (Literal.length(literal) == 1) {
      return Clauses.prefix(field, literal);
    }
    List<String> bigrams = LiteralQueries.bigrams(literal);
    return bigrams.size() == 1
        ? Clauses.term(field, bigrams.getFirst())
        : Json.of("match_phrase", Json.of(field, Json.of("query", String.join(" ", bigrams))));
  }

  /**
   * What every text has that has some parts in order with at most so many characters between each
   * two of them; other texts may have it too, since intervals overlap as bigrams do.
   */
  static Map<String, Object> perhapsInOrder(List<String> parts, int maxGap) {
    return perhaps(parts, true, (maxGap + 1) * (parts.size() - 1));
  }

  /** The same of parts in any order. */
  static Map<String, Object> perhapsNear(List<String> parts, int distance) {
    return perhaps(parts, false, distance + parts.size() - 1);
  }

  private static Map<String, Object> perhaps(List<String> parts, boolean inOrder, int maxGaps) {
    List<Object> all = new ArrayList<>();
    parts.forEach(part -> all.add(inText(part)));
    // An interval cannot be any of all the bigrams that begin with one character.
    List<String> longer = parts.stream().filter(part -> Literal.length(part) > 1).toList();
    if (longer.size() > 1) {
      int gaps = maxGaps + 2 * (parts.size() - longer.size());
      List<Object> sources = longer.stream().<Object>map(LiteralClauses::occurrences).toList();
      all.add(
          Json.of(
              "intervals",
              Json.of(
                  Columns.LITERAL,
                  Json.of(
                      "all_of",
                      Json.of("intervals", sources, "ordered", inOrder, "max_gaps", gaps)))));
    }
    return Clauses.filter(all);
  }

  private static Map<String, Object> occurrences(String part) {
    List<String> bigrams = LiteralQueries.bigrams(Json.wellFormed(part));
    return Json.of(
        "match", Json.of("query", String.join(" ", bigrams), "max_gaps", 0, "ordered", true));
  }
}
