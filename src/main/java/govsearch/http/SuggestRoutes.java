package govsearch.http;

import govsearch.engine.Phrases;
import govsearch.engine.Suggestion;
import govsearch.query.PartialQuery;
import govsearch.query.Query;
import govsearch.text.Range;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET suggest}. */
final class SuggestRoutes {

  /** The most suggestions of one answer. */
  static final int MAX_SIZE = 50;

  private static final Pattern DOUBLE_MARK = Pattern.compile("[\"“”„‟〝〞〟＂]");
  private static final int DEFAULT_SIZE = 10;
  private static final Set<String> ALLOWED = Set.of("q", "size");

  private final Phrases engine;

  SuggestRoutes(Phrases engine) {
    this.engine = engine;
  }

  void suggest(Context context) {
    Parameters parameters = Parameters.of(context, ALLOWED);
    int size = parameters.integer("size", 1, MAX_SIZE, DEFAULT_SIZE);
    for (PartialQuery partial : PartialQuery.of(parameters.typed())) {
      List<Suggestion> found = engine.suggest(partial.part(), kinds(partial.place()), size);
      if (!found.isEmpty()) {
        context.json(
            new Suggestions(found.stream().map(one -> View.of(one, partial.kept())).toList()));
        return;
      }
    }
    context.json(new Suggestions(List.of()));
  }

  private static Set<Suggestion.Kind> kinds(Query.@Nullable Field place) {
    return switch (place) {
      case null -> EnumSet.allOf(Suggestion.Kind.class);
      case TOWN -> Set.of(Suggestion.Kind.TOWN);
      case COUNTY -> Set.of(Suggestion.Kind.COUNTY);
      case CITY -> Set.of(Suggestion.Kind.CITY);
      case PROVINCE -> Set.of(Suggestion.Kind.PROVINCE);
      case SECTION, TITLE, YEAR -> Set.of();
    };
  }

  /** What is answered. */
  record Suggestions(List<View> suggestions) {}

  /**
   * A suggestion.
   *
   * @param query what was typed with its last part completed, to be searched for
   * @param count of paragraphs that the completed part alone finds
   */
  record View(String kind, String text, List<Range> ranges, String part, String query, long count) {

    static View of(Suggestion suggestion, String kept) {
      String part = part(suggestion);
      return new View(
          suggestion.kind().code(),
          suggestion.text(),
          List.of(suggestion.at()),
          part,
          kept + part,
          suggestion.count());
    }

    /** As people type it; in marks that the text itself does not close. */
    private static String part(Suggestion suggestion) {
      String text = suggestion.text();
      String quoted = DOUBLE_MARK.matcher(text).find() ? "「" + text + "」" : "“" + text + "”";
      return switch (suggestion.kind()) {
        case HEADING, PHRASE -> quoted;
        case TOWN, COUNTY, CITY, PROVINCE -> suggestion.kind().code() + ":" + quoted;
      };
    }
  }
}
