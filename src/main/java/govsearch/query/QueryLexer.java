package govsearch.query;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a typed query into tokens. Full-width signs, as input methods type them, are read as their
 * half-width forms; nothing typed is an error.
 */
final class QueryLexer {

  private static final int LONGEST_FIELD_NAME = 8;
  private static final String CLOSES_DOUBLE = "\"”“„‟〝〞〟";

  private final String input;
  private final Predicate<String> isField;
  private final Notices notices;
  private final List<Token> tokens = new ArrayList<>();
  private final DistanceReader distances;
  private final LooseWords looseWords;
  private int at;
  private int openGroups;

  QueryLexer(String input, Predicate<String> isField, Notices notices) {
    this.input = input;
    this.isField = isField;
    this.notices = notices;
    this.distances = new DistanceReader(input, notices);
    this.looseWords = new LooseWords(notices);
  }

  List<Token> tokens() {
    while (at < input.length()) {
      char c = sign(at);
      if (isSpace(at)) {
        at++;
      } else if (c == '(') {
        openGroups++;
        tokens.add(new Token.Open(new Range(at, ++at)));
      } else if (c == ')') {
        openGroups = Math.max(0, openGroups - 1);
        tokens.add(new Token.Close(new Range(at, ++at)));
      } else if (closerOf(input.charAt(at)) != null) {
        quoted();
      } else if (c == '-') {
        minus();
      } else if (c == '|') {
        bar();
      } else if (!field()) {
        word();
      }
    }
    return tokens;
  }

  private void minus() {
    int start = at++;
    boolean bindsToNext = at < input.length() && !isSpace(at) && sign(at) != ')';
    if (bindsToNext) {
      tokens.add(new Token.NotSign(new Range(start, at)));
    } else {
      notices.say("dangling-operator", "“-”后面没有要排除的词，已忽略", new Range(start, at));
    }
  }

  /** One bar or more: 网格员｜调解员 is an alternative without white space too. */
  private void bar() {
    int start = at;
    while (at < input.length() && sign(at) == '|') {
      at++;
    }
    tokens.add(new Token.OrSign(new Range(start, at)));
  }

  private void quoted() {
    int start = at;
    Quote quote = readQuote();
    Integer distance = distances.read(at);
    at = distances.end();
    tokens.add(new Token.Quoted(quote.text(), distance, new Range(start, at)));
  }

  private record Quote(String text) {}

  /** Reads from an opening mark to its closing one, or to the end where there is none. */
  private Quote readQuote() {
    int start = at;
    String closers = closerOf(input.charAt(at++));
    int from = at;
    while (at < input.length() && (closers == null || closers.indexOf(input.charAt(at)) < 0)) {
      at++;
    }
    String text = input.substring(from, at);
    if (at < input.length()) {
      at++;
    } else {
      notices.say("unclosed-quote", "引号没有成对，已按引到末尾处理", new Range(start, start + 1));
    }
    return new Quote(text);
  }

  /** Reads {@code name:value} if a field's name stands here; else moves nothing. */
  private boolean field() {
    int colon = at;
    while (colon < input.length() && colon - at <= LONGEST_FIELD_NAME && isNamePart(colon)) {
      colon++;
    }
    if (colon == at || colon >= input.length() || sign(colon) != ':') {
      return false;
    }
    String name = input.substring(at, colon);
    if (!isField.test(name)) {
      if (isLatin(name) && colon + 1 < input.length() && !isSpace(colon + 1)) {
        notices.say("unknown-field", "没有名为 " + name + " 的字段，已按普通文字检索", new Range(at, colon + 1));
      }
      return false;
    }
    int start = at;
    at = colon + 1;
    while (at < input.length() && isSpace(at)) {
      at++;
    }
    boolean apart = at > colon + 1;
    String value = "";
    if (at < input.length() && closerOf(input.charAt(at)) != null) {
      value = readQuote().text();
    } else if (at < input.length() && sign(at) != '(' && sign(at) != '|') {
      value = readRun();
    }
    if (!value.isEmpty() && barStands()) {
      values(name, value, start);
    } else {
      tokens.add(new Token.FieldValue(name, value, new Range(start, at)));
    }
    if (apart && !value.isEmpty()) {
      looseWords.apart(name, value, new Range(start, at));
    }
    return true;
  }

  private boolean barStands() {
    return at + 1 < input.length() && sign(at) == '|' && !isSpace(at + 1);
  }

  /** town:柳湾镇|双桐镇: what the bar joins without white space are values of the one field. */
  private void values(String name, String first, int start) {
    Range whole = new Range(start, at);
    tokens.add(new Token.FieldValue(name, "", whole));
    tokens.add(new Token.Open(whole));
    tokens.add(new Token.Word(first, whole));
    while (barStands()) {
      bar();
      int from = at;
      String value = closerOf(input.charAt(at)) != null ? readQuote().text() : readRun();
      tokens.add(new Token.Word(value, new Range(from, at)));
      if (at == from) {
        break;
      }
    }
    tokens.add(new Token.Close(new Range(at, at)));
  }

  private void word() {
    int start = at;
    String text = readRun();
    Range range = new Range(start, at);
    switch (halfWidth(text)) {
      case "OR" -> tokens.add(new Token.OrSign(range));
      case "AND", "&", "&&" -> tokens.add(new Token.AndSign(range));
      case "NOT" -> tokens.add(new Token.NotSign(range));
      default -> looseWords.read(text, range).ifPresent(tokens::add);
    }
  }

  /**
   * Reads up to white space, a quotation mark, a bar, or a bracket that closes a group. A bracket
   * opened inside the run belongs to it: 村（社区） is one word.
   */
  private String readRun() {
    int start = at;
    int inner = 0;
    while (at < input.length() && !isSpace(at) && closerOf(input.charAt(at)) == null) {
      char c = sign(at);
      if (c == '(') {
        inner++;
      } else if (c == ')' && inner > 0) {
        inner--;
      } else if (c == ')' && (openGroups > 0 || at > start)) {
        break;
      } else if (c == '|' && inner == 0) {
        break;
      }
      at++;
    }
    return input.substring(start, at);
  }

  /** The marks that close a quotation opened by {@code c}; null if it opens none. */
  private static @Nullable String closerOf(char c) {
    return switch (c) {
      case '"', '＂', '“', '”', '„', '‟', '〝', '〞', '〟' -> CLOSES_DOUBLE + "＂";
      case '「' -> "」";
      case '『' -> "』";
      case '‘' -> "’";
      default -> null;
    };
  }

  private boolean isNamePart(int index) {
    char c = input.charAt(index);
    return Character.isLetter(c) && closerOf(c) == null;
  }

  private static boolean isLatin(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  private boolean isSpace(int index) {
    char c = input.charAt(index);
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private char sign(int index) {
    return halfWidth(input.charAt(index));
  }

  static char halfWidth(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    // Small, non-breaking, figure and en dashes are typed for it; an em dash is punctuation.
    return switch (c) {
      case '−', '﹣', '‐', '‑', '‒', '–' -> '-';
      default -> c;
    };
  }

  static String halfWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(halfWidth((char) c)));
    return out.toString();
  }
}
