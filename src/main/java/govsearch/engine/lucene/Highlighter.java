package govsearch.engine.lucene;

import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Proximity;
import govsearch.text.Range;
import govsearch.text.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says where a query matches in a text that it matches: a literal hit as one span, else exactly the
 * words that matched. Works on the text itself, so that a mark can never disagree with it.
 */
final class Highlighter {

  private final WordCutter cutter;

  Highlighter(WordCutter cutter) {
    this.cutter = cutter;
  }

  /** Ranges of {@code text}, ascending and disjoint; none where only fields matched. */
  List<Range> ranges(Query query, Mode mode, String text) {
    return Ranges.merged(new Text(text, mode).match(query).orElse(List.of()));
  }

  /** One text, folded once and cut once. */
  private final class Text {
    private final String source;
    private final FoldedText literal;
    private final Mode mode;
    private @Nullable List<WordCutter.Word> words;

    Text(String source, Mode mode) {
      this.source = source;
      this.literal = Literal.of(source);
      this.mode = mode;
    }

    /** What a query matches here; empty if it does not match. */
    Optional<List<Range>> match(Query query) {
      return switch (query) {
        case Query.Words words -> words(words.text());
        case Query.Phrase phrase -> found(occurrences(Literal.literal(phrase.text())));
        case Query.Gapped gapped -> found(gapped(gapped));
        case Query.Near near -> found(near(near));
        case Query.And and -> all(and.parts());
        case Query.Or or -> any(or.parts());
        // Fields and exclusions were decided by the index, and mark nothing.
        case Query.Everything e -> Optional.of(List.of());
        case Query.FieldIs field -> Optional.of(List.of());
        case Query.Years years -> Optional.of(List.of());
        case Query.Not not -> Optional.of(List.of());
      };
    }

    private Optional<List<Range>> all(List<Query> parts) {
      List<Range> ranges = new ArrayList<>();
      for (Query part : parts) {
        Optional<List<Range>> match = match(part);
        if (match.isEmpty()) {
          return Optional.empty();
        }
        ranges.addAll(match.get());
      }
      return Optional.of(ranges);
    }

    private Optional<List<Range>> any(List<Query> parts) {
      List<List<Range>> matches =
          parts.stream().map(this::match).flatMap(Optional::stream).toList();
      return matches.isEmpty()
          ? Optional.empty()
          : Optional.of(matches.stream().flatMap(List::stream).toList());
    }

    private Optional<List<Range>> words(String typed) {
      List<Range> literally = occurrences(Literal.literal(typed));
      if (!literally.isEmpty() || mode == Mode.EXACT) {
        return found(literally);
      }
      Set<String> wanted = cutter.contentWords(typed);
      List<WordCutter.Word> matched =
          cut().stream().filter(word -> wanted.contains(word.term())).toList();
      Set<String> terms = matched.stream().map(WordCutter.Word::term).collect(Collectors.toSet());
      boolean enough = mode == Mode.LOOSE || (!wanted.isEmpty() && terms.containsAll(wanted));
      return enough
          ? Optional.of(matched.stream().map(WordCutter.Word::at).toList())
          : Optional.empty();
    }

    private List<WordCutter.Word> cut() {
      if (words == null) {
        words = cutter.words(source);
      }
      return words;
    }

    private List<Range> occurrences(String phrase) {
      return literal.occurrences(phrase);
    }

    private List<Range> gapped(Query.Gapped query) {
      Positions positions = new Positions(query.parts());
      return Proximity.gapped(positions.starts, positions.lengths, Query.Gapped.MAX_GAP).stream()
          .map(this::source)
          .toList();
    }

    private List<Range> near(Query.Near query) {
      Positions positions = new Positions(query.parts());
      return Proximity.near(positions.starts, positions.lengths, query.distance()).stream()
          .flatMap(List::stream)
          .distinct()
          .map(this::source)
          .toList();
    }

    /** The source range of a range of literal characters (code points). */
    private Range source(Range characters) {
      String text = literal.text();
      int start = text.offsetByCodePoints(0, characters.start());
      int end = text.offsetByCodePoints(start, characters.length());
      return literal.source(new Range(start, end));
    }

    private static Optional<List<Range>> found(List<Range> ranges) {
      return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
    }

    /** Where each part begins, in characters, overlapping occurrences included, as in the index. */
    private final class Positions {
      private final List<int[]> starts;
      private final int[] lengths;

      Positions(List<String> parts) {
        String text = literal.text();
        starts = parts.stream().map(part -> startsOf(text, part)).toList();
        lengths = parts.stream().mapToInt(Literal::length).toArray();
      }

      private static int[] startsOf(String text, String part) {
        List<Integer> starts = new ArrayList<>();
        int character = 0;
        int seen = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
          character += text.codePointCount(seen, at);
          seen = at;
          starts.add(character);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
      }
    }
  }
}
