package govsearch.engine.lucene.analysis;

import govsearch.query.Query;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A run of text that is asked for.
 *
 * @param quoted whether it is meant as it stands
 */
public record AskedPart(String text, boolean quoted) {
  /** People ask for problems as they feel them (留不住, 没人听), and reports list them as problems. */
  private static final Pattern LACK =
      Pattern.compile("不(?!动产)|没(?!收)|难|缺|(?<!青)少(?![年数])|弱|差|问题|短板");

  /** What has fewer letters names something. */
  private static final int LETTERS_OF_A_SENTENCE = 9;

  /** Those of a query; none of what is excluded, or of fields. */
  public static List<AskedPart> of(Query query) {
    List<AskedPart> parts = new ArrayList<>();
    collect(query, parts);
    return parts;
  }

  /** Whether something is told in a sentence, or in as many words, instead of named. */
  public boolean isSentence() {
    return !quoted
        && Literal.literal(text).chars().filter(Character::isLetter).count()
            >= LETTERS_OF_A_SENTENCE;
  }

  /**
   * Whether something is named that is lacking. A sentence says that of one thing or another in any
   * case, and plans that answer it are as good as problems that repeat it.
   */
  public boolean isOfLack() {
    return !quoted && !isSentence() && LACK.matcher(text).find();
  }

  private static void collect(Query query, List<AskedPart> parts) {
    switch (query) {
      case Query.Words typed -> parts.add(new AskedPart(typed.text(), false));
      case Query.Phrase phrase -> parts.add(new AskedPart(phrase.text(), true));
      case Query.Gapped gapped ->
          gapped.parts().forEach(text -> parts.add(new AskedPart(text, true)));
      case Query.Near near -> near.parts().forEach(text -> parts.add(new AskedPart(text, true)));
      case Query.And and -> and.parts().forEach(part -> collect(part, parts));
      case Query.Or or -> or.parts().forEach(part -> collect(part, parts));
      case Query.Not not -> {}
      case Query.FieldIs field -> {}
      case Query.Years years -> {}
      case Query.Everything everything -> {}
    }
  }
}
