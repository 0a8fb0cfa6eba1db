package govsearch.query;

import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type. Everything typed has a reading; what was read leniently is said in a
 * {@link Notice}.
 *
 * <pre>{@code
 * query    = all { "OR" all }                    also |, with white space or without
 * all      = { [ "AND" ] factor }                white space is enough
 * factor   = ( "-" | "NOT" ) factor | "(" query ")" | field | quoted | word
 * quoted   = mark text mark [ "~" number ]       “…” "…" 「…」 『…』 ‘…’
 * field    = name ":" ( value { "|" value } | "(" query ")" )
 * value    = quoted | word
 * name     = town 乡镇 | county 区县 | city 城市 | province 省份
 *          | year 年度 | section 章节 | title 标题
 * word     = a run without white space, quotation marks and bars
 * }</pre>
 *
 * <p>In quoted text, {@code *} stands for up to {@link Query.Gapped#MAX_GAP} characters. With
 * {@code ~number} its words are looked for near each other. A year is {@code 2023}, {@code
 * 2023..2025}, {@code 2023..} or {@code ..2025}. Full-width signs equal half-width ones. A bracket
 * opens a group only where a word could begin, so that 村（社区） stays one word.
 *
 * <p>What means nothing here is read for what was meant, with a notice: {@code ~五} as {@code ~5}, a
 * {@code ~} without a number as {@code ~10}, {@code 法律*} as 法律, {@code 法律*人} as a quotation, {@code
 * 普法~} as 普法, and values side by side of a field that a report has once, {@code town:(柳湾镇 双桐镇)}, as
 * alternatives.
 */
public final class QueryParser {

  private static final int MAX_DEPTH = 40;

  private final Function<String, Optional<String>> sections;

  /**
   * A parser.
   *
   * @param sections the code of a section by any of its names, in literal form; what sections there
   *     are is for the report room to say
   */
  public QueryParser(Function<String, Optional<String>> sections) {
    this.sections = sections;
  }

  /** Reads a query; never fails. A blank one is {@link Query.Everything}. */
  public ParsedQuery parse(String typed) {
    return new Run(typed).parse();
  }

  /** One reading. */
  private final class Run {
    /** The field that a group is behind, for the words and quotations in it; null outside. */
    private @Nullable String field;

    private final Notices notices = new Notices();
    private final FieldReader fields = new FieldReader(sections, notices);
    private final QuotationReader quotations = new QuotationReader(notices);
    private final List<Understood> understood = new ArrayList<>();
    private final String typed;
    private final List<Token> tokens;
    private int next;

    Run(String typed) {
      this.typed = typed;
      tokens = new QueryLexer(typed, FieldReader::isField, notices).tokens();
    }

    ParsedQuery parse() {
      List<Query> parts = new ArrayList<>();
      while (next < tokens.size()) {
        int first = next;
        int before = understood.size();
        List<Query> alternatives = alternatives(0);
        Optional<Query> read = or(alternatives);
        read.ifPresent(parts::add);
        if (read.isPresent() && alternatives.size() > 1) {
          // Alternatives are one part: taking out one of them would change the others.
          understood.subList(before, understood.size()).clear();
          understand(read.get(), first);
        }
        if (next < tokens.size()) { // a closing bracket that nothing opened
          say("unbalanced-bracket", "这个右括号没有对应的左括号，已忽略", tokens.get(next++).at());
        }
      }
      return new ParsedQuery(
          and(parts).orElseGet(Query.Everything::new), understood, notices.inOrder());
    }

    /** Notes the part that was read from a token on, up to the next one. */
    private void understand(Query part, int firstToken) {
      int start = tokens.get(firstToken).at().start();
      int end = tokens.get(next - 1).at().end();
      understood.add(
          new Understood(
              Labels.kind(part).code(),
              Labels.label(part, typed.substring(start, end)),
              start,
              end));
    }

    private Optional<Query> any(int depth) {
      return or(alternatives(depth));
    }

    private List<Query> alternatives(int depth) {
      List<Query> parts = new ArrayList<>();
      while (true) {
        Optional<Query> part = all(depth);
        part.ifPresent(parts::add);
        if (next >= tokens.size() || !(tokens.get(next) instanceof Token.OrSign or)) {
          break;
        }
        next++;
        boolean nothingBehind = next >= tokens.size() || tokens.get(next) instanceof Token.Close;
        if (part.isEmpty() || nothingBehind) {
          say("dangling-operator", "OR 需要前后都有内容，已忽略", or.at());
        }
      }
      return parts;
    }

    private static Optional<Query> or(List<Query> parts) {
      List<Query> different = parts.stream().distinct().toList();
      return switch (different.size()) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of(different.getFirst());
        default -> Optional.of(new Query.Or(different));
      };
    }

    private Optional<Query> all(int depth) {
      List<Query> parts = new ArrayList<>();
      int begin = next;
      while (next < tokens.size()) {
        Token token = tokens.get(next);
        if (token instanceof Token.OrSign || token instanceof Token.Close) {
          break;
        }
        int first = next;
        Optional<Query> part = factor(depth);
        part.ifPresent(parts::add);
        if (depth == 0 && part.isPresent()) {
          understand(part.get(), first);
        }
      }
      return and(field == null ? parts : sideBySide(parts, begin));
    }

    private Optional<Query> and(List<Query> parts) {
      List<Query> different = parts.stream().distinct().toList();
      return switch (different.size()) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of(different.getFirst());
        default -> Optional.of(new Query.And(different));
      };
    }

    private Optional<Query> factor(int depth) {
      return switch (tokens.get(next++)) {
        case Token.NotSign not -> negation(not, depth);
        case Token.Open open -> group(open, depth);
        case Token.Quoted quoted ->
            field == null ? quotations.read(quoted) : valueOf(field, quoted.text(), quoted.at());
        case Token.FieldValue named ->
            opensGroup(named) ? groupOf(named.name(), depth) : fields.read(named);
        case Token.Word word ->
            field == null ? words(word) : valueOf(field, word.text(), word.at());
        case Token.AndSign ignored -> Optional.empty();
        case Token.Close close -> throw new IllegalStateException("read by all(): " + close);
        case Token.OrSign or -> throw new IllegalStateException("read by any(): " + or);
      };
    }

    /**
     * No report is of two towns or years: values side by side can only be meant as alternatives.
     */
    private List<Query> sideBySide(List<Query> parts, int begin) {
      List<Query> values = parts.stream().filter(part -> isOf(part, field)).distinct().toList();
      if (values.size() < 2) {
        return parts;
      }
      int start = tokens.get(begin).at().start();
      int end = tokens.get(next - 1).at().end();
      say(
          "values-side-by-side",
          field + "：括号里并列的 " + values.size() + " 个值，已按“任意一个”（OR）处理",
          new Range(start, end));
      List<Query> rest = new ArrayList<>(parts);
      rest.removeAll(values);
      rest.addFirst(new Query.Or(values));
      return rest;
    }

    /** Whether a part is a value of a field that a report has once. */
    private static boolean isOf(Query part, @Nullable String field) {
      return field != null
          && switch (part) {
            case Query.FieldIs is ->
                is.field() != Query.Field.TITLE && FieldReader.isNamed(field, is.field());
            case Query.Years years -> FieldReader.isNamed(field, Query.Field.YEAR);
            default -> false;
          };
    }

    private static Optional<Query> words(Token.Word word) {
      return Literal.literal(word.text()).isEmpty()
          ? Optional.empty()
          : Optional.of(new Query.Words(word.text()));
    }

    private Optional<Query> valueOf(String name, String value, Range at) {
      return fields.read(new Token.FieldValue(name, value, at));
    }

    private boolean opensGroup(Token.FieldValue named) {
      return named.value().isEmpty()
          && next < tokens.size()
          && tokens.get(next) instanceof Token.Open;
    }

    /** A field before a bracket: what is in the brackets are values of it. */
    private Optional<Query> groupOf(String name, int depth) {
      String around = field;
      field = name;
      Optional<Query> group = group((Token.Open) tokens.get(next++), depth);
      field = around;
      return group;
    }

    /** Signs in a row cancel out in pairs, without a recursion that a person could make deep. */
    private Optional<Query> negation(Token.NotSign sign, int depth) {
      boolean negative = true;
      while (next < tokens.size() && tokens.get(next) instanceof Token.NotSign) {
        negative = !negative;
        next++;
      }
      boolean nothing =
          next >= tokens.size()
              || tokens.get(next) instanceof Token.OrSign
              || tokens.get(next) instanceof Token.Close;
      if (nothing) {
        say(
            "dangling-operator",
            "“" + typed.substring(sign.at().start(), sign.at().end()) + "”后面没有要排除的词，已忽略",
            sign.at());
        return Optional.empty();
      }
      Optional<Query> part = factor(depth);
      return negative ? part.map(Query.Not::new) : part;
    }

    private Optional<Query> group(Token.Open open, int depth) {
      if (depth >= MAX_DEPTH) {
        say("too-deep", "括号嵌套过深，已忽略这一层", open.at());
        return Optional.empty(); // its content is read as part of the group around it
      }
      Optional<Query> inside = any(depth + 1);
      if (next < tokens.size()) {
        next++; // the closing bracket
      } else {
        say("unbalanced-bracket", "这个左括号没有对应的右括号，已在末尾补上", open.at());
      }
      return inside;
    }

    private void say(String code, String message, Range at) {
      notices.say(code, message, at);
    }
  }
}
