package govsearch.query;

import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with signs that other search engines know, or that only mean something in quotation marks
 * here: read for what was meant, and told.
 */
final class LooseWords {

  private static final Pattern STARS = Pattern.compile("[*＊]++");
  private static final Pattern FUZZY = Pattern.compile("[~～〜][0-9０-９]{0,3}+$");
  private static final String PLACES = "镇乡街苏木道县市区旗省州盟府处会";

  private final Notices notices;

  LooseWords(Notices notices) {
    this.notices = notices;
  }

  /** A word as it is meant; empty where only signs were typed. */
  Optional<Token> read(String typed, Range at) {
    Matcher fuzzy = FUZZY.matcher(typed);
    boolean isFuzzy = fuzzy.find() && fuzzy.start() > 0;
    String text = isFuzzy ? typed.substring(0, fuzzy.start()) : typed;
    if (isFuzzy) {
      notices.say("tilde-outside-quotes", "“~”只用在引号后面，如“法律 服务”~5；已按“" + text + "”检索", at);
    }
    if (!STARS.matcher(text).find()) {
      return Optional.of(new Token.Word(text, at));
    }
    long parts = STARS.splitAsStream(text).filter(part -> !Literal.literal(part).isEmpty()).count();
    if (parts > 1) {
      notices.say("star-outside-quotes", "“*”只用在引号里，已按“" + text + "”加了引号检索", at);
      return Optional.of(new Token.Quoted(text, null, at));
    }
    String bare = STARS.matcher(text).replaceAll("");
    if (bare.isEmpty()) {
      notices.say("star-outside-quotes", "“*”只用在引号里的两段文字之间，已忽略", at);
      return Optional.empty();
    }
    notices.say("star-outside-quotes", "“*”只用在引号里的两段文字之间；不必写通配符，已按“" + bare + "”检索", at);
    return Optional.of(new Token.Word(bare, at));
  }

  /** A field's value behind white space that looks like no value of it: town: 普法. */
  void apart(String field, String value, Range at) {
    String literal = Literal.literal(value);
    if (FieldReader.placeNamed(field) == null || literal.isEmpty()) {
      return;
    }
    boolean place = PLACES.indexOf(literal.charAt(literal.length() - 1)) >= 0;
    if (!place && !literal.equals(FacetField.UNSTATED)) {
      notices.say(
          "field-takes-the-next-word",
          "已把“" + value + "”读作 " + field + " 的值；要检索这个词，请把 " + field + ": 去掉或写全",
          at);
    }
  }
}
