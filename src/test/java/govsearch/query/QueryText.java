package govsearch.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A query's tree as text, so that tests can say what they expect of a reading. */
final class QueryText {

  private QueryText() {}

  static String of(Query query) {
    return switch (query) {
      case Query.Everything e -> "all";
      case Query.Words words -> words.text();
      case Query.Phrase phrase -> "\"" + phrase.text() + "\"";
      case Query.Gapped gapped -> "\"" + String.join("*", gapped.parts()) + "\"";
      case Query.Near near -> "\"" + String.join(" ", near.parts()) + "\"~" + near.distance();
      case Query.FieldIs field ->
          field.field().name().toLowerCase(Locale.ROOT) + ":" + field.value();
      case Query.Years years -> "year:" + years.from() + ".." + years.to();
      case Query.And and -> joined("and", and.parts());
      case Query.Or or -> joined("or", or.parts());
      case Query.Not not -> "not(" + of(not.part()) + ")";
    };
  }

  private static String joined(String name, List<Query> parts) {
    return parts.stream().map(QueryText::of).collect(Collectors.joining(", ", name + "(", ")"));
  }
}
