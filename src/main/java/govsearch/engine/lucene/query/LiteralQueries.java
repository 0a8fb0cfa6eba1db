package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.text.Literal;
import govsearch.text.Proximity;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Queries that match if and only if a literal text contains what is asked for. */
public final class LiteralQueries {

  /** More bigrams than begin with any one character: there are not that many characters. */
  public static final int ANY_SECOND_CHARACTER = 100_000;

  private LiteralQueries() {}

  /**
   * Paragraphs that contain a literal text.
   *
   * @param literal not empty
   */
  public static Query inText(String literal) {
    return Literal.length(literal) == 1
        ? new PrefixQuery(new Term(Fields.LITERAL, literal))
        : phrase(Fields.LITERAL, literal);
  }

  /** Heads of reports whose title contains a literal text. */
  static Query inTitle(String literal) {
    return Literal.length(literal) == 1
        ? new PrefixQuery(new Term(Fields.TITLE, literal))
        : phrase(Fields.TITLE, literal);
  }

  /** Paragraphs with the parts in order, at most {@code maxGap} characters between neighbours. */
  static Query gapped(List<String> parts, int maxGap) {
    return positions(parts, new Gapped(lengths(parts), maxGap));
  }

  /** Paragraphs with the parts near each other in any order. */
  static Query near(List<String> parts, int distance) {
    return positions(parts, new Near(lengths(parts), distance));
  }

  private static Query phrase(String field, String literal) {
    List<String> bigrams = bigrams(literal);
    if (bigrams.size() == 1) {
      return new TermQuery(new Term(field, bigrams.getFirst()));
    }
    return new LiteralPhraseQuery(field, bigrams);
  }

  private static Query positions(List<String> parts, PositionsQuery.Condition condition) {
    List<IntervalsSource> sources = parts.stream().map(LiteralQueries::occurrences).toList();
    return new PositionsQuery(Fields.LITERAL, sources, condition);
  }

  private static IntervalsSource occurrences(String literal) {
    if (Literal.length(literal) == 1) {
      return Intervals.prefix(new BytesRef(literal), ANY_SECOND_CHARACTER);
    }
    return Intervals.phrase(bigrams(literal).toArray(String[]::new));
  }

  /** Each two neighbouring characters; none for one character alone. */
  public static List<String> bigrams(String literal) {
    List<String> bigrams = new ArrayList<>();
    int first = 0;
    int second = literal.offsetByCodePoints(0, 1);
    while (second < literal.length()) {
      int end = literal.offsetByCodePoints(second, 1);
      bigrams.add(literal.substring(first, end));
      first = second;
      second = end;
    }
    return bigrams;
  }

  private static List<Integer> lengths(List<String> parts) {
    return parts.stream().map(Literal::length).toList();
  }

  private static int[] array(List<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private record Gapped(List<Integer> lengths, int maxGap) implements PositionsQuery.Condition {
    @Override
    public boolean accepts(List<int[]> starts) {
      return !Proximity.gapped(starts, array(lengths), maxGap).isEmpty();
    }
  }

  private record Near(List<Integer> lengths, int distance) implements PositionsQuery.Condition {
    @Override
    public boolean accepts(List<int[]> starts) {
      return !Proximity.near(starts, array(lengths), distance).isEmpty();
    }
  }
}
