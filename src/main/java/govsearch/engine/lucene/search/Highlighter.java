package govsearch.engine.lucene.search;

import govsearch.engine.SharedConcept;
import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.TypedConcepts;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Proximity;
import govsearch.text.Range;
import govsearch.text.Ranges;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says where a query matches in a text that it matches: a literal hit as one span, else exactly the
 * words that matched. Literal marks are found in the text itself, so that they can never disagree
 * with it. Of one request and its thread: what it reads of a query it remembers for the next text.
 */
public final class Highlighter {

  private final WordCutter cutter;
  private final Supplier<Thesaurus> thesaurus;
  private final Map<String, String> literals = new HashMap<>();
  private final Map<String, AskedWords> words = new HashMap<>();

  private Highlighter(WordCutter cutter, Supplier<Thesaurus> thesaurus) {
    this.cutter = cutter;
    this.thesaurus = thesaurus;
  }

  /** A highlighter for the collection of a snapshot. */
  public static Highlighter of(WordCutter cutter, Thesaurus concepts) {
    return of(cutter, () -> concepts);
  }

  /** The same with concepts that are read when they are needed. */
  public static Highlighter of(WordCutter cutter, Supplier<Thesaurus> concepts) {
    return new Highlighter(cutter, concepts);
  }

  /** The same, for a thread that takes part in the request. */
  Highlighter forAnotherThread() {
    return new Highlighter(cutter, thesaurus);
  }

  /**
   * Where a query matches.
   *
   * @return ranges of {@code text}, ascending and disjoint; none where only fields matched
   */
  public List<Range> ranges(Query query, Mode mode, String text) {
    return ranges(query, mode, text, Literal.of(text));
  }

  /**
   * As {@link #ranges(Query, Mode, String)}.
   *
   * @param literal of {@code text}
   */
  public List<Range> ranges(Query query, Mode mode, String text, FoldedText literal) {
    List<Range> ranges =
        new ArrayList<>(new Text(text, literal, mode).match(query).orElse(List.of()));
    concepts(query, mode, text).forEach(concept -> ranges.addAll(concept.ranges()));
    return Ranges.merged(ranges);
  }

  /** The concepts that a query and a text both say; none but in loose mode. */
  public List<SharedConcept> concepts(Query query, Mode mode, String text) {
    Map<String, String> typed =
        mode == Mode.LOOSE ? TypedConcepts.of(thesaurus.get(), query) : Map.of();
    if (typed.isEmpty()) {
      return List.of();
    }
    Map<String, SharedConcept> shared = new LinkedHashMap<>();
    for (Thesaurus.Match match : thesaurus.get().matches(text)) {
      Thesaurus.Concept concept = match.concept();
      String asked = typed.get(concept.name());
      if (asked != null) {
        shared.merge(
            concept.name(),
            new SharedConcept(
                concept.name(), concept.category(), asked, match.wording(), match.ranges()),
            Highlighter::joined);
      }
    }
    return List.copyOf(shared.values());
  }

  /** One concept in two places, with the wording of the first. */
  private static SharedConcept joined(SharedConcept first, SharedConcept second) {
    List<Range> both = new ArrayList<>(first.ranges());
    both.addAll(second.ranges());
    return new SharedConcept(
        first.name(), first.category(), first.asked(), first.said(), Ranges.merged(both));
  }

  private String literalOf(String typed) {
    return literals.computeIfAbsent(typed, Literal::literal);
  }

  /** One text, folded once and cut once. */
  private final class Text {
    private final String source;
    private final FoldedText literal;
    private final Mode mode;
    private @Nullable CutText cut;

    /** Where each character begins; empty if none takes two UTF-16 units. */
    private final int[] units;

    Text(String source, FoldedText literal, Mode mode) {
      this.source = source;
      this.literal = literal;
      this.units = units(literal.text());
      this.mode = mode;
    }

    /** What a query matches here; empty if it does not match. */
    Optional<List<Range>> match(Query query) {
      return switch (query) {
        case Query.Words words -> words(words.text());
        case Query.Phrase phrase -> found(occurrences(literalOf(phrase.text())));
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
      List<Range> ranges = new ArrayList<>();
      boolean matched = false;
      for (Query part : parts) {
        Optional<List<Range>> match = match(part);
        matched |= match.isPresent();
        match.ifPresent(ranges::addAll);
      }
      return matched ? Optional.of(ranges) : Optional.empty();
    }

    private Optional<List<Range>> words(String typed) {
      List<Range> literally = occurrences(literalOf(typed));
      if (!literally.isEmpty() || mode == Mode.EXACT) {
        return found(literally);
      }
      AskedWords asked = words.computeIfAbsent(typed, cutter::asked);
      boolean most = mode.compareTo(Mode.MOST) >= 0;
      Set<String> wanted = most ? asked.telling() : asked.words();
      if (cut == null) {
        cut = cutter.cut(source, literal);
      }
      Set<String> found = new HashSet<>();
      List<Range> places = new ArrayList<>();
      boolean allRuns = true;
      for (String run : asked.together()) {
        List<Range> here = occurrences(run);
        allRuns &= !here.isEmpty();
        places.addAll(here);
      }
      if (most) {
        asked.joints().forEach(joint -> places.addAll(occurrences(joint)));
      }
      for (int i = 0; i < cut.count(); i++) {
        String word = cut.word(i);
        if (wanted.contains(word)) {
          found.add(word);
          places.add(cut.source(i));
        }
      }
      boolean enough = most || (!asked.isEmpty() && allRuns && found.containsAll(wanted));
      return enough ? Optional.of(places) : Optional.empty();
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
      return literal.source(
          units.length == 0
              ? characters
              : new Range(units[characters.start()], units[characters.end()]));
    }

    /** Counted once: to count from the beginning for each range is slow in a long text. */
    private static int[] units(String text) {
      int characters = text.codePointCount(0, text.length());
      if (characters == text.length()) {
        return new int[0];
      }
      int[] units = new int[characters + 1];
      for (int i = 0, at = 0; i < characters; i++) {
        units[i] = at;
        at += Character.charCount(text.codePointAt(at));
      }
      units[characters] = text.length();
      return units;
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
