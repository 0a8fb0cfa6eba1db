package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        : Json.of(
            "match_phrase",
            Json.of(field, Json.of("query", withoutNeedless(bigrams), "analyzer", Indices.PHRASE)));
  }

  /** What lies between two bigrams that touch each other has the characters of both. */
  static String withoutNeedless(List<String> bigrams) {
    List<String> phrase = new ArrayList<>(bigrams.size());
    for (int i = 0; i < bigrams.size(); i++) {
      boolean isNeeded = i % 2 == 0 || i == bigrams.size() - 1;
      phrase.add(isNeeded ? bigrams.get(i) : Indices.GAP);
    }
    return String.join(" ", phrase);
  }

  /**
   * Texts that have two parts in order with at most so many characters between them. Exactly these,
   * since of two parts the nearest pair is looked at; empty where intervals, which are of bigrams,
   * tell less: of more parts, of single characters, and of such as may overlap by one.
   */
  static Optional<Map<String, Object>> inOrder(List<String> parts, int maxGap) {
    return isExact(parts)
        ? Optional.of(intervals(parts.stream().map(LiteralClauses::occurrences), true, maxGap + 1))
        : Optional.empty();
  }

  /** The same of two parts in any order. */
  static Optional<Map<String, Object>> near(List<String> parts, int distance) {
    List<String> reversed = parts.reversed();
    return isExact(parts) && isExact(reversed)
        ? Optional.of(
            Clauses.any(
                List.of(
                    intervals(parts.stream().map(LiteralClauses::occurrences), true, distance + 1),
                    intervals(
                        reversed.stream().map(LiteralClauses::occurrences), true, distance + 1))))
        : Optional.empty();
  }

  private static boolean isExact(List<String> parts) {
    return parts.size() == 2
        && parts.stream().allMatch(part -> Literal.length(part) > 1)
        && Json.wellFormed(parts.get(0)).codePointBefore(Json.wellFormed(parts.get(0)).length())
            != Json.wellFormed(parts.get(1)).codePointAt(0);
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
      all.add(intervals(longer.stream().map(LiteralClauses::occurrences), inOrder, gaps));
    }
    return Clauses.filter(all);
  }

  private static Map<String, Object> intervals(Stream<Object> sources, boolean inOrder, int gaps) {
    return Json.of(
        "intervals",
        Json.of(
            Columns.LITERAL,
            Json.of(
                "all_of",
                Json.of("intervals", sources.toList(), "ordered", inOrder, "max_gaps", gaps))));
  }

  private static Object occurrences(String part) {
    List<String> bigrams = LiteralQueries.bigrams(Json.wellFormed(part));
    return Json.of(
        "match", Json.of("query", String.join(" ", bigrams), "max_gaps", 0, "ordered", true));
  }
}
