package govsearch.query;

import govsearch.text.Literal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands between quotation marks: a phrase, one with gaps, or words near each other. */
final class QuotationReader {

  /** More parts of one quotation than anyone means; each costs a look at every position. */
  static final int MAX_PARTS = 10;

  private static final Pattern STAR = Pattern.compile("[*＊]");
  private static final Pattern SPACE_OR_STAR = Pattern.compile("[\\s\\u3000*＊]++");

  private final Notices notices;

  /** Says in the notices what was read leniently. */
  QuotationReader(Notices notices) {
    this.notices = notices;
  }

  /** Reads a quotation; empty, with a notice, where nothing is in it. */
  Optional<Query> read(Token.Quoted quoted) {
    if (quoted.distance() != null) {
      return near(quoted, quoted.distance());
    }
    List<String> parts = bounded(literals(quoted.text(), STAR), quoted);
    return switch (parts.size()) {
      case 0 -> {
        notices.say("empty-quote", "引号里没有内容，已忽略", quoted.at());
        yield Optional.empty();
      }
      case 1 -> Optional.of(new Query.Phrase(STAR.matcher(quoted.text()).replaceAll(" ").strip()));
      default -> Optional.of(new Query.Gapped(parts));
    };
  }

  private Optional<Query> near(Token.Quoted quoted, int distance) {
    List<String> typedParts = literals(quoted.text(), SPACE_OR_STAR);
    // One place in a text would serve both: the same part twice asks for nothing more.
    List<String> parts = bounded(typedParts.stream().distinct().toList(), quoted);
    return switch (parts.size()) {
      case 0 -> {
        notices.say("empty-quote", "引号里没有内容，已忽略", quoted.at());
        yield Optional.empty();
      }
      case 1 -> {
        notices.say(
            "near-needs-two", "“~" + distance + "”要求引号里至少有两个以空格分开的不同的词，已按一个词组检索", quoted.at());
        yield Optional.of(new Query.Phrase(parts.getFirst()));
      }
      default -> Optional.of(new Query.Near(parts, distance));
    };
  }

  private List<String> bounded(List<String> parts, Token.Quoted quoted) {
    if (parts.size() <= MAX_PARTS) {
      return parts;
    }
    notices.say("too-many-parts", "引号里最多分 " + MAX_PARTS + " 段，其余已忽略", quoted.at());
    return parts.subList(0, MAX_PARTS);
  }

  private static List<String> literals(String text, Pattern separator) {
    return separator
        .splitAsStream(text)
        .map(Literal::literal)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
