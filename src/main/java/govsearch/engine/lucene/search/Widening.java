package govsearch.engine.lucene.search;

import govsearch.engine.SearchResult;
import govsearch.engine.lucene.analysis.AskedPart;
import govsearch.engine.lucene.query.Width;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When and how a search that finds too little goes on, whichever engine searches. */
public final class Widening {
  /** As many as a person looks at before searching again, and as the ranking is judged by. */
  private static final int SCREEN = 10;

  /**
   * A wider search.
   *
   * @param width how little of what was typed has to be there
   */
  public record Wider(Mode mode, Width width) {}

  private static final List<Wider> WIDER =
      List.of(new Wider(Mode.MOST, Width.USUAL), new Wider(Mode.LOOSE, Width.USUAL));

  /** The same for a sentence, of which whoever says it otherwise has few words or none. */
  private static final List<Wider> WIDER_FOR_SENTENCES =
      List.of(
          new Wider(Mode.MOST, Width.SENTENCE),
          new Wider(Mode.MOST, Width.SOME),
          new Wider(Mode.LOOSE, Width.TOPIC));

  /** What follows hits that do not fill a screen. */
  public static final Wider FOLLOWING = new Wider(Mode.MOST, Width.SOME);

  private Widening() {}

  /** The wider searches for what is asked, the least wide first. */
  public static List<Wider> of(Query query) {
    return isSentence(query) ? WIDER_FOR_SENTENCES : WIDER;
  }

  /** How many hits are enough for no wider search to be tried. */
  public static int enough(Query query) {
    return isSentence(query) ? SCREEN : 1;
  }

  /** Whether something is told in a sentence, or in as many words, instead of named. */
  static boolean isSentence(Query query) {
    return switch (query) {
      case Query.Words words -> new AskedPart(words.text(), false).isSentence();
      case Query.And and -> and.parts().stream().anyMatch(Widening::isSentence);
      case Query.Or or -> false;
      case Query.Not not -> false;
      case Query.Phrase phrase -> false;
      case Query.Gapped gapped -> false;
      case Query.Near near -> false;
      case Query.FieldIs field -> false;
      case Query.Years years -> false;
      case Query.Everything everything -> false;
    };
  }

  /** What was typed in plain words. */
  static String text(Query query) {
    return AskedPart.of(query).stream().map(AskedPart::text).collect(Collectors.joining("，"));
  }

  /** How many more hits fit on the first screen. */
  public static int room(SearchRequest request, SearchResult result) {
    return screen(request) - result.hits().size();
  }

  /** How many hits fit on the first screen. */
  public static int screen(SearchRequest request) {
    return Math.min(SCREEN, request.size());
  }

  /** The query with the words of its quotations; what is excluded stays quoted. */
  public static Query unquoted(Query query) {
    return switch (query) {
      case Query.Phrase phrase -> new Query.Words(phrase.text());
      case Query.And and -> new Query.And(and.parts().stream().map(Widening::unquoted).toList());
      case Query.Or or -> new Query.Or(or.parts().stream().map(Widening::unquoted).toList());
      case Query.Words words -> words;
      case Query.Not not -> not;
      case Query.Gapped gapped -> gapped;
      case Query.Near near -> near;
      case Query.FieldIs field -> field;
      case Query.Years years -> years;
      case Query.Everything everything -> everything;
    };
  }

  /**
   * The query without its plain words, for where no paragraph has both a quotation and any of them:
   * what is quoted was wanted most. Empty where nothing is quoted beside words.
   */
  public static Optional<Query> quotedAlone(Query query) {
    if (!(query instanceof Query.And and)) {
      return Optional.empty();
    }
    List<Query> rest = and.parts().stream().filter(part -> !(part instanceof Query.Words)).toList();
    boolean isQuoted =
        rest.stream()
            .anyMatch(
                part ->
                    part instanceof Query.Phrase
                        || part instanceof Query.Gapped
                        || part instanceof Query.Near);
    return isQuoted && rest.size() < and.parts().size()
        ? Optional.of(rest.size() == 1 ? rest.getFirst() : new Query.And(rest))
        : Optional.empty();
  }

  /** Whether some of what is asked for may be left out: unquoted text that is not excluded. */
  public static boolean hasWords(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.And and -> and.parts().stream().anyMatch(Widening::hasWords);
      case Query.Or or -> or.parts().stream().anyMatch(Widening::hasWords);
      case Query.Not not -> false;
      case Query.Phrase phrase -> false;
      case Query.Gapped gapped -> false;
      case Query.Near near -> false;
      case Query.FieldIs field -> false;
      case Query.Years years -> false;
      case Query.Everything everything -> false;
    };
  }
}
