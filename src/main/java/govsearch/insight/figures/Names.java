package govsearch.insight.figures;

import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query with what else its texts are called. Names are taken literally, as all text is here. What
 * is excluded stays as it is: who leaves out a name need not mean the others.
 */
final class Names {

  private final Function<String, List<String>> namesOf;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Query query;

  /**
   * Adds other names to a query.
   *
   * @param namesOf gives the other names of a text; none to leave the query as it is
   */
  Names(Query asked, Function<String, List<String>> namesOf) {
    this.namesOf = namesOf;
    this.query = withNames(asked);
  }

  /** The query with all names. */
  Query query() {
    return query;
  }

  /** The names that are looked for besides what was asked for. */
  List<String> others() {
    return List.copyOf(others.values());
  }

  /**
   * By which name a place was found: one of the other names, or what stands there.
   *
   * @param surface the text of the place
   */
  String of(String surface) {
    String literal = Literal.literal(surface);
    String name = others.get(literal);
    if (name != null) {
      return name;
    }
    if (asked.stream().anyMatch(literal::contains)) {
      return surface;
    }
    return others.keySet().stream() // two that overlap are one place
        .filter(literal::contains)
        .max(Comparator.comparingInt(String::length))
        .map(others::get)
        .orElse(surface);
  }

  private Query withNames(Query part) {
    return switch (part) {
      case Query.Words words -> any(words, words.text());
      case Query.Phrase phrase -> any(phrase, phrase.text());
      case Query.And and -> new Query.And(and.parts().stream().map(this::withNames).toList());
      case Query.Or or -> new Query.Or(or.parts().stream().map(this::withNames).toList());
      case Query.Not not -> not;
      case Query.Gapped gapped -> gapped;
      case Query.Near near -> near;
      case Query.FieldIs field -> field;
      case Query.Years years -> years;
      case Query.Everything everything -> everything;
    };
  }

  private Query any(Query asked, String text) {
    this.asked.add(Literal.literal(text));
    List<String> names = namesOf.apply(text);
    if (names.isEmpty()) {
      return asked;
    }
    names.forEach(name -> others.putIfAbsent(Literal.literal(name), name));
    Stream<Query> phrases = names.stream().map(Query.Phrase::new);
    return new Query.Or(new ArrayList<>(Stream.concat(Stream.of(asked), phrases).toList()));
  }
}
