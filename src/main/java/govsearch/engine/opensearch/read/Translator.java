package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.analysis.AskedSetting;
import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.TypedConcepts;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a query's tree into the cluster's. What it matches is a paragraph, always. */
final class Translator {
  private static final List<String> NAMES =
      List.of(Columns.TOWN, Columns.COUNTY, Columns.CITY, Columns.PROVINCE);

  private final WordCutter cutter;
  private final Thesaurus thesaurus;
  private final MostWords mostWords;
  private final Verified verified;
  private final Width width;

  /**
   * A translator.
   *
   * @param width how little of what was typed has to be there where not all of it need be
   */
  Translator(WordCutter cutter, Reader reader, Verified verified, Width width) {
    this.width = width;
    this.cutter = cutter;
    this.thesaurus = reader.snapshot().thesaurus();
    this.verified = verified;
    this.mostWords = new MostWords(cutter, reader);
  }

  Map<String, Object> translate(Query query, Mode mode) {
    return switch (query) {
      case Query.Everything e -> Clauses.all();
      case Query.Words words ->
          isOfMost(mode) ? pooled(List.of(words), mode) : words(words.text(), mode);
      case Query.Phrase phrase -> LiteralClauses.inText(Literal.literal(phrase.text()));
      case Query.Gapped gapped -> verified.clause(gapped);
      case Query.Near near -> verified.clause(near);
      case Query.FieldIs field -> field(field);
      case Query.Years years -> years(years);
      case Query.And and -> all(and.parts(), mode);
      case Query.Or or ->
          Clauses.any(or.parts().stream().map(part -> translate(part, mode)).toList());
      case Query.Not not -> all(List.of(not), mode);
    };
  }

  private static boolean isOfMost(Mode mode) {
    return mode.compareTo(Mode.MOST) >= 0;
  }

  private Map<String, Object> words(String text, Mode mode) {
    Map<String, Object> literal = LiteralClauses.inText(Literal.literal(text));
    Optional<Map<String, Object>> all = mode == Mode.EXACT ? Optional.empty() : allWords(text);
    return all.isEmpty() ? literal : Clauses.any(List.of(literal, all.get()));
  }

  private Optional<Map<String, Object>> allWords(String text) {
    AskedWords asked = cutter.asked(text);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    List<Object> all = new ArrayList<>();
    asked.words().forEach(word -> all.add(Clauses.term(Columns.WORDS, Json.wellFormed(word))));
    asked.together().forEach(run -> all.add(LiteralClauses.inText(run)));
    return Optional.of(Clauses.filter(all));
  }

  /** All terms as in words mode, or what weighs most in all of them together. */
  private Map<String, Object> pooled(List<Query.Words> terms, Mode mode) {
    List<Object> all = new ArrayList<>();
    List<MostWords.Part> parts = new ArrayList<>();
    for (Query.Words term : terms) {
      all.add(words(term.text(), Mode.WORDS));
      AskedWords asked = cutter.asked(term.text());
      if (!asked.isEmpty()) {
        List<Object> wholly = new ArrayList<>();
        wholly.add(LiteralClauses.inText(Literal.literal(term.text())));
        AskedSetting.of(term.text()).map(Translator::setting).ifPresent(wholly::add);
        parts.add(new MostWords.Part(MostWords.terms(asked), wholly));
      }
    }
    if (parts.isEmpty()) {
      return Clauses.filter(all);
    }
    Map<String, String> concepts =
        mode == Mode.LOOSE ? TypedConcepts.of(thesaurus, terms) : Map.of();
    return Clauses.any(
        List.of(Clauses.filter(all), mostWords.clause(parts, concepts, width, topics(terms))));
  }

  private Set<String> topics(List<Query.Words> terms) {
    String text = terms.stream().map(Query.Words::text).collect(Collectors.joining(" "));
    return width.byTopic() ? Topics.builtIn().of(text).keySet() : Set.of();
  }

  /** Paragraphs of the setting that a term may name. */
  static Map<String, Object> setting(AskedSetting asked) {
    List<Object> ways = new ArrayList<>();
    if (asked.year() != null) {
      ways.add(Clauses.term(Columns.YEAR, asked.year()));
    }
    asked.sections().forEach(section -> ways.add(Clauses.term(Columns.SECTION, section.code())));
    String name = asked.name();
    if (name != null) {
      String literal = Json.wellFormed(name);
      for (String field : NAMES) {
        ways.add(Clauses.prefix(field, literal));
        if (asked.isPlace()) {
          ways.add(Clauses.endsIn(field, literal));
        }
      }
    }
    return Clauses.any(ways);
  }

  private Map<String, Object> all(List<Query> parts, Mode mode) {
    List<Object> all = new ArrayList<>();
    List<Query.Words> pool = new ArrayList<>();
    for (Query part : parts) {
      switch (part) {
        // What is excluded is meant literally in every mode.
        case Query.Not not -> all.add(Clauses.not(translate(not.part(), Mode.EXACT)));
        case Query.Words words when isOfMost(mode) -> pool.add(words);
        default -> all.add(translate(part, mode));
      }
    }
    if (!pool.isEmpty()) {
      all.add(pooled(pool, mode));
    }
    return Clauses.filter(all);
  }

  private static Map<String, Object> field(Query.FieldIs field) {
    String value = Json.wellFormed(Literal.literal(field.value()));
    return switch (field.field()) {
      case TOWN -> Clauses.prefix(Columns.TOWN, value);
      case COUNTY -> region(Columns.COUNTY, value);
      case CITY -> region(Columns.CITY, value);
      case PROVINCE -> region(Columns.PROVINCE, value);
      case SECTION -> Clauses.term(Columns.SECTION, value);
      case TITLE -> value.isEmpty() ? Clauses.none() : LiteralClauses.inTitle(value);
      case YEAR -> Clauses.term(Columns.YEAR, value);
    };
  }

  /** By a name's beginning, or reports that give none. */
  private static Map<String, Object> region(String field, String value) {
    return value.equals(FacetField.UNSTATED)
        ? Clauses.not(Clauses.exists(field))
        : Clauses.prefix(field, value);
  }

  private static Map<String, Object> years(Query.Years years) {
    Map<String, Object> range = Json.of();
    if (years.from() != null) {
      range.put("gte", years.from());
    }
    if (years.to() != null) {
      range.put("lte", years.to());
    }
    return range.isEmpty()
        ? Clauses.exists(Columns.YEAR_NUMBER)
        : Json.of("range", Json.of(Columns.YEAR_NUMBER, range));
  }
}
