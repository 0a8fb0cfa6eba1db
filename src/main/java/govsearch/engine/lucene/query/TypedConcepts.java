package govsearch.engine.lucene.query;

import govsearch.query.Query;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which concepts unquoted text says: in one of a concept's wordings, or by the concept's name,
 * which a person may have from an answer before and which need be no wording. Terms that are all
 * asked for are read together, since a wording may be of several words.
 */
public final class TypedConcepts {

  private static final String SPACE = " ";

  private TypedConcepts() {}

  /** The names of the concepts, each with that part of the text which says it. */
  public static Map<String, String> of(Thesaurus thesaurus, List<Query.Words> together) {
    Map<String, String> said = new LinkedHashMap<>();
    String text = together.stream().map(Query.Words::text).collect(Collectors.joining(SPACE));
    for (Thesaurus.Match match : thesaurus.matches(text)) {
      said.putIfAbsent(match.concept().name(), part(text, match.ranges()));
    }
    thesaurus.named(text).forEach(concept -> said.putIfAbsent(concept.name(), concept.name()));
    return said;
  }

  /** The concepts of all parts of a query but what it excludes. */
  public static Map<String, String> of(Thesaurus thesaurus, Query query) {
    Map<String, String> said = new LinkedHashMap<>();
    collect(thesaurus, query, said);
    return said;
  }

  private static void collect(Thesaurus thesaurus, Query query, Map<String, String> said) {
    switch (query) {
      case Query.Words words -> of(thesaurus, List.of(words)).forEach(said::putIfAbsent);
      case Query.And and -> {
        List<Query.Words> together = new ArrayList<>();
        for (Query part : and.parts()) {
          if (part instanceof Query.Words words) {
            together.add(words);
          } else {
            collect(thesaurus, part, said);
          }
        }
        of(thesaurus, together).forEach(said::putIfAbsent);
      }
      case Query.Or or -> or.parts().forEach(part -> collect(thesaurus, part, said));
      case Query.Not not -> {}
      case Query.Phrase phrase -> {}
      case Query.Gapped gapped -> {}
      case Query.Near near -> {}
      case Query.FieldIs field -> {}
      case Query.Years years -> {}
      case Query.Everything everything -> {}
    }
  }

  private static String part(String text, List<Range> ranges) {
    return ranges.stream()
        .map(range -> text.substring(range.start(), range.end()))
        .collect(Collectors.joining(SPACE));
  }
}
