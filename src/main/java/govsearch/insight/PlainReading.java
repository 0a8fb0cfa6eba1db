package govsearch.insight;

import govsearch.engine.NearText;
import govsearch.engine.SearchEngine;
import govsearch.query.Mode;
import govsearch.query.ParsedQuery;
import govsearch.query.Query;
import govsearch.query.Understood;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads plain words by what the collection has: 柳湾镇 and 2024 as a town and a year, where there are
 * reports of these, and pinyin as the phrase that it spells. What is quoted, grouped or excluded is
 * left as it is, and so is everything where each word is meant literally. Each reading says by
 * which query the words themselves are found.
 */
public final class PlainReading {

  private static final int SHORTEST_PINYIN = 3;

  /** More words in pinyin than the longest phrase has characters. */
  private static final int MOST_SYLLABLES = 12;

  private final SearchEngine engine;
  private final PlainPlaces places;

  /** A reading by an engine's collection. */
  public PlainReading(SearchEngine engine) {
    this.engine = engine;
    this.places = new PlainPlaces(engine);
  }

  /** Reads a query that is meant as strictly as a mode says. */
  public ParsedQuery read(String typed, Mode mode) {
    ParsedQuery parsed = Queries.PARSER.parse(typed);
    return mode == Mode.EXACT ? parsed : new Run(typed, parsed).read();
  }

  /** One query. */
  private final class Run {
    private final String typed;
    private final ParsedQuery parsed;
    private final List<Understood> understood = new ArrayList<>();

    /** What is asked for in place of words; nothing for those that another one includes. */
    private final Map<Query, List<Query>> instead = new LinkedHashMap<>();

    Run(String typed, ParsedQuery parsed) {
      this.typed = typed;
      this.parsed = parsed;
    }

    ParsedQuery read() {
      List<Understood> parts = parsed.understood();
      int next = 0;
      while (next < parts.size()) {
        Understood part = parts.get(next);
        int end = next + 1;
        if (!part.ofPlainWords()) {
          understood.add(part);
        } else if (isLatin(part.label())) {
          end = spelt(parts, next);
        } else {
          place(part);
        }
        next = end;
      }
      return instead.isEmpty()
          ? parsed
          : new ParsedQuery(query(parsed.query()), understood, parsed.notices());
    }

    private void place(Understood part) {
      List<Query> read = places.read(part.label());
      if (read.isEmpty()) {
        understood.add(part);
        return;
      }
      instead.put(new Query.Words(part.label()), read);
      understood.add(Understood.read(read, part.start(), part.end(), verbatim(part, part)));
    }

    /** Reads the longest row of words that spells something; gives where it goes on. */
    private int spelt(List<Understood> parts, int first) {
      int end = first + 1;
      while (end < parts.size()
          && end - first < MOST_SYLLABLES
          && parts.get(end).ofPlainWords()
          && isLatin(parts.get(end).label())) {
        end++;
      }
      for (; end > first; end--) {
        Understood last = parts.get(end - 1);
        String row = typed.substring(parts.get(first).start(), last.end());
        Optional<Query> phrase = phrase(row).map(Query.Words::new);
        if (phrase.isPresent()) {
          parts
              .subList(first, end)
              .forEach(part -> instead.put(new Query.Words(part.label()), List.of()));
          instead.put(new Query.Words(parts.get(first).label()), List.of(phrase.get()));
          understood.add(
              Understood.read(
                  List.of(phrase.get()),
                  parts.get(first).start(),
                  last.end(),
                  verbatim(parts.get(first), last)));
          return end;
        }
      }
      understood.add(parts.get(first));
      return first + 1;
    }

    /** The query with some of its parts in quotation marks: they are then meant as they are. */
    private String verbatim(Understood from, Understood to) {
      return typed.substring(0, from.start())
          + "“"
          + typed.substring(from.start(), to.end())
          + "”"
          + typed.substring(to.end());
    }

    private Query query(Query whole) {
      List<Query> all = new ArrayList<>();
      List<Query> parts = whole instanceof Query.And and ? and.parts() : List.of(whole);
      parts.forEach(part -> all.addAll(instead.getOrDefault(part, List.of(part))));
      List<Query> different = all.stream().distinct().toList();
      return different.size() == 1 ? different.getFirst() : new Query.And(different);
    }
  }

  /**
   * The phrase that a text is the sound of, where no paragraph has the text itself. Initials alone
   * fit too many phrases to be searched for unasked.
   */
  private Optional<String> phrase(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    return letters < SHORTEST_PINYIN
        ? Optional.empty()
        : engine.nearest(text, false, 1).stream()
            .map(NearText::text)
            .filter(phrase -> letters >= 2L * Literal.length(phrase) && !isLatin(phrase))
            .findFirst();
  }

  private static boolean isLatin(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic)
        && text.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’');
  }
}
