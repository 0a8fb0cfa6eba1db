package govsearch.engine;

import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a literal phrase stands in a text, found without the offsets of the code under test: by
 * folding each character alone, or, where characters fold together, by growing pieces of the text.
 */
final class LiteralSpans {

  private final String text;
  private final String literal;

  /**
   * Which character of the text each of the literal form is from; null where they fold together.
   */
  private final int @Nullable [] sources;

  LiteralSpans(String text) {
    this.text = text;
    this.literal = Literal.literal(text);
    StringBuilder alone = new StringBuilder();
    int[] from = new int[text.length() * 20];
    for (int i = 0; i < text.length(); i++) {
      String part = Literal.literal(text.substring(i, i + 1));
      Arrays.fill(from, alone.length(), alone.length() + part.length(), i);
      alone.append(part);
    }
    this.sources = alone.toString().equals(literal) ? Arrays.copyOf(from, alone.length()) : null;
  }

  boolean contains(String phrase) {
    return literal.contains(phrase);
  }

  /** Disjoint spans, from the left; a span neither begins nor ends in what folds to nothing. */
  List<Range> of(String phrase) {
    return sources == null ? grown(phrase) : mapped(phrase, sources);
  }

  private List<Range> mapped(String phrase, int[] from) {
    List<Range> spans = new ArrayList<>();
    for (int at = literal.indexOf(phrase); at >= 0; ) {
      int end = at + phrase.length();
      spans.add(new Range(from[at], from[end - 1] + 1));
      at = literal.indexOf(phrase, end);
    }
    return spans;
  }

  private List<Range> grown(String phrase) {
    List<Range> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endFrom(at, phrase);
      if (end < 0) {
        at++;
      } else {
        spans.add(new Range(at, end));
        at = end;
      }
    }
    return spans;
  }

  /** The end of the shortest piece from a visible character on that reads as the phrase, or -1. */
  private int endFrom(int start, String phrase) {
    if (Literal.literal(text.substring(start, start + 1)).isEmpty()) {
      return -1;
    }
    int end = start;
    String read = "";
    while (end < text.length() && read.length() < phrase.length() && phrase.startsWith(read)) {
      end++;
      read = Literal.literal(text.substring(start, end));
    }
    return read.equals(phrase) ? end : -1;
  }
}
