package govsearch.report;

import govsearch.text.Alternatives;
import govsearch.text.ChineseNumerals;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import govsearch.text.Ranges;
import govsearch.text.WholeWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement with its letters in twos, those of its headings below the section's included.
 * Figures, numbering, and what reports say of any problem or measure are no part of them.
 *
 * @param at the statement's range in the paragraph's text
 * @param titles those of the twos that stand in its headings or in a short beginning (一是力量薄弱。…)
 * @param number of the statement or, where it has none, of its heading (三是, （三）); 0 for none
 * @param saysSomething whether it does not only announce what follows
 */
public record StatementTwos(
    Paragraph paragraph,
    Range at,
    Set<String> twos,
    Set<String> titles,
    int number,
    boolean saysSomething) {

  /** A shorter text announces something at the most. */
  private static final int SHORTEST = 8;

  /** A longer beginning is no title. */
  static final int LONGEST_TITLE = 25;

  private static final Pattern TITLE_END = Pattern.compile("[。:]");
  private static final Pattern NO_NUMERAL = Pattern.compile("[其是().、]");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:其?(?:[一二三四五六七八九十]{1,3})是|\\((?:[一二三四五六七八九十0-9]{1,3})\\)" + "|[0-9]{1,2}[.、])");

  private static final Alternatives OF_ANY =
      Alternatives.of(
          ("法治政府建设 法治建设 依法行政 存在的问题 存在问题 下一步 以下几个方面 几个方面 工作 主要 具体 表现在 表现 重点 做好 问题 不足 短板"
                  + " 我镇 我乡 我街道 我苏木 全镇 全乡 全街道 全苏木 本镇 本乡 本街道 本苏木"
                  + " 加强 强化 推进 落实 提高 提升 有待 仍有 还有 以下")
              .split(" "));

  /** A heading's twos and number; a heading stands over many statements. */
  private record Heading(Set<String> twos, int number) {
    static Heading of(String text) {
      String literal = Literal.literal(text);
      return new Heading(StatementTwos.twos(literal), StatementTwos.number(literal));
    }
  }

  /** All statements of a report's bodies. */
  public static List<StatementTwos> of(Report report) {
    List<StatementTwos> all = new ArrayList<>();
    Map<String, Heading> headings = new HashMap<>();
    for (Paragraph paragraph : report.paragraphs()) {
      if (paragraph.kind() == ParagraphKind.BODY) {
        paragraph.statements().forEach(at -> all.add(of(paragraph, at, headings)));
      }
    }
    return all;
  }

  /** One statement, or any part of a paragraph. */
  public static StatementTwos of(Paragraph paragraph, Range at) {
    return of(paragraph, at, new HashMap<>());
  }

  private static StatementTwos of(Paragraph paragraph, Range at, Map<String, Heading> known) {
    String text = Literal.literal(at.of(paragraph.text()));
    Set<String> titles = new HashSet<>();
    int number = number(text);
    for (String above : headings(paragraph)) {
      Heading heading = known.computeIfAbsent(above, Heading::of);
      titles.addAll(heading.twos());
      number = number == 0 ? heading.number() : number;
    }
    Set<String> twos = new HashSet<>(titles);
    twos.addAll(twos(text));
    String beginning = TITLE_END.split(text, 2)[0];
    if (beginning.length() <= LONGEST_TITLE) {
      titles.addAll(twos(beginning));
    }
    boolean saysSomething = text.length() >= SHORTEST && !text.endsWith(":");
    return new StatementTwos(paragraph, at, twos, titles, number, saysSomething);
  }

  /** Without the outermost, which is the section's. */
  static List<String> headings(Paragraph paragraph) {
    return paragraph.headingPath().stream().skip(1).toList();
  }

  /** The number that a literal text begins with; 0 where it begins with none. */
  static int number(String literal) {
    Matcher numbering = NUMBERING.matcher(literal);
    if (!numbering.lookingAt()) {
      return 0;
    }
    String numeral = NO_NUMERAL.matcher(numbering.group()).replaceAll("");
    return Character.isDigit(numeral.charAt(0))
        ? Integer.parseInt(NO_DIGIT.matcher(numeral).replaceAll(""))
        : ChineseNumerals.ordinal(numeral).orElse(0);
  }

  /** Whether they are parts of one paragraph that have some of its text in common. */
  public boolean overlaps(StatementTwos other) {
    return paragraph.id().equals(other.paragraph.id())
        && at.start() < other.at.end()
        && other.at.start() < at.end();
  }

  /**
   * The words that some twos make up in the statement, by the paragraph's text; those beside each
   * other joined.
   *
   * @param words where a text's words stand
   */
  public List<Range> ranges(Set<String> some, Function<String, List<Range>> words) {
    String text = at.of(paragraph.text());
    return WholeWords.of(ranges(text, some), words.apply(text)).stream()
        .map(range -> range.shifted(at.start()))
        .toList();
  }

  /** The same as text, and those in its headings. */
  public List<String> terms(Set<String> some, Function<String, List<Range>> words) {
    Stream<String> texts =
        Stream.concat(Stream.of(at.of(paragraph.text())), headings(paragraph).stream());
    return texts
        .flatMap(
            text ->
                WholeWords.of(ranges(text, some), words.apply(text)).stream()
                    .map(range -> range.of(text)))
        .distinct()
        .toList();
  }

  private static List<Range> ranges(String text, Set<String> some) {
    FoldedText folded = Literal.of(text);
    String masked = masked(folded.text());
    List<Range> found = new ArrayList<>();
    for (int i = 0; i + 2 <= masked.length(); i++) {
      if (some.contains(masked.substring(i, i + 2))) {
        found.add(folded.source(new Range(i, i + 2)));
      }
    }
    return Ranges.merged(found);
  }

  private static Set<String> twos(String literal) {
    String masked = masked(literal);
    Set<String> twos = new HashSet<>();
    for (int i = 0; i + 2 <= masked.length(); i++) {
      if (isLetter(masked.charAt(i)) && isLetter(masked.charAt(i + 1))) {
        twos.add(masked.substring(i, i + 2));
      }
    }
    return twos;
  }

  /** Whether a character is part of a two. */
  static boolean isLetter(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || Character.isLetter(c) || Character.isSurrogate(c);
  }

  /** The text with blanks of equal length for what is left out. */
  static String masked(String literal) {
    Matcher numbering = NUMBERING.matcher(literal);
    int from = numbering.lookingAt() ? numbering.end() : 0;
    char[] masked = literal.toCharArray();
    Arrays.fill(masked, 0, from, ' ');
    for (int at = from; at < masked.length; ) {
      int length = OF_ANY.lengthAt(literal, at);
      Arrays.fill(masked, at, at + length, ' ');
      at += Math.max(1, length);
    }
    return new String(masked);
  }
}
