package govsearch.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is still being typed: what stands before its last part, and that part.
 *
 * @param kept what is typed before, to be kept as it is
 * @param part the last part, without quotation marks and field name
 * @param place the field of places that the part is a value of; null where it may be anything
 */
public record PartialQuery(String kept, String part, Query.@Nullable Field place) {

  private static final int MOST_WORDS = 12;

  /**
   * The ways to take the end of what is typed: Latin words in a row may be one text in pinyin (fa
   * lv ming bai), so first all of them, then ever fewer. Empty where nothing is being typed that
   * could be completed.
   */
  public static List<PartialQuery> of(String typed) {
    List<Token> tokens = new QueryLexer(typed, FieldReader::isField, new Notices()).tokens();
    return tokens.isEmpty()
        ? List.of()
        : switch (tokens.getLast()) {
          case Token.Word word -> words(typed, tokens);
          case Token.Quoted quoted when quoted.distance() == null ->
              List.of(from(typed, quoted.at().start(), quoted.text(), null));
          case Token.FieldValue value -> {
            Query.Field place = FieldReader.placeNamed(value.name());
            yield place == null
                ? List.of()
                : List.of(from(typed, value.at().start(), value.value(), place));
          }
          case Token.Quoted near -> List.of();
          case Token.Open open -> List.of();
          case Token.Close close -> List.of();
          case Token.OrSign or -> List.of();
          case Token.AndSign and -> List.of();
          case Token.NotSign not -> List.of();
        };
  }

  private static List<PartialQuery> words(String typed, List<Token> tokens) {
    int first = tokens.size() - 1;
    while (first > 0
        && tokens.size() - first < MOST_WORDS
        && isLatin(tokens.get(first))
        && isLatin(tokens.get(first - 1))) {
      first--;
    }
    return tokens.subList(first, tokens.size()).stream()
        .map(token -> ((Token.Word) token).at().start())
        .map(start -> from(typed, start, typed.substring(start), null))
        .toList();
  }

  private static boolean isLatin(Token token) {
    return token instanceof Token.Word word
        && word.text().codePoints().noneMatch(Character::isIdeographic);
  }

  private static PartialQuery from(
      String typed, int start, String part, Query.@Nullable Field place) {
    return new PartialQuery(typed.substring(0, start), part, place);
  }
}
