package govsearch.query;

import govsearch.text.Literal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells by its form alone which query may take a hundred times as long as most: parts that are
 * looked for near one another, single characters, of which each stands for all the words that begin
 * with it, and many parts. What it finds makes no such difference.
 */
public final class Costly {

  /** As much as a dozen words: what is above is not what people ask all day. */
  private static final int PLAIN = 12;

  private static final int OF_A_WORD = 1;
  private static final int OF_A_CHARACTER = 4;
  private static final int OF_PLACES = 16;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Costly() {}

  /** Whether a query may take long. */
  public static boolean is(Query query) {
    return of(query) > PLAIN;
  }

  private static int of(Query query) {
    return switch (query) {
      case Query.Everything everything -> 0;
      case Query.Words words -> SPACE.splitAsStream(words.text()).mapToInt(Costly::ofText).sum();
      case Query.Phrase phrase -> ofText(phrase.text());
      case Query.Gapped gapped -> OF_PLACES;
      case Query.Near near -> OF_PLACES;
      case Query.FieldIs field -> OF_A_WORD;
      case Query.Years years -> OF_A_WORD;
      case Query.And and -> ofAll(and.parts());
      case Query.Or or -> ofAll(or.parts());
      case Query.Not not -> of(not.part());
    };
  }

  private static int ofAll(List<Query> parts) {
    return parts.stream().mapToInt(Costly::of).sum();
  }

  private static int ofText(String text) {
    return Literal.length(Literal.literal(text)) == 1 ? OF_A_CHARACTER : OF_A_WORD;
  }
}
